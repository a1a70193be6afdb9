## The panel on an event's page

participation-question = Bist du dabei?
participation-answer-going = Ich komme
participation-answer-maybe = Vielleicht
participation-answer-interested = Interessiert mich
participation-answer-declined = Ich komme nicht
participation-answer-cancelled = Abgemeldet
participation-mine-going = Du bist dabei
participation-mine-maybe = Du kommst vielleicht
participation-mine-interested = Es interessiert dich
participation-mine-declined = Du kommst nicht
participation-mine-cancelled = Du hast dich abgemeldet
participation-count-going = { $count ->
    [one] { $count } kommt
   *[other] { $count } kommen
}
participation-count-maybe = { $count ->
    [one] { $count } vielleicht
   *[other] { $count } vielleicht
}
participation-count-interested = { $count ->
    [one] { $count } ist interessiert
   *[other] { $count } sind interessiert
}
participation-places-left = { $count ->
    [one] Noch { $count } Platz frei
   *[other] Noch { $count } Plätze frei
}
participation-full = Alle Plätze sind vergeben
participation-closed-cancelled = Diese Veranstaltung ist abgesagt, zu antworten gibt es nichts mehr.
participation-closed-over = Das ist schon vorbei.
participation-closed-draft = Sobald sie veröffentlicht ist, kann man hier antworten.
participation-name = Dein Name
participation-email = Deine E-Mail-Adresse
participation-email-hint = Wir schicken dir einen Link zum Bestätigen. Deine Adresse sehen nur die Organisierenden.
participation-sign-in = Du hast ein Konto? Melde dich an, um zu antworten.
participation-leave = Abmelden
participation-leave-title = Willst du dich abmelden?
participation-leave-what = Du meldest dich von „{ $event }“ ab. Dein Platz wird frei, und du bekommst dazu keine E-Mails mehr.
participation-left = Du hast dich von dieser Veranstaltung abgemeldet und bekommst dazu keine E-Mails mehr.
participation-see-list = Ansehen, wer kommt
participation-pending-title = Noch ein Schritt
participation-pending-text = Drück auf den Knopf, um zu bestätigen. Bis dahin zählt deine Antwort nicht.
participation-confirm-button = Meine Antwort bestätigen
participation-check-mail = Wir haben eine E-Mail an { $email } geschickt. Öffne den Link und drück dort auf den Knopf: Erst dann zählt deine Antwort.
participation-flash-answered = Deine Antwort ist da.
participation-flash-declined = Danke, dass du Bescheid gibst.
participation-flash-left = Du hast dich abgemeldet.
participation-flash-back = Du bist wieder dabei.

## The organisers' list

participation-list-title = Wer kommt
participation-download = Als Tabelle herunterladen
participation-filter-all = Alle
participation-search = Nach Name oder Adresse suchen
participation-none-found = Niemand gefunden
participation-none-found-text = Keine Antwort passt zu dem, was du suchst.
participation-nobody = Noch hat niemand geantwortet
participation-nobody-text = Hier siehst du, wer kommt, vielleicht kommt oder interessiert ist. Lade für den Anfang jemanden ein.
participation-invite-people = Leute einladen
participation-column-name = Name
participation-column-email = E-Mail
participation-column-kind = Art
participation-column-answer = Antwort
participation-column-confirmed = Bestätigt
participation-column-when = Geantwortet
participation-kind-member = Mitglied
participation-kind-guest = Gast
participation-nameless = (ohne Namen)
participation-unconfirmed = noch nicht bestätigt
participation-places-taken = { $going } von { $capacity } Plätzen vergeben
participation-over-capacity = { $going } kommen, obwohl es nur noch { $capacity } Plätze gibt. Niemand verliert seinen.

## Mails

participation-notices = Änderungen bei Veranstaltungen
participation-notices-hint = Wenn sich eine Veranstaltung, zu der du kommst oder vielleicht kommst, ändert, abgesagt wird oder doch stattfindet.
participation-when = Wann
participation-where = Wo
participation-mail-open = Veranstaltung ansehen
participation-mail-change = Meine Antwort ändern
participation-mail-leave = Von der Veranstaltung abmelden
participation-mail-why = Du bekommst diese E-Mail, weil du bei { $community } auf „{ $event }“ geantwortet hast. Melde dich ab, dann kommen keine mehr.
participation-mail-confirm-subject = Bitte bestätigen: { $event }
participation-mail-confirm-heading = Kommst du zu „{ $event }“?
participation-mail-confirm-text = Jemand, hoffentlich du, hat mit dieser Adresse geantwortet. Öffne den Link und drück auf den Knopf: Erst dann zählt die Antwort.
participation-mail-confirm-button = Antwort bestätigen
participation-mail-confirm-ignore = Das warst nicht du? Dann tu einfach nichts: Ohne deine Bestätigung zählt nichts, und es kommt nichts weiter.
participation-mail-confirm-why = Du bekommst diese E-Mail, weil jemand deine Adresse für eine Veranstaltung von { $community } eingegeben hat.
participation-mail-answered-subject = Deine Antwort ist da: { $event }
participation-mail-answered-text = Deine Antwort auf „{ $event }“ ist da.
participation-mail-file = Mit der angehängten Datei kommt die Veranstaltung in deinen Kalender.
participation-mail-changed-subject = Geändert: { $event }
participation-mail-changed-heading = „{ $event }“ hat sich geändert
participation-mail-new-time = Die Zeit ist neu.
participation-mail-new-place = Der Ort ist neu.
participation-mail-new-title = Sie heißt jetzt anders.
participation-mail-new-status = Sieh dir die Veranstaltung noch einmal an, bevor du losgehst.
participation-mail-cancelled-subject = Abgesagt: { $event }
participation-mail-cancelled-heading = „{ $event }“ ist abgesagt
participation-mail-cancelled-text = Sie findet nicht statt. Du musst nichts tun.
participation-mail-resumed-subject = Findet doch statt: { $event }
participation-mail-resumed-heading = „{ $event }“ findet doch statt
participation-mail-resumed-text = Sie war abgesagt und findet nun wieder statt. Deine Antwort gilt weiter.

## Refusals

error-full = Alle Plätze sind vergeben. Du kannst trotzdem sagen, dass es dich interessiert, und später wieder nachsehen.
error-event-cancelled = Diese Veranstaltung ist abgesagt.
error-not-participating = Du nimmst an dieser Veranstaltung nicht teil.
error-bad-guest-token = Dieser Link funktioniert nicht mehr. Such nach einer neueren E-Mail oder antworte noch einmal auf der Seite der Veranstaltung.
error-sign-in-or-invitation = Melde dich zuerst an oder nimm den Link aus deiner Einladung.
error-invitation-needed = Zu dieser Veranstaltung kommt man auf Einladung. Bitte die Organisierenden darum.
error-invalid-invitation = Diese Einladung gilt nicht. Vielleicht wurde sie zurückgezogen oder durch eine neuere E-Mail ersetzt.
error-invitation-used = Diese Einladung wurde schon benutzt. Jede gilt für eine Person.
error-invitation-expired = Diese Einladung ist abgelaufen. Bitte um eine neue.
field-not-a-series = Diese Veranstaltung wiederholt sich nicht und hat keinen solchen Termin.
