## Subscribing

calendar-subscribe-title = Segui il calendario
calendar-subscribe-lead = La tua app del calendario si aggiorna da sola: i nuovi eventi compaiono, le modifiche arrivano, gli annullati sono segnati.
calendar-subscribe-open = Apri nella tua app del calendario
calendar-subscribe-address = Indirizzo del calendario
calendar-subscribe-address-hint = Per le app che chiedono un indirizzo: in Google Calendar “Altri calendari”, “Da URL”; in Outlook “Aggiungi calendario”, “Sottoscrivi dal Web”; sul telefono “Aggiungi iscrizione”.
calendar-subscribe-news = Come notizie
calendar-subscribe-news-hint = Per un lettore di notizie: gli eventi in arrivo.
calendar-subscribe-atom = Feed Atom
calendar-subscribe-json = JSON Feed
calendar-subscribe-filters = Ogni indirizzo accetta i filtri dell’agenda: aggiungi ?category=… o ?place=… per seguirne solo una parte.
calendar-subscribe-download = Scarica il calendario una volta sola
calendar-feed-description = Gli eventi pubblici di { $community }
calendar-feed-personal = { $community }, per { $name }

## One's own feed

calendar-mine-title = Un calendario solo per te
calendar-mine-text = Un indirizzo segreto con gli eventi pubblici, quelli che organizzi e quelli a cui partecipi, anche privati. Chi ha l’indirizzo può leggerli: tienilo per te.
calendar-mine-create = Crea il mio indirizzo
calendar-mine-once = Questo è il tuo indirizzo. Copialo ora: si vede solo questa volta.
calendar-mine-since = Hai un indirizzo dal { $date }. Non si può rivedere; uno nuovo prende il suo posto.
calendar-mine-renew = Crea un nuovo indirizzo
calendar-mine-renew-confirm = L’indirizzo che hai ora smette subito di funzionare, in tutte le app che lo usano.
calendar-mine-revoke = Disattivalo
calendar-mine-revoke-confirm = L’indirizzo smette subito di funzionare, in tutte le app che lo usano.
calendar-mine-sign-in = Accedi per seguire anche gli eventi tuoi e quelli privati.
calendar-flash-revoked = Il tuo indirizzo non funziona più.

## Importing

calendar-import-nav = Importa
calendar-import-title = Importa un calendario
calendar-import-lead = Porta qui gli eventi che hai già: un file .ics, come lo esportano Google, Apple, Outlook, Thunderbird e quasi tutti i calendari. Se più avanti importi un file più recente, si aggiorna solo quello che è cambiato, senza doppioni.
calendar-import-file = File del calendario
calendar-import-file-hint = Finisce in .ics; al massimo { $megabytes } MB.
calendar-import-visibility = Chi vede gli eventi
calendar-import-visibility-marked = Tutti, tranne gli eventi che nel file sono privati
calendar-import-visibility-public = Tutti
calendar-import-visibility-private = Solo tu e chi inviti
calendar-import-look = Prima guarda
calendar-import-preview = Che cosa farebbe questa importazione
calendar-import-preview-text = Non è ancora cambiato niente.
calendar-import-created = Nuovi
calendar-import-updated = Modificati
calendar-import-unchanged = Invariati
calendar-import-skipped = Esclusi
calendar-import-go = { $count ->
    [one] Importa { $count } evento
   *[other] Importa { $count } eventi
}
calendar-import-nothing = Tutto quello che c’è in questo file è già qui.
calendar-import-another = Scegli un altro file
calendar-import-running = Importazione: { $done } di { $total }
calendar-import-running-text = Puoi lasciare questa pagina: l’importazione continua.
calendar-import-done = Importazione completata
calendar-import-failed = L’importazione si è fermata prima della fine
calendar-import-failed-text = Quello che è stato importato fin lì resta. Importa di nuovo il file: quello che c’è già non si raddoppia.
calendar-import-agenda = Vai all’agenda
calendar-import-left-out = Che cosa è rimasto fuori
calendar-import-left-out-text = Tutto il resto del file non ne risente.
calendar-import-left-out-more = { $count ->
    [one] e { $count } altro
   *[other] e altri { $count }
}
calendar-import-what = Che cosa
calendar-import-line = Riga
calendar-import-why = Perché
audit-calendar-import = { $actor } ha importato un calendario

calendar-component-event = Evento
calendar-component-todo = Compito
calendar-component-journal = Voce di diario
calendar-component-calendar = Calendario
calendar-component-other = Voce

## Why something was left out

calendar-skipped-missing-uid = Non ha un UID, quindi non si potrebbe più riconoscere.
calendar-skipped-missing-start = Non ha un inizio.
calendar-skipped-invalid-property = Il valore di { $subject } non ha senso.
calendar-skipped-duplicate-property = { $subject } compare due volte.
calendar-skipped-ends-before-start = Finisce prima di cominciare.
calendar-skipped-mixed-times = Inizio e fine non vanno d’accordo: uno è un giorno o non ha fuso orario, l’altro sì.
calendar-skipped-unknown-zone = Nessuno conosce il fuso orario “{ $subject }”.
calendar-skipped-malformed-line = Una riga è rovinata.
calendar-skipped-unterminated = Manca la fine.
calendar-skipped-stray-end = C’è una fine senza inizio.
calendar-skipped-too-many-properties = Ha troppe proprietà.
calendar-skipped-line-too-long = Una riga è troppo lunga.
calendar-skipped-unsupported = Si importano solo eventi.
calendar-skipped-older = Quello che c’è già è più recente.
calendar-skipped-duplicate = Nel file ce n’è uno più recente con lo stesso nome.

## Refusals

error-not-a-calendar = Questo non è un file di calendario. Esporta il tuo calendario come .ics e scegli quel file.
error-vcalendar-1 = Questo è un vecchio file vCalendar. Esporta il calendario nel formato iCalendar (.ics).
error-too-many-components = Questo calendario ha più di { $limit } voci. Esportalo a pezzi.
error-too-deep = Questo file di calendario è danneggiato: le sue voci sono annidate troppo a fondo.
error-import-gone = Questa importazione è conclusa. Scegli di nuovo il file.
