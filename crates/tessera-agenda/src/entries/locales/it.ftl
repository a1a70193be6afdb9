field-window-too-long = Un calendario si mostra per al massimo { $days } giorni alla volta.

## Il calendario

entries-view-month = Mese
entries-view-weeks = 4 settimane
entries-view-week = Settimana
entries-view-day = Giorno
entries-view-list = Elenco
entries-view-year = Anno
entries-views = Viste
entries-previous = Indietro
entries-today = Oggi
entries-next = Avanti
entries-new = Nuovo
entries-plain = Elenco semplice
entries-with-script = Vista calendario
entries-zone-note = Gli orari sono: { $zone }.
entries-none = Qui non c’è niente
entries-cut = Questo mese ha più di quanto ci stia qui. Con un filtro trovi il resto.
entries-nothing-found-text = Niente di questo mese corrisponde al filtro. Prova un altro mese o meno filtri.
entries-more-that-day = Mostra altri { $count }
entries-go-to = Vai a { $day }

## Filtri

entries-filters = Filtra
entries-kinds = Che cosa
entries-status = Si svolge?
entries-status-and-priority = Stato e priorità
entries-status-scheduled = Come previsto
entries-status-cancelled = Annullato
entries-status-postponed = Rinviato
entries-status-rescheduled = Nuova data
entries-status-moved-online = Online
entries-priority-low = Bassa
entries-priority-medium = Media
entries-priority-high = Alta
entries-priority-urgent = Urgente
entries-organiser = Organizzato da
entries-organiser-any = Chiunque
entries-organiser-me = Me
entries-organiser-other = Chi è nell’indirizzo
entries-saved-filters = Filtri salvati
entries-saved-none = Salva ciò che filtri spesso: lo ritrovi con un tocco.
entries-filter-name = Nome
entries-filter-name-hint = Il filtro di adesso viene salvato con questo nome.
entries-filter-save = Salva questo filtro
entries-filter-delete = Elimina il filtro
entries-filter-delete-question = “{ $name }” viene dimenticato. Gli eventi restano come sono.
entries-flash-filter-saved = Il filtro è salvato.
entries-flash-filter-deleted = Il filtro non c’è più.
error-too-many-filters = Hai già { $max } filtri salvati. Eliminane uno che non ti serve più.
field-filter-name-taken = Hai già un filtro con questo nome.

## Spostare e creare

entries-moved = “{ $title }” ora è: { $when }.
entries-undone = È di nuovo dov’era.
entries-offline = Nessuna connessione. Non è cambiato niente.
entries-failed = Non ha funzionato. Non è cambiato niente.
entries-refreshed = Aggiornato.
entries-pull = Tira per aggiornare
entries-new-on = Nuovo: { $day }
entries-quick-more = Altri campi
entries-created = È nel calendario.
entries-created-unseen = Salvato. Appare qui quando viene pubblicato; lo trovi sotto Io, I miei eventi.
