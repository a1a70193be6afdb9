## The list

templates-title = Modelli di compiti
templates-lead = Lavori che tornano: ogni compito tanti giorni prima o dopo una data.
templates-empty = Ancora nessun modello
templates-empty-text = Scrivi una volta ciò che serve a ogni evento, e usalo per il prossimo.
templates-name = Nome
templates-name-hint = Per esempio «Prima di un giro».
templates-tasks = Compiti
templates-actions = Cosa puoi fare
templates-count = { $count ->
    [one] { $count } compito
   *[other] { $count } compiti
}
templates-new = Un nuovo modello
templates-create = Crea il modello
templates-for-event = Compiti per questo evento

## One template

templates-no-tasks = Ancora nessun compito
templates-no-tasks-text = Aggiungi il primo qui sotto.
templates-task = Compito
templates-when = Quando
templates-before = prima della data
templates-after = alla data o dopo
templates-days = Giorni
templates-on-the-day = il giorno stesso
templates-days-before = { $count ->
    [one] { $count } giorno prima
   *[other] { $count } giorni prima
}
templates-days-after = { $count ->
    [one] { $count } giorno dopo
   *[other] { $count } giorni dopo
}
templates-time = Entro le
templates-assignee = Chi lo fa
templates-assignee-nobody = Ancora nessuno
templates-assignee-applier = Chi usa il modello
templates-assignee-event-organiser = Chi organizza l’evento
templates-assignee-staff = Tutto il personale
templates-assignee-promoter = Tutti i promotori
templates-assignee-organiser = Tutti gli organizzatori
templates-assignee-admin = Tutti gli amministratori
templates-description = Descrizione
templates-add = Aggiungi un compito
templates-up = Su
templates-down = Giù
templates-rename = Nome del modello
templates-delete = Elimina il modello
templates-delete-question = «{ $name }» viene eliminato. I compiti creati con esso restano.

## Using it

templates-use = Usalo
templates-use-lead = Scegli la data, guarda i giorni, poi crea i compiti.
templates-date = Data
templates-date-hint = I giorni si contano da lì.
templates-look = Mostra i giorni
templates-preview = Verranno creati questi compiti
templates-due = Scadenza
templates-who-sees = Chi vede i compiti
templates-visibility-private = Solo tu e chi li fa
templates-visibility-public = Tutti
templates-make = Crea i compiti

## Notices and refusals

templates-flash-created = Il modello c’è. Aggiungi i compiti.
templates-flash-saved = Salvato.
templates-flash-deleted = Il modello è eliminato.
templates-flash-applied = I compiti sono creati.
error-too-many-templates = Ci sono già { $max } modelli. Eliminane prima uno.
error-template-empty = Questo modello non ha ancora compiti.
field-name-taken = Questo nome è già usato. Scegline un altro.
field-too-many-items = Al massimo { $max } compiti.
field-bad-time = Questa non è un’ora, come 18:00.
