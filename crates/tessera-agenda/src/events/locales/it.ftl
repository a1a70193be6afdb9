## Lists

events-agenda-title = Agenda
events-agenda-lead = Quello che facciamo insieme. Vieni anche tu.
events-subscribe-calendar = Abbonati al calendario
events-filters = Filtri
events-filter-all = Tutto
events-filter-mine = I miei
events-filter-events = Eventi
events-filter-community-events = Eventi della comunità
events-filter-engagements = Incontri e impegni
events-filter-tasks = Compiti
events-search = Cerca
events-search-words = Parole
events-place = Luogo
events-from = Dal
events-to = Al
events-earlier = Prima
events-later = Dopo
events-under-way = In corso
events-all-day = tutto il giorno
events-time-in-zone = { $time } ({ $zone })
events-nothing-planned = Non c’è ancora niente in programma
events-nothing-planned-text = Qui troverai, giorno per giorno, quello che fa questa comunità.
events-nothing-found = Nessun risultato
events-nothing-found-text = Prova con meno parole, un altro luogo o altre date.
events-show-all = Mostra tutto
events-create = Crea un evento
events-create-first = Crea il primo evento

## Months

events-months = Mesi
events-previous-month = Mese precedente
events-next-month = Mese successivo
events-this-month = Questo mese
events-more-that-day = { $count ->
    [one] ancora { $count }
   *[other] altri { $count }
}
events-month-empty = Niente questo mese
events-month-empty-text = Guarda il prossimo, o riempi questo.

## Kinds, states

events-kind-event = Evento
events-kind-community-event = Evento della comunità
events-kind-engagement = Incontro
events-kind-task = Compito
events-cancelled = Annullato
events-postponed = Rimandato
events-rescheduled = Nuova data
events-moved-online = Online
events-in-progress = In corso
events-done = Fatto
events-state-draft = Bozza
events-state-proposed = Proposto
events-state-deleted = Eliminato
events-only-invited = Su invito
events-repeats = si ripete
events-going = { $count ->
    [one] { $count } ci va
   *[other] { $count } ci vanno
}
events-going-full = { $count ->
    [one] { $count } ci va · completo
   *[other] { $count } ci vanno · completo
}
events-places-left = { $left ->
    [one] { $left } posto
   *[other] { $left } posti
}
events-going-and-left = { $left ->
    [one] { $count } ci vanno · resta { $left } posto
   *[other] { $count } ci vanno · restano { $left } posti
}

## One event

events-facts = Quando e dove
events-now = adesso
events-your-time = { $time } da te
events-due = Entro { $when }
events-organised-by = Organizzato da { $name }
events-together-with = insieme a { $names }
events-show-on-map = Mostra su OpenStreetMap
events-add-to-calendar = Aggiungi al mio calendario
events-share = Condividi
events-tools = Per chi organizza
events-publish = Pubblica
events-propose = Proponi
events-give-back = Restituisci come bozza
events-duplicate = Duplica
events-cancel = Annulla l’evento
events-resume = Si fa lo stesso
events-restore = Ripristina
events-cancel-question = { $count ->
    [0] Nessuno ha ancora risposto, quindi non parte nessuna e-mail. L’evento resta visibile, segnato come annullato.
    [one] { $count } persona riceve un’e-mail: l’evento è annullato.
   *[other] { $count } persone ricevono un’e-mail: l’evento è annullato.
}
events-delete-title = Elimina l’evento
events-delete-question = { $count ->
    [one] { $count } persona che ha risposto riceve un’e-mail, e l’evento sparisce. Per trenta giorni puoi ripristinarlo.
   *[other] { $count } persone che hanno risposto ricevono un’e-mail, e l’evento sparisce. Per trenta giorni puoi ripristinarlo.
}
events-deleted-notice = Questo evento è eliminato. Per trenta giorni si può ripristinare.
events-draft-notice = Una bozza: la vede solo chi organizza.
events-proposed-notice = Proposto: un organizzatore della comunità lo guarda e lo pubblica.

## The form

