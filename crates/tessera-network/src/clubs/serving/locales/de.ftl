## Was Partner fragen und sagen

serving-interested-title = Interesse aus Partnerclubs
serving-interested-note = Die Clubs sagen uns, wie viele, nie wer.
serving-from-club = { $count } aus { $club } interessiert
serving-going = { $count ->
    [one] { $count } geht hin
   *[other] { $count } gehen hin
}
serving-maybe = { $count } vielleicht
serving-just-interested = { $count } interessiert
error-unsigned = Die Anfrage ist nicht signiert, oder Kopfzeilen der Signatur fehlen.
error-unknown-key = Dieser Schlüssel ist hier nicht bekannt.
error-bad-signature = Die Signatur passt nicht zur Anfrage.
error-stale = Die Zeit der Anfrage ist zu weit von jetzt entfernt. Prüf die Uhren.
error-bad-timestamp = Die Zeit der Anfrage ist nicht RFC 3339 mit einem Abstand zu UTC.
error-profile-too-weak = Dieser Partner signiert auf eine stärkere Weise; die schwächere wird nicht mehr angenommen.
error-replayed = Diese Anfrage wurde schon gesehen. Signier sie neu, mit einer anderen Zeit.
error-https-required = Nimm https.
error-partner-not-approved = Dieser Partner ist hier noch nicht freigegeben.
error-partner-inactive = Dieser Partner ist hier nicht aktiv.
error-not-shared = Mit diesem Partner werden keine Termine geteilt.
field-other-club = Das ist nicht das Kürzel des Partners, der signiert hat.
field-bad-timestamp = Das ist keine Zeit wie in RFC 3339, mit einem Abstand zu UTC.
