## Lists

events-agenda-title = Agenda
events-agenda-lead = Was wir zusammen unternehmen. Komm mit.
events-subscribe-calendar = Kalender abonnieren
events-filters = Filter
events-filter-all = Alles
events-filter-mine = Meine
events-filter-events = Veranstaltungen
events-filter-community-events = Gemeinschaftsveranstaltungen
events-filter-engagements = Termine mit Partnern
events-filter-tasks = Aufgaben
events-search = Suchen
events-search-words = Wörter
events-place = Ort
events-from = Von
events-to = Bis
events-earlier = Früher
events-later = Später
events-under-way = Läuft gerade
events-all-day = ganztägig
events-time-in-zone = { $time } ({ $zone })
events-nothing-planned = Noch ist nichts geplant
events-nothing-planned-text = Hier steht Tag für Tag, was diese Gemeinschaft unternimmt.
events-nothing-found = Nichts gefunden
events-nothing-found-text = Versuch es mit weniger Wörtern, einem anderen Ort oder anderen Tagen.
events-show-all = Alles zeigen
events-create = Veranstaltung anlegen
events-create-first = Erste Veranstaltung anlegen

## Months

events-months = Monate
events-previous-month = Voriger Monat
events-next-month = Nächster Monat
events-this-month = Dieser Monat
events-more-that-day = { $count ->
    [one] noch { $count }
   *[other] noch { $count }
}
events-month-empty = Nichts in diesem Monat
events-month-empty-text = Schau in den nächsten, oder füll diesen.

## Kinds, states

events-kind-event = Veranstaltung
events-kind-community-event = Gemeinschaftsveranstaltung
events-kind-engagement = Termin mit Partnern
events-kind-task = Aufgabe
events-cancelled = Abgesagt
events-postponed = Verschoben
events-rescheduled = Neuer Termin
events-moved-online = Online
events-in-progress = In Arbeit
events-done = Erledigt
events-state-draft = Entwurf
events-state-proposed = Vorgeschlagen
events-state-deleted = Gelöscht
events-only-invited = Auf Einladung
events-repeats = wiederholt sich
events-going = { $count ->
    [one] { $count } kommt
   *[other] { $count } kommen
}
events-going-full = { $count ->
    [one] { $count } kommt · ausgebucht
   *[other] { $count } kommen · ausgebucht
}
events-places-left = { $left ->
    [one] { $left } Platz
   *[other] { $left } Plätze
}
events-going-and-left = { $left ->
    [one] { $count } dabei · noch { $left } Platz
   *[other] { $count } dabei · noch { $left } Plätze
}

## One event

events-facts = Wann und wo
events-now = jetzt
events-your-time = { $time } bei dir
events-due = Bis { $when }
events-organised-by = Organisiert von { $name }
events-together-with = zusammen mit { $names }
events-show-on-map = Auf OpenStreetMap zeigen
events-add-to-calendar = In meinen Kalender
events-share = Teilen
events-tools = Für Organisierende
events-publish = Veröffentlichen
events-propose = Vorschlagen
events-give-back = Als Entwurf zurückgeben
events-duplicate = Duplizieren
events-cancel = Veranstaltung absagen
events-resume = Findet doch statt
events-restore = Wiederherstellen
events-cancel-question = { $count ->
    [0] Noch hat niemand geantwortet, also geht keine E-Mail hinaus. Die Veranstaltung bleibt sichtbar, als abgesagt markiert.
    [one] { $count } Person bekommt eine E-Mail, dass die Veranstaltung abgesagt ist.
   *[other] { $count } Personen bekommen eine E-Mail, dass die Veranstaltung abgesagt ist.
}
events-delete-title = Veranstaltung löschen
events-delete-question = { $count ->
    [one] { $count } Person, die geantwortet hat, bekommt eine E-Mail, und die Veranstaltung verschwindet. Dreißig Tage lang kannst du sie wiederherstellen.
   *[other] { $count } Personen, die geantwortet haben, bekommen eine E-Mail, und die Veranstaltung verschwindet. Dreißig Tage lang kannst du sie wiederherstellen.
}
events-deleted-notice = Diese Veranstaltung ist gelöscht. Dreißig Tage lang lässt sie sich wiederherstellen.
events-draft-notice = Ein Entwurf: nur wer sie organisiert, sieht ihn.
events-proposed-notice = Vorgeschlagen: wer in der Gemeinschaft organisiert, sieht es durch und veröffentlicht es.

## The form