events-new-title = Nuovo evento
events-edit-title = Modifica l’evento
events-title = Titolo
events-when = Quando
events-whole-days = Giornate intere
events-whole-days-hint = Senza orari.
events-start-date = Giorno
events-start-time = Inizia alle
events-end-date = Ultimo giorno
events-end-date-hint = Solo se è un altro giorno.
events-end-time = Finisce alle
events-end-time-hint = Lascialo vuoto se non lo sai.
events-timezone = Fuso orario di questi orari
events-timezone-hint = Il fuso del luogo, come Europe/Rome.
events-zone-offer = Il tuo dispositivo è in {"{"}zone{"}"}.
events-zone-use = Usa quello
events-where = Dove
events-venue = Luogo
events-room = Sala
events-address = Indirizzo
events-lat = Latitudine
events-lon = Longitudine
events-description = Descrizione
events-markdown-hint = Una riga vuota inizia un paragrafo; funzionano **grassetto**, *corsivo*, - elenchi e [link](https://example.org).
events-picture = Immagine
events-picture-now = L’immagine attuale
events-picture-remove = Togli l’immagine
events-picture-file = Scegli un’immagine
events-picture-hint = JPEG, PNG, WebP o GIF. Quello che la fotocamera annota su luogo e ora viene tolto.
events-who-sees = Chi lo vede
events-visibility-public = Tutti
events-visibility-public-hint = Compare nell’agenda, nei feed e nei motori di ricerca.
events-visibility-private = Solo chi è invitato
events-visibility-private-hint = Nessun altro ne vede il contenuto, nemmeno chi amministra la comunità.
events-capacity = Posti
events-capacity-hint = Lascialo vuoto se non c’è un limite.
events-category = Categoria
events-category-any = Qualsiasi categoria
events-category-hint = Una parola vostra, come Gite.
events-more-fields = Altro: sala, punto esatto
events-kind = Tipo
events-create-what = Che cosa vuoi creare?
events-task = Il compito
events-due-date = Entro il
events-due-time = Entro le
events-due-hint = Se conta solo entro quando va fatto, lascia vuoti gli orari qui sotto.
events-type = Tipo
events-type-none = Nessuno
events-type-cultural = Culturale
events-type-religious = Religioso
events-type-meeting = Riunione
events-type-training = Formazione
events-type-disaster = Emergenza
events-engagement = L’incontro
events-stakeholder = Con chi
events-stakeholder-hint = Un ufficio, un’associazione, una persona.
events-contact = Come contattarli
events-contact-hint = Chi vede l’evento vede anche questo.
events-follow-up-on = Da riprendere il
events-follow-up-note = Cosa riprendere
events-priority = Priorità
events-priority-none = Nessuna
events-priority-low = Bassa
events-priority-medium = Media
events-priority-high = Alta
events-priority-urgent = Urgente
events-save-draft = Salva come bozza
events-publish-or-propose = Pubblica o proponi
events-publish-or-propose-hint = Gli eventi privati li pubblichi tu; quelli pubblici li proponi, e li pubblica un organizzatore.
events-unverified-notice = Conferma il tuo indirizzo e-mail per pubblicare. Fino ad allora si salva come bozza.

## My events, proposals

events-mine-title = I miei eventi
events-mine-lead = Quello che prepari e organizzi.
events-mine-empty = Non organizzi ancora niente
events-mine-empty-text = Qui troverai le tue bozze, le proposte e gli eventi.
events-mine-drafts = Bozze
events-mine-proposed = Proposti, in attesa di un organizzatore
events-mine-coming = In arrivo
events-mine-past = Passati
events-mine-deleted = Eliminati
events-mine-deleted-text = Aprine uno per ripristinarlo. Dopo trenta giorni spariscono.
events-proposals-title = Proposte
events-proposals-lead = Le propongono i soci. Pubblicale, oppure restituiscile.
events-proposals-empty = Nessuna proposta in attesa
events-proposals-empty-text = Quello che i soci propongono per tutti arriva prima qui.
events-proposed-by = proposto da { $name }

## Organisers

events-organisers-title = Chi organizza
events-organisers-lead = I co-organizzatori modificano e annullano l’evento, vedono chi viene e invitano.
events-organiser-name = Nome
events-organiser-part = Ruolo
events-organiser = Organizzatore
events-co-organiser = Co-organizzatore
events-co-organiser-add = Aggiungi un co-organizzatore
events-co-organiser-hint = Un socio di questa comunità.
events-co-organiser-remove = Togli
events-co-organiser-leave = Non organizzare più
events-member-email = Indirizzo e-mail
events-hand-over = Passa l’evento
events-hand-over-hint = Quel socio diventa l’organizzatore, e tu resti co-organizzatore.
events-hand-over-question = { $email } diventa l’organizzatore di questo evento e decide al riguardo. Tu resti co-organizzatore.

## Notices

events-flash-saved = Salvato.
events-flash-draft-saved = Salvato come bozza.
events-flash-published = Pubblicato.
events-flash-proposed = Proposto. Lo guarderà un organizzatore.
events-flash-given-back = Restituito come bozza.
events-flash-cancelled = L’evento è annullato.
events-flash-resumed = L’evento si fa lo stesso.
events-flash-deleted = L’evento è eliminato.
events-flash-restored = L’evento è di nuovo qui.
events-flash-duplicated = Questa è la copia, una bozza. Cambia quello che è diverso.
events-flash-co-organiser-added = Ora organizzate insieme.
events-flash-co-organiser-removed = Tolto.
events-flash-handed-over = L’evento ha un nuovo organizzatore.

## Refusals

error-event-private = Questo evento è privato. Accedi, oppure apri il link del tuo invito.
error-event-not-yours = Questo evento è privato e non sei tra gli invitati. Chiedi un invito a chi lo organizza.
error-publishing-is-for-organisers = Gli eventi pubblici li pubblicano gli organizzatori. Proponilo a loro.
error-nothing-to-propose = Si può proporre solo una bozza pubblica.
error-no-such-date = La serie non ha questa data. Forse è stata spostata o eliminata.
field-ends-before-start = La fine è prima dell’inizio.
field-bad-datetime = Non è una data o un orario che esiste, come 2026-04-15T09:00:00+02:00.
field-time-missing = Serve un orario, oppure scegli giornate intere.
field-bad-rrule = Non è una regola di ripetizione, come FREQ=WEEKLY;BYDAY=WE.
field-rrule-too-dense = Più di { $max } date all’anno sono troppe. Scegli una regola con meno date.
field-rrule-without-dates = Questa regola non dà nessuna data. Controlla i giorni e la fine.
field-no-such-date = La serie non ha questa data.
field-rule-cannot-move = Questa regola dice troppo dei suoi giorni per essere spostata così. Cambia la regola stessa.
field-rules-cannot-split = Una serie con più regole non si può dividere. Cambia solo questa data, o tutte.
field-date-is-reached = Da una data precedente in poi questa serie è diversa, come diceva il suo file. Cambia solo questa data, oppure tutte.
field-bad-image-url = Carica prima l’immagine: questo non è l’indirizzo di un’immagine.
field-no-picture = Non è un’immagine JPEG, PNG, WebP o GIF.
field-picture-too-large = Questa immagine ha troppi pixel: al massimo 12.000 per lato e 50 milioni in tutto.
field-picture-damaged = Questa immagine è danneggiata. Salvala di nuovo e riprova.
field-no-such-member = Nessun socio di questa comunità ha questo indirizzo.

## The trail

audit-event-change = { $actor } ha modificato l’evento di un altro
audit-event-publish = { $actor } ha pubblicato un evento proposto
audit-event-cancel = { $actor } ha annullato l’evento di un altro
audit-event-delete = { $actor } ha eliminato l’evento di un altro
audit-event-restore = { $actor } ha ripristinato l’evento di un altro
audit-event-add-co-organiser = { $actor } ha aggiunto un co-organizzatore all’evento di un altro
audit-event-remove-co-organiser = { $actor } ha tolto un co-organizzatore dall’evento di un altro

## Series

events-more-dates = Prossime date:
series-daily = { $every ->
    [1] Ogni giorno
    [2] Ogni due giorni
   *[other] Ogni { $every } giorni
 }{ $ends ->
    [count] { $count ->
        [1] , una volta
       *[other] , { $count } volte
     }
    [until] {" "}fino al { $until }
   *[never] {""}
 }
series-weekly = { $every ->
    [1] Ogni settimana: { $weekdays }
    [2] Ogni due settimane: { $weekdays }
   *[other] Ogni { $every } settimane: { $weekdays }
 }{ $ends ->
    [count] { $count ->
        [1] , una volta
       *[other] , { $count } volte
     }
    [until] {" "}fino al { $until }
   *[never] {""}
 }
series-monthly-by-day = { $every ->
    [1] Ogni mese, il giorno { $days }
    [2] Ogni due mesi, il giorno { $days }
   *[other] Ogni { $every } mesi, il giorno { $days }
 }{ $ends ->
    [count] { $count ->
        [1] , una volta
       *[other] , { $count } volte
     }
    [until] {" "}fino al { $until }
   *[never] {""}
 }
series-monthly-last-day = { $every ->
    [1] L’ultimo giorno di ogni mese
    [2] L’ultimo giorno, ogni due mesi
   *[other] L’ultimo giorno, ogni { $every } mesi
 }{ $ends ->
    [count] { $count ->
        [1] , una volta
       *[other] , { $count } volte
     }
    [until] {" "}fino al { $until }
   *[never] {""}
 }
series-monthly-by-weekday = { $weekday ->
    [domenica] { $which ->
        [first] La prima
        [second] La seconda
        [third] La terza
        [fourth] La quarta
        [fifth] La quinta
       *[last] L’ultima
     }
   *[other] { $which ->
        [first] Il primo
        [second] Il secondo
        [third] Il terzo
        [fourth] Il quarto
        [fifth] Il quinto
       *[last] L’ultimo
     }
 } { $weekday } { $every ->
    [1] di ogni mese
    [2] ogni due mesi
   *[other] ogni { $every } mesi
 }{ $ends ->
    [count] { $count ->
        [1] , una volta
       *[other] , { $count } volte
     }
    [until] {" "}fino al { $until }
   *[never] {""}
 }
series-yearly-by-day = { $every ->
    [1] Ogni anno, il { $date }
    [2] Ogni due anni, il { $date }
   *[other] Ogni { $every } anni, il { $date }
 }{ $ends ->
    [count] { $count ->
        [1] , una volta
       *[other] , { $count } volte
     }
    [until] {" "}fino al { $until }
   *[never] {""}
 }
series-yearly-by-weekday = { $weekday ->
    [domenica] { $which ->
        [first] La prima
        [second] La seconda
        [third] La terza
        [fourth] La quarta
        [fifth] La quinta
       *[last] L’ultima
     }
   *[other] { $which ->
        [first] Il primo
        [second] Il secondo
        [third] Il terzo
        [fourth] Il quarto
        [fifth] Il quinto
       *[last] L’ultimo
     }
 } { $weekday } di { $month }, { $every ->
    [1] ogni anno
    [2] ogni due anni
   *[other] ogni { $every } anni
 }{ $ends ->
    [count] { $count ->
        [1] , una volta
       *[other] , { $count } volte
     }
    [until] {" "}fino al { $until }
   *[never] {""}
 }
series-other = Secondo una regola propria{ $ends ->
    [count] { $count ->
        [1] , una volta
       *[other] , { $count } volte
     }
    [until] {" "}fino al { $until }
   *[never] {""}
 }
series-by-own-rule = Secondo una regola propria
series-on-chosen-dates = { $count ->
    [1] In una data scelta
   *[other] In { $count } date scelte
 }

## Repeating, on the form

repeat-title = Ripetizione
repeat-how = Quanto spesso
repeat-never = Mai
repeat-daily = Ogni giorno
repeat-weekly = Ogni settimana
repeat-monthly-day = Ogni mese in questo giorno
repeat-monthly-weekday = Ogni mese in questo giorno della settimana
repeat-monthly-last = Ogni mese, l’ultimo di questi giorni della settimana
repeat-yearly = Ogni anno
repeat-custom = Con una regola propria
repeat-every = Ogni quanti
repeat-every-hint = 2 vuol dire ogni due giorni, settimane, mesi o anni.
repeat-weekdays = In questi giorni
repeat-rule = Regola
repeat-rule-hint = Come la scrive iCalendar (RFC 5545): FREQ=MONTHLY;BYDAY=2TU
repeat-ends = Finisce
repeat-ends-never = Mai
repeat-ends-on = In un giorno
repeat-ends-after = Dopo un certo numero di volte
repeat-until = Ultimo giorno
repeat-count = Quante volte
repeat-skip = Salta queste date
repeat-skip-hint = Separate da virgole: 2026-12-24, 2026-12-31
repeat-scope = La modifica vale per
repeat-scope-this = Questa data
repeat-scope-following = Questa e le date seguenti
repeat-scope-all = Tutte le date
events-part-which = Quali date
events-part-cancel = Chi ha detto che verrà ne viene avvisato per e-mail.
events-part-resume = Chi ha detto che verrà ne viene avvisato per e-mail.
events-part-delete = Chi ha detto che verrà ne viene avvisato per e-mail. Una singola data non torna più: se è solo in forse, annullala.
events-flash-part-deleted = Le date sono state eliminate.
