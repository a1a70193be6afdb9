## Abrufe von Partnern

syncing-title = { $partner }: Abrufe
syncing-partners = Partner
syncing-history = Verlauf
syncing-lead = neunzig Tage aufbewahrt
syncing-last = Zuletzt erfolgreich { $when }
syncing-never = Bisher noch nie erfolgreich
syncing-none = Noch wurde nichts abgerufen
syncing-none-text = Ein freigegebener Partner wird etwa alle zwei Stunden gefragt, oder wenn du „Jetzt abrufen“ drückst.
syncing-to-partner = Zurück zum Partner
syncing-from-start = Zum Anfang
syncing-when = Wann
syncing-outcome = Ergebnis
syncing-listed = Gelistet
syncing-new = Neu
syncing-changed = Geändert
syncing-cancelled = Abgesagt
syncing-took = in { $seconds } s
syncing-outcome-done = Erledigt
syncing-outcome-unchanged = Nichts Neues
syncing-outcome-incomplete = Unvollständig
syncing-outcome-failed = Fehlgeschlagen
syncing-scope-days = nur einige Tage
syncing-detail-html = Die Antwort ist eine Webseite, keine Liste von Terminen. Stimmt die Adresse?
syncing-detail-not-json = Die Antwort ist kein JSON.
syncing-detail-truncated = Die Antwort bricht mittendrin ab.
syncing-detail-too-deep = Die Antwort ist zu tief verschachtelt.
syncing-detail-too-long = Die Antwort ist größer, als wir annehmen.
syncing-detail-too-many = Die Antwort enthält mehr als 100.000 Termine.
syncing-detail-shape = Die Antwort ist keine Liste von Terminen.
syncing-gap-not-ended = Die Liste kam nicht bis zum Ende. Was kam, bleibt; nichts wurde abgesagt.
syncing-gap-no-total = Der Partner sagt nicht, wie viele Termine es gibt; darum wurde nichts abgesagt.
syncing-gap-shifted = Die Liste änderte sich beim Lesen. Beim nächsten Mal wird es klar.
syncing-gap-total = Der Partner hat nach eigener Angabe mehr Termine, als er sendet. Was kam, bleibt; nichts wurde abgesagt.
syncing-gap-without-id = Ein Termin kam ohne Kennung; darum wurde nichts abgesagt.
syncing-skipped = { $count ->
    [one] Ein Termin wurde ausgelassen
   *[other] { $count } Termine wurden ausgelassen
}
syncing-entry = Nummer { $number } der Liste
syncing-skipped-unreadable = Er ist nicht lesbar.
syncing-skipped-missing = „{ $field }“ fehlt.
syncing-skipped-too-long = „{ $field }“ ist zu lang.
syncing-skipped-bad-date = „{ $field }“ ist weder ein Datum noch eine Zeit mit Zeitzone.
syncing-skipped-end-before-start = Er endet, bevor er beginnt.
syncing-skipped-too-large = Er ist größer, als ein Termin sein darf.
syncing-prefer = Probleme mit Partnern
syncing-prefer-hint = Für Admins: wenn ein Partner mehrmals hintereinander ausfällt, und wenn es wieder klappt.
syncing-notice-failing = { $partner } antwortet nicht, wie es sein sollte
syncing-notice-works = { $partner } funktioniert wieder
error-partner-closed = Mit { $club } wird zurzeit nichts ausgetauscht.
error-sync-under-way = { $club } wird gerade schon gefragt. Versuch es gleich noch einmal.
error-partner-trouble = { $club } hat nicht geantwortet, wie es sein sollte. Auf der Seite des Partners steht, woran es liegt.
