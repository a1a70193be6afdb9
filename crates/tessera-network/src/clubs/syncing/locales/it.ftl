## Aggiornamenti dai partner

syncing-title = { $partner }: aggiornamenti
syncing-partners = Partner
syncing-history = Cronologia
syncing-lead = tenuti per novanta giorni
syncing-last = Ultimo riuscito { $when }
syncing-never = Finora mai riuscito
syncing-none = Ancora nessun aggiornamento
syncing-none-text = Un partner approvato viene interrogato ogni due ore circa, o quando premi «Sincronizza ora».
syncing-to-partner = Torna al partner
syncing-from-start = Dall’inizio
syncing-when = Quando
syncing-outcome = Esito
syncing-listed = Elencati
syncing-new = Nuovi
syncing-changed = Cambiati
syncing-cancelled = Annullati
syncing-took = in { $seconds } s
syncing-outcome-done = Fatto
syncing-outcome-unchanged = Niente di nuovo
syncing-outcome-incomplete = Incompleto
syncing-outcome-failed = Non riuscito
syncing-scope-days = solo alcuni giorni
syncing-detail-html = La risposta è una pagina web, non un elenco di eventi. L’indirizzo è giusto?
syncing-detail-not-json = La risposta non è JSON.
syncing-detail-truncated = La risposta si interrompe a metà.
syncing-detail-too-deep = La risposta è annidata troppo in profondità.
syncing-detail-too-long = La risposta è più grande di quanto accettiamo.
syncing-detail-too-many = La risposta ha più di 100.000 eventi.
syncing-detail-shape = La risposta non è un elenco di eventi.
syncing-gap-not-ended = L’elenco non è arrivato fino in fondo. Quello arrivato resta; niente è stato annullato.
syncing-gap-no-total = Il partner non dice quanti eventi ci sono, quindi niente è stato annullato.
syncing-gap-shifted = L’elenco è cambiato durante la lettura. Si vedrà la prossima volta.
syncing-gap-total = Il partner dice di avere più eventi di quanti ne manda. Quelli arrivati restano; niente è stato annullato.
syncing-gap-without-id = Un evento è arrivato senza identificativo, quindi niente è stato annullato.
syncing-skipped = { $count ->
    [one] Un evento è stato lasciato fuori
   *[other] { $count } eventi sono stati lasciati fuori
}
syncing-entry = Il numero { $number } dell’elenco
syncing-skipped-unreadable = Non si riesce a leggerlo.
syncing-skipped-missing = Manca «{ $field }».
syncing-skipped-too-long = «{ $field }» è troppo lungo.
syncing-skipped-bad-date = «{ $field }» non è né una data né un’ora con fuso.
syncing-skipped-end-before-start = Finisce prima di cominciare.
syncing-skipped-too-large = È più grande di quanto possa essere un evento.
syncing-prefer = Problemi con i partner
syncing-prefer-hint = Per gli amministratori: quando un partner fallisce più volte di fila, e quando torna a funzionare.
syncing-notice-failing = { $partner } non risponde come dovrebbe
syncing-notice-works = { $partner } funziona di nuovo
error-partner-closed = Al momento con { $club } non si scambia niente.
error-sync-under-way = { $club } viene già interrogato. Riprova tra un attimo.
error-partner-trouble = { $club } non ha risposto come dovrebbe. La pagina del partner dice che cosa non va.
