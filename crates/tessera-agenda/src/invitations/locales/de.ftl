## The organisers' page

invitations-title = Einladungen
invitations-invite = Leute einladen
invitations-open-count = { $count ->
    [one] { $count } Einladung ist offen.
   *[other] { $count } Einladungen sind offen.
}
invitations-paste = E-Mail-Adressen
invitations-paste-hint = Eine oder viele, höchstens { $max } auf einmal: Füg sie ein, wie sie sind, mit Kommas oder zeilenweise, mit Namen oder ohne.
invitations-address-count = { $count ->
    [one] { $count } Adresse
   *[other] { $count } Adressen
}
invitations-address-many = {"{n}"} Adressen
invitations-language = Sprache der E-Mail
invitations-send = Einladungen senden
invitations-sent-title = Bisher gesendet
invitations-none = Noch ist niemand eingeladen
invitations-none-text = Gib oben Adressen ein. Jede bekommt eine E-Mail mit einem eigenen Link, der sieben Tage gilt.
invitations-none-such = Keine solche.
invitations-column-state = Stand
invitations-column-when = Wann
invitations-state-open = Offen
invitations-state-used = Benutzt
invitations-state-expired = Abgelaufen
invitations-used-at = beantwortet { $at }
invitations-open-until = gilt bis { $until }
invitations-expired-at = abgelaufen { $at }
invitations-mail-waiting = E-Mail unterwegs
invitations-mail-sent = E-Mail gesendet
invitations-mail-failed = E-Mail nicht zustellbar
invitations-mails-waiting = { $count ->
    [one] { $count } E-Mail ist unterwegs.
   *[other] { $count } E-Mails sind unterwegs.
}
invitations-resend = Noch einmal senden
invitations-revoke = Zurückziehen
invitations-revoke-title = Diese Einladung zurückziehen?
invitations-revoke-what = Der Link, den { $email } bekommen hat, funktioniert dann nicht mehr. Wer ihn schon benutzt hat, bleibt.
invitations-flash-sent = Die Einladungen sind unterwegs.
invitations-flash-resent = Die Einladung ist wieder unterwegs, mit neuem Link.
invitations-flash-revoked = Die Einladung ist zurückgezogen.
invitations-sent-to = Einladung an { $email } gesendet
invitations-sent-count = { $count ->
    [one] { $count } Einladung gesendet
   *[other] { $count } Einladungen gesendet
}
invitations-report-already = { $count ->
    [one] { $count } war schon eingeladen:
   *[other] { $count } waren schon eingeladen:
}
invitations-report-wrong = { $count ->
    [one] { $count } ist keine E-Mail-Adresse:
   *[other] { $count } sind keine E-Mail-Adressen:
}
invitations-report-doubled = { $count ->
    [one] { $count } kam mehrfach und bekam eine E-Mail:
   *[other] { $count } kamen mehrfach und bekamen je eine E-Mail:
}
invitations-report-too-often = { $count ->
    [one] { $count } hat heute schon zu viele Einladungen bekommen. Versuch es morgen wieder:
   *[other] { $count } haben heute schon zu viele Einladungen bekommen. Versuch es morgen wieder:
}
invitations-report-more = { $count ->
    [one] und { $count } weitere
   *[other] und { $count } weitere
}

## The page behind the link

invitations-somebody = Jemand
invitations-invited-by = { $inviter } lädt dich ein
invitations-until = Die Einladung gilt bis { $until }.
invitations-private = Diese Veranstaltung sehen nur Eingeladene.
invitations-email-hint = Eine andere Adresse als die eingeladene bestätigst du erst per E-Mail.
invitations-closed-title = Diese Einladung ist nicht mehr offen
invitations-event-gone = Die Veranstaltung zu dieser Einladung gibt es nicht mehr.
invitations-event-cancelled = Die Veranstaltung wurde abgesagt. Danke, dass du kommen wolltest.
invitations-see-event = Veranstaltung ansehen

## The mail

invitations-mail-subject = { $inviter } lädt dich ein: { $event }
invitations-mail-heading = { $inviter } lädt dich zu „{ $event }“ ein
invitations-mail-button = Einladung ansehen und antworten
invitations-mail-until = Der Link gehört dir allein, gilt einmal und bis { $until }. Wer ihn hat, kann ihn benutzen: Behalt ihn für dich.
invitations-mail-file = Mit der angehängten Datei kommt die Veranstaltung in deinen Kalender.
invitations-mail-why = Du bekommst diese E-Mail, weil { $inviter } deine Adresse bei { $community } eingegeben hat. Wenn ihr euch nicht kennt, ignorier sie: Ohne deine Antwort kommt nichts weiter.

## Refusals

error-already-invited = Diese Adresse hat schon eine offene Einladung. Sende sie noch einmal, wenn sie verloren ging.
error-invite-to-draft = Veröffentliche die Veranstaltung zuerst: Niemand könnte sehen, wozu er eingeladen ist.
error-too-many-invitations = Höchstens { $max } Einladungen am Tag. Nichts wurde gesendet. Versuch es mit weniger oder morgen wieder.
error-recipient-has-enough = Diese Adresse hat heute so viele Einladungen bekommen, wie es gibt. Versuch es morgen wieder.
field-too-many-pasted = Das sind { $count } Adressen; höchstens { $max } gehen auf einmal. Nichts wurde gesendet, und alles Eingegebene ist noch da.
field-no-addresses = Darin ist keine E-Mail-Adresse.
field-one-or-many = Gib email oder emails an, nicht beides.