events-new-title = Neue Veranstaltung
events-edit-title = Veranstaltung bearbeiten
events-title = Titel
events-when = Wann
events-whole-days = Ganze Tage
events-whole-days-hint = Ohne Uhrzeiten.
events-start-date = Tag
events-start-time = Beginnt um
events-end-date = Letzter Tag
events-end-date-hint = Nur wenn es ein anderer Tag ist.
events-end-time = Endet um
events-end-time-hint = Lass es leer, wenn du es nicht weißt.
events-timezone = Zeitzone dieser Uhrzeiten
events-timezone-hint = Die Zone des Ortes, wie Europe/Rome.
events-zone-offer = Dein Gerät ist in {"{"}zone{"}"}.
events-zone-use = Diese nehmen
events-where = Wo
events-venue = Ort
events-room = Raum
events-address = Adresse
events-lat = Breite
events-lon = Länge
events-description = Beschreibung
events-markdown-hint = Eine leere Zeile beginnt einen Absatz; **fett**, *kursiv*, - Listen und [Links](https://example.org) gehen.
events-picture = Bild
events-picture-now = Das jetzige Bild
events-picture-remove = Bild entfernen
events-picture-file = Bild auswählen
events-picture-hint = JPEG, PNG, WebP oder GIF. Was die Kamera über Ort und Zeit vermerkt, wird entfernt.
events-who-sees = Wer es sieht
events-visibility-public = Alle
events-visibility-public-hint = Es steht in der Agenda, in Feeds und in Suchmaschinen.
events-visibility-private = Nur Eingeladene
events-visibility-private-hint = Niemand sonst sieht den Inhalt, auch nicht die Admins der Gemeinschaft.
events-capacity = Plätze
events-capacity-hint = Leer heißt: so viele, wie kommen.
events-category = Kategorie
events-category-any = Jede Kategorie
events-category-hint = Ein eigenes Wort, wie Ausfahrten.
events-more-fields = Mehr: Raum, genauer Ort
events-kind = Art
events-create-what = Was möchtest du anlegen?
events-task = Die Aufgabe
events-due-date = Fällig am
events-due-time = Bis
events-due-hint = Wenn nur zählt, bis wann, lass die Zeiten unten leer.
events-type = Art
events-type-none = Keine
events-type-cultural = Kulturell
events-type-religious = Religiös
events-type-meeting = Treffen
events-type-training = Schulung
events-type-disaster = Notlage
events-engagement = Der Austausch
events-stakeholder = Mit wem
events-stakeholder-hint = Ein Amt, ein Verein, eine Person.
events-contact = Wie sie zu erreichen sind
events-contact-hint = Wer das Ereignis sieht, sieht auch das.
events-follow-up-on = Nachfassen am
events-follow-up-note = Worum es dann geht
events-priority = Priorität
events-priority-none = Keine
events-priority-low = Niedrig
events-priority-medium = Mittel
events-priority-high = Hoch
events-priority-urgent = Dringend
events-save-draft = Als Entwurf speichern
events-publish-or-propose = Veröffentlichen oder vorschlagen
events-publish-or-propose-hint = Private Veranstaltungen veröffentlichst du selbst; öffentliche schlägst du vor, und wer organisiert, veröffentlicht sie.
events-unverified-notice = Bestätige deine E-Mail-Adresse, um zu veröffentlichen. Bis dahin wird es als Entwurf gespeichert.

## My events, proposals

events-mine-title = Meine Veranstaltungen
events-mine-lead = Was du vorbereitest und organisierst.
events-mine-empty = Du organisierst noch nichts
events-mine-empty-text = Hier stehen deine Entwürfe, Vorschläge und Veranstaltungen.
events-mine-drafts = Entwürfe
events-mine-proposed = Vorgeschlagen, noch nicht durchgesehen
events-mine-coming = Demnächst
events-mine-past = Vergangen
events-mine-deleted = Gelöscht
events-mine-deleted-text = Öffne eine, um sie wiederherzustellen. Nach dreißig Tagen sind sie weg.
events-proposals-title = Vorschläge
events-proposals-lead = Mitglieder schlagen sie vor. Veröffentliche sie, oder gib sie zurück.
events-proposals-empty = Keine Vorschläge offen
events-proposals-empty-text = Was Mitglieder für alle vorschlagen, kommt zuerst hierher.
events-proposed-by = vorgeschlagen von { $name }

## Organisers

events-organisers-title = Organisierende
events-organisers-lead = Mitorganisierende bearbeiten die Veranstaltung, sagen sie ab, sehen, wer kommt, und laden ein.
events-organiser-name = Name
events-organiser-part = Rolle
events-organiser = Organisiert
events-co-organiser = Organisiert mit
events-co-organiser-add = Mitorganisierende hinzufügen
events-co-organiser-hint = Ein Mitglied dieser Gemeinschaft.
events-co-organiser-remove = Entfernen
events-co-organiser-leave = Nicht mehr organisieren
events-member-email = E-Mail-Adresse
events-hand-over = Veranstaltung übergeben
events-hand-over-hint = Dieses Mitglied organisiert sie dann, und du organisierst weiter mit.
events-hand-over-question = { $email } organisiert dann diese Veranstaltung und entscheidet über sie. Du organisierst weiter mit.

## Notices

events-flash-saved = Gespeichert.
events-flash-draft-saved = Als Entwurf gespeichert.
events-flash-published = Veröffentlicht.
events-flash-proposed = Vorgeschlagen. Wer organisiert, sieht es durch.
events-flash-given-back = Als Entwurf zurückgegeben.
events-flash-cancelled = Die Veranstaltung ist abgesagt.
events-flash-resumed = Die Veranstaltung findet doch statt.
events-flash-deleted = Die Veranstaltung ist gelöscht.
events-flash-restored = Die Veranstaltung ist wieder da.
events-flash-duplicated = Das ist die Kopie, ein Entwurf. Ändere, was anders ist.
events-flash-co-organiser-added = Jetzt organisiert ihr sie zusammen.
events-flash-co-organiser-removed = Entfernt.
events-flash-handed-over = Die Veranstaltung wird jetzt von jemand anderem organisiert.

## Refusals

error-event-private = Diese Veranstaltung ist privat. Melde dich an, oder öffne den Link deiner Einladung.
error-event-not-yours = Diese Veranstaltung ist privat, und du bist nicht eingeladen. Bitte um eine Einladung, wer sie organisiert.
error-publishing-is-for-organisers = Öffentliche Veranstaltungen veröffentlicht, wer organisiert. Schlag sie vor.
error-nothing-to-propose = Nur ein öffentlicher Entwurf lässt sich vorschlagen.
error-no-such-date = Diesen Termin hat die Reihe nicht. Vielleicht wurde er verschoben oder gelöscht.
field-ends-before-start = Das Ende liegt vor dem Anfang.
field-bad-datetime = Das ist kein Tag und keine Uhrzeit, die es gibt, wie 2026-04-15T09:00:00+02:00.
field-time-missing = Es braucht eine Uhrzeit, oder wähl ganze Tage.
field-bad-rrule = Das ist keine Regel für Wiederholungen, wie FREQ=WEEKLY;BYDAY=WE.
field-rrule-too-dense = Mehr als { $max } Termine im Jahr sind zu viele. Bitte wähle eine Regel mit weniger.
field-rrule-without-dates = Diese Regel ergibt keinen einzigen Termin. Bitte prüfe Tage und Ende.
field-no-such-date = Diesen Termin hat die Reihe nicht.
field-rule-cannot-move = Diese Regel sagt zu viel über ihre Tage, um so verschoben zu werden. Bitte ändere die Regel selbst.
field-rules-cannot-split = Eine Reihe mit mehreren Regeln lässt sich nicht teilen. Bitte ändere nur diesen Termin oder alle.
field-date-is-reached = Ab einem früheren Termin ist diese Serie anders, so stand es in ihrer Datei. Ändere nur diesen Termin oder alle.
field-bad-image-url = Lade das Bild zuerst hoch: das ist keine Adresse eines Bildes.
field-no-picture = Das ist kein Bild in JPEG, PNG, WebP oder GIF.
field-picture-too-large = Dieses Bild hat zu viele Pixel: höchstens 12.000 je Seite und 50 Millionen insgesamt.
field-picture-damaged = Dieses Bild ist beschädigt. Speichere es neu und versuch es noch einmal.
field-no-such-member = Kein Mitglied dieser Gemeinschaft hat diese Adresse.

## The trail

audit-event-change = { $actor } hat die Veranstaltung von jemand anderem geändert
audit-event-publish = { $actor } hat eine vorgeschlagene Veranstaltung veröffentlicht
audit-event-cancel = { $actor } hat die Veranstaltung von jemand anderem abgesagt
audit-event-delete = { $actor } hat die Veranstaltung von jemand anderem gelöscht
audit-event-restore = { $actor } hat die Veranstaltung von jemand anderem wiederhergestellt
audit-event-add-co-organiser = { $actor } hat der Veranstaltung von jemand anderem Mitorganisierende hinzugefügt
audit-event-remove-co-organiser = { $actor } hat aus der Veranstaltung von jemand anderem Mitorganisierende entfernt

## Series

events-more-dates = Nächste Termine:
series-daily = { $every ->
    [1] Jeden Tag
    [2] Jeden zweiten Tag
   *[other] Alle { $every } Tage
 }{ $ends ->
    [count] { $count ->
        [1] , einmal
       *[other] , { $count }-mal
     }
    [until] {" "}bis zum { $until }
   *[never] {""}
 }
series-weekly = { $every ->
    [1] Jede Woche am { $weekdays }
    [2] Jede zweite Woche am { $weekdays }
   *[other] Alle { $every } Wochen am { $weekdays }
 }{ $ends ->
    [count] { $count ->
        [1] , einmal
       *[other] , { $count }-mal
     }
    [until] {" "}bis zum { $until }
   *[never] {""}
 }
series-monthly-by-day = { $every ->
    [1] Jeden Monat am Tag { $days }
    [2] Jeden zweiten Monat am Tag { $days }
   *[other] Alle { $every } Monate am Tag { $days }
 }{ $ends ->
    [count] { $count ->
        [1] , einmal
       *[other] , { $count }-mal
     }
    [until] {" "}bis zum { $until }
   *[never] {""}
 }
series-monthly-last-day = { $every ->
    [1] Am letzten Tag jedes Monats
    [2] Am letzten Tag jedes zweiten Monats
   *[other] Am letzten Tag, alle { $every } Monate
 }{ $ends ->
    [count] { $count ->
        [1] , einmal
       *[other] , { $count }-mal
     }
    [until] {" "}bis zum { $until }
   *[never] {""}
 }
series-monthly-by-weekday = Am { $which ->
    [first] ersten
    [second] zweiten
    [third] dritten
    [fourth] vierten
    [fifth] fünften
   *[last] letzten
 } { $weekday } { $every ->
    [1] jedes Monats
    [2] jedes zweiten Monats
   *[other] alle { $every } Monate
 }{ $ends ->
    [count] { $count ->
        [1] , einmal
       *[other] , { $count }-mal
     }
    [until] {" "}bis zum { $until }
   *[never] {""}
 }
series-yearly-by-day = { $every ->
    [1] Jedes Jahr am { $date }
    [2] Jedes zweite Jahr am { $date }
   *[other] Alle { $every } Jahre am { $date }
 }{ $ends ->
    [count] { $count ->
        [1] , einmal
       *[other] , { $count }-mal
     }
    [until] {" "}bis zum { $until }
   *[never] {""}
 }
series-yearly-by-weekday = Am { $which ->
    [first] ersten
    [second] zweiten
    [third] dritten
    [fourth] vierten
    [fifth] fünften
   *[last] letzten
 } { $weekday } im { $month }, { $every ->
    [1] jedes Jahr
    [2] jedes zweite Jahr
   *[other] alle { $every } Jahre
 }{ $ends ->
    [count] { $count ->
        [1] , einmal
       *[other] , { $count }-mal
     }
    [until] {" "}bis zum { $until }
   *[never] {""}
 }
series-other = Nach einer eigenen Regel{ $ends ->
    [count] { $count ->
        [1] , einmal
       *[other] , { $count }-mal
     }
    [until] {" "}bis zum { $until }
   *[never] {""}
 }
series-by-own-rule = Nach einer eigenen Regel
series-on-chosen-dates = { $count ->
    [1] An einem gewählten Tag
   *[other] An { $count } gewählten Tagen
 }

## Repeating, on the form

repeat-title = Wiederholung
repeat-how = Wie oft
repeat-never = Nie
repeat-daily = Jeden Tag
repeat-weekly = Jede Woche
repeat-monthly-day = Jeden Monat an diesem Tag
repeat-monthly-weekday = Jeden Monat an diesem Wochentag
repeat-monthly-last = Jeden Monat am letzten dieser Wochentage
repeat-yearly = Jedes Jahr
repeat-custom = Nach eigener Regel
repeat-every = Alle wie viel
repeat-every-hint = 2 heißt jeden zweiten Tag, jede zweite Woche, jeden zweiten Monat oder jedes zweite Jahr.
repeat-weekdays = An diesen Tagen
repeat-rule = Regel
repeat-rule-hint = Wie iCalendar sie schreibt (RFC 5545): FREQ=MONTHLY;BYDAY=2TU
repeat-ends = Endet
repeat-ends-never = Nie
repeat-ends-on = An einem Tag
repeat-ends-after = Nach einer Anzahl
repeat-until = Letzter Tag
repeat-count = Wie oft insgesamt
repeat-skip = Diese Termine auslassen
repeat-skip-hint = Mit Kommas getrennt: 2026-12-24, 2026-12-31
repeat-scope = Die Änderung gilt für
repeat-scope-this = Diesen Termin
repeat-scope-following = Diesen und die folgenden Termine
repeat-scope-all = Alle Termine
events-part-which = Welche Termine
events-part-cancel = Wer zugesagt hat, erfährt es per E-Mail.
events-part-resume = Wer zugesagt hat, erfährt es per E-Mail.
events-part-delete = Wer zugesagt hat, erfährt es per E-Mail. Ein einzelner Termin kommt nicht zurück; sag ihn lieber ab, wenn es nur vorläufig ist.
events-flash-part-deleted = Die Termine wurden gelöscht.
