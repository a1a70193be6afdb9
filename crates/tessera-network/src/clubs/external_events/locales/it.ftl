## Eventi dei partner

external-events-title = Eventi dei club partner
external-events-lead = Scopri gli eventi organizzati dai nostri amici.
external-events-from-partners = Dai club partner
external-events-kind = Evento partner
external-events-filter = Filtra
external-events-club = Club
external-events-club-any = Tutti i club
external-events-date = Data
external-events-date-any = Tutti i prossimi
external-events-date-week = I prossimi sette giorni
external-events-date-month = Questo mese
external-events-date-next-month = Il mese prossimo
external-events-place = Luogo
external-events-from-start = Dall’inizio
external-events-none = Ancora niente dai club partner
external-events-none-text = Quando un club con cui condividiamo gli eventi organizza qualcosa, lo trovi qui.
external-events-nothing-found = Nessun risultato
external-events-nothing-found-text = Nessun evento corrisponde a ciò che cerchi.
external-events-show-all = Mostra tutti
external-events-to-partners = Vai ai partner
external-events-waiting = { $count ->
    [one] Un evento aspetta te
   *[other] { $count } eventi aspettano te
}
external-events-interest = { $count ->
    [0] Sii il primo a mostrare interesse!
    [one] Un socio interessato
   *[other] { $count } soci interessati
}
external-events-theirs = { $count ->
    [one] Una persona di { $club } è interessata
   *[other] { $count } persone di { $club } sono interessate
}
external-events-nameless = Nomi non visibili per privacy.
external-events-question = Sei interessato?
external-events-level-interested = Interessato
external-events-level-maybe = Forse
external-events-level-going = Ci vado!
external-events-withdraw = Non mi interessa più
external-events-sign-in = Accedi per mostrare interesse e organizzarti
external-events-cancelled = Annullato dagli organizzatori
external-events-cancelled-text = Non si fa.
external-events-over = È già passato.
external-events-gone = { $club } non elenca più questo evento.
external-events-not-shown = Lo vedono solo gli amministratori: non è approvato, è nascosto, o il partner è in pausa.
external-events-facts = Quando e dove
external-events-original = Vai all’evento originale
external-events-read-there = Continua dagli organizzatori
external-events-map = Mappa
external-events-map-show = Mostra la mappa
external-events-map-note = La mappa viene caricata da { $host }, che così conosce il tuo indirizzo internet.
external-events-map-in = Ingrandisci
external-events-map-out = Riduci
external-events-directions = Come arrivarci
external-events-organise = Organizziamoci!
external-events-organise-text = Lo leggono solo i soci. Il partner non lo riceve.
external-events-no-comments = Nessuno ha ancora scritto. Chi guida, e a che ora si parte?
external-events-write = Scrivi un commento
external-events-write-example = Chi parte alle otto?
external-events-send = Invia
external-events-change-comment = Modifica il tuo commento
external-events-edited = modificato
external-events-earlier = Commenti precedenti
external-events-manage = Eventi dei partner
external-events-manage-lead = Quello che elencano i partner. Tu decidi che cosa si vede; gli eventi restano come li scrive chi li organizza.
external-events-manage-none = Nessun partner ha ancora elencato eventi
external-events-manage-none-text = Appena un partner è approvato e interrogato, i suoi eventi sono qui.
external-events-see-list = Vedi la pagina pubblica
external-events-event = Evento
external-events-status = Stato
external-events-status-any = Tutti gli stati
external-events-scheduled = In programma
external-events-approval = Approvazione
external-events-approval-any = Tutte
external-events-pending = In attesa
external-events-approved = Approvato
external-events-hidden = Nascosto
external-events-upcoming = Prossimi
external-events-past = Passati
external-events-interests = Interessati
external-events-actions = Azioni
external-events-bulk = Per gli eventi scelti
external-events-tick = Scegli
external-events-tick-all = Tutti in questa pagina
external-events-approve = Approva
external-events-hide = Nascondi
external-events-unhide = Mostra di nuovo
external-events-approve-ticked = Approva i scelti
external-events-hide-ticked = Nascondi i scelti
external-events-refresh-ticked = Aggiorna i scelti
external-events-hide-title = Nascondere questi eventi?
external-events-hide-what = { $count ->
    [one] Visitatori e soci non vedranno più un evento.
   *[other] Visitatori e soci non vedranno più { $count } eventi.
}
external-events-flash-said = Segnato. Si vede solo il numero.
external-events-flash-withdrawn = Il tuo interesse è ritirato.
external-events-flash-comment-changed = Il tuo commento è modificato.
external-events-flash-comment-deleted = Il commento è eliminato.
external-events-flash-comment-restored = Il commento è di nuovo qui.
external-events-flash-none-ticked = Scegli prima gli eventi.
external-events-flash-approved = Gli eventi sono approvati.
external-events-flash-hidden = Gli eventi sono nascosti.
external-events-flash-refreshing = Gli eventi vengono aggiornati.
external-events-flash-approved-one = L’evento è approvato.
external-events-flash-hidden-one = L’evento è nascosto.
external-events-flash-unhidden = L’evento si vede di nuovo.
external-events-flash-undone = È tutto come prima.
external-events-prefer-news = Nuovi eventi dei club partner
external-events-prefer-news-hint = Quando i club partner organizzano qualcosa di nuovo.
external-events-prefer-updates = Eventi partner che ti interessano
external-events-prefer-updates-hint = Quando cambiano, saltano, o tanti di noi ci vogliono andare.
external-events-prefer-comments = Commenti agli eventi partner
external-events-prefer-comments-hint = Quando qualcuno scrive di un evento che ti interessa.
external-events-notice-new = Nuovi eventi dai club partner 🏍️
external-events-notice-new-text = I nostri club partner hanno aggiunto nuovi eventi:
external-events-notice-milestone = { $count ->
    [one] 🔥 Un socio è interessato a { $event }!
   *[other] 🔥 { $count } soci sono interessati a { $event }!
}
external-events-notice-changed = { $event } è cambiato
external-events-notice-cancelled = { $event } è annullato
external-events-notice-comment = { $name } ha scritto su { $event }
external-events-mail-milestone-heading = L’evento che ti interessa piace a molti!
external-events-mail-milestone-count = { $count ->
    [one] Un socio del nostro club interessato
   *[other] { $count } soci del nostro club interessati
}
external-events-mail-milestone-open = Vedi chi organizza il viaggio
error-external-event-cancelled = Questo evento è annullato.
error-external-event-over = Questo evento è già passato.
audit-external-event-approve = { $actor } ha approvato eventi dei partner
audit-external-event-unapprove = { $actor } ha ritirato l’approvazione di eventi dei partner
audit-external-event-hide = { $actor } ha nascosto eventi dei partner
audit-external-event-unhide = { $actor } ha mostrato di nuovo eventi dei partner
audit-external-comment-delete = { $actor } ha eliminato un commento di { $subject }
audit-external-comment-restore = { $actor } ha ripristinato un commento di { $subject }
