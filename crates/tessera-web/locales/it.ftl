## Dates

dates-weekday-and-date = { $weekday } { $date }
dates-time = { $time }
dates-times = { $from }–{ $to }
dates-day-and-time = { $day }, { $time }
dates-from-to = { $start } – { $end }
dates-days-of-month = { $first }–{ $last } { $month }
dates-days-of-month-and-year = { $first }–{ $last } { $month } { $year }
dates-zone = ora di { $city }
dates-today = oggi
dates-tomorrow = domani
dates-yesterday = ieri
dates-just-now = proprio ora
dates-in-minutes = { $count ->
    [one] fra { $count } minuto
   *[other] fra { $count } minuti
}
dates-minutes-ago = { $count ->
    [one] { $count } minuto fa
   *[other] { $count } minuti fa
}
dates-in-hours = { $count ->
    [one] fra { $count } ora
   *[other] fra { $count } ore
}
dates-hours-ago = { $count ->
    [one] { $count } ora fa
   *[other] { $count } ore fa
}
dates-in-days = { $count ->
    [one] fra { $count } giorno
   *[other] fra { $count } giorni
}
dates-days-ago = { $count ->
    [one] { $count } giorno fa
   *[other] { $count } giorni fa
}
dates-in-months = { $count ->
    [one] fra { $count } mese
   *[other] fra { $count } mesi
}
dates-months-ago = { $count ->
    [one] { $count } mese fa
   *[other] { $count } mesi fa
}
dates-in-years = { $count ->
    [one] fra { $count } anno
   *[other] fra { $count } anni
}
dates-years-ago = { $count ->
    [one] { $count } anno fa
   *[other] { $count } anni fa
}

## Chrome

chrome-skip-to-content = Vai al contenuto
chrome-main-navigation = Principale
chrome-agenda = Agenda
chrome-calendar = Calendario
chrome-community = Comunità
chrome-inbox = Posta
chrome-me = Io
chrome-about = Chi siamo
chrome-manage = Gestione
chrome-create = Crea
chrome-search = Cerca
chrome-sign-in = Accedi
chrome-sign-out = Esci
chrome-register = Iscriviti
chrome-language = Lingua
chrome-you-are-here = Sei qui
chrome-more = Altro
chrome-keys = Scorciatoie da tastiera
chrome-keys-on = Scorciatoie con lettere singole

## Buttons

button-save = Salva
button-cancel = Annulla
button-delete = Elimina
button-edit = Modifica
button-back = Indietro
button-next = Avanti
button-previous = Indietro
button-close = Chiudi
button-undo = Annulla l’operazione
button-copy = Copia
button-show-more = Mostra altro
button-filter = Filtra
button-clear = Azzera

## Forms

form-required = obbligatorio
form-optional = facoltativo
form-copied = Copiato.
form-has-errors = Controlla i campi segnati.
form-show-password = Mostra la password
form-hide-password = Nascondi la password
form-yes = Sì
form-no = No

## Roles

role-member = Socio
role-staff = Personale
role-promoter = Promotore
role-organiser = Organizzatore
role-admin = Amministratore

## Refusals: the code of the answer, with its underscores as hyphens

error-title = Qualcosa non va
error-not-found-title = Qui non c’è niente
error-way-back = Prosegui da qui
error-home = Vai all’agenda
error-unauthenticated = Prima accedi.
error-forbidden = Non hai il permesso di farlo. Se pensi che ti spetti, chiedi a chi amministra la comunità.
error-not-a-member = Non fai parte di questa comunità.
error-not-found = Quello che cerchi non esiste, oppure non è aperto a te.
error-method-not-allowed = Questo indirizzo non si usa così.
error-invalid = Qualcosa di quanto inserito non va bene.
error-bad-json = Il corpo non è JSON valido.
error-bad-body = La richiesta non è leggibile.
error-csrf = Questa pagina è rimasta aperta troppo a lungo o viene da un altro sito. Ricaricala e riprova.
error-wrong-community = Questo token è di un’altra comunità.
error-suspended = La tua iscrizione è sospesa. Chi amministra la comunità può dirti perché.
error-scope-missing = Questo token non ha questo permesso.
error-email-unverified = Prima conferma il tuo indirizzo e-mail: fino ad allora puoi preparare, ma non pubblicare, invitare o inviare.
error-too-many = Troppi tentativi. Aspetta un po’ e riprova.
error-overloaded = In questo momento siete in tantissimi. Riprova tra qualche secondo: di quello che hai inviato non è stato registrato nulla.
error-timed-out = Ci è voluto troppo ed è stato interrotto. Riprova, se puoi con una connessione più veloce.
error-too-large = È troppo grande.
error-changed-meanwhile = Nel frattempo qualcun altro ha fatto una modifica. Ricontrolla prima di salvare.
error-idempotency-key-reused = Questa Idempotency-Key è già servita per un’altra richiesta.
error-unavailable = Il server è occupato o in manutenzione. Riprova fra un minuto.
error-not-json = Invia JSON, con l’intestazione Content-Type: application/json.
error-not-multipart = Invia il file come multipart/form-data.
error-not-set-up = Questo server non ha ancora una comunità. Crea la prima.
error-bad-token = Questo token è sconosciuto, scaduto o revocato.
error-bad-idempotency-key = Una Idempotency-Key ha da 1 a 255 caratteri.
error-in-progress = La prima richiesta con questa Idempotency-Key è ancora in corso. Riprova fra un momento.
error-internal = Qualcosa è andato storto da noi. Se succede di nuovo, comunica a chi gestisce il server il riferimento { $reference }.

## What is wrong with one field

field-required = Questo serve.
field-too-long = Al massimo { $max } caratteri.
field-bad-email = Non è un indirizzo e-mail, come ana@example.org.
field-bad-date = Non è una data che esiste.
field-bad-timezone = Questo fuso orario non esiste. Si scrive come Europe/Rome.
field-bad-choice = Scegli una delle possibilità.
field-bad-number = Non è un numero.
field-out-of-range = Fra { $min } e { $max }.
field-unknown-field = Questo campo non esiste.
field-wrong-type = È di un tipo diverso da quello atteso.
field-bad-characters = Contiene caratteri non ammessi qui.

## The API's page

api-docs-title = L’API
api-docs-file = Il documento come file (OpenAPI 3.1)
api-docs-shapes = Forme dei dati
field-too-many-addresses = Al massimo { $max } indirizzi per volta.

## Offline

phone-as-it-was = Sei offline. Così era { $day }, alle { $time }.
phone-seen = com’era { $day }, alle { $time }
phone-offline = Sei offline
phone-not-kept = Questa pagina non è stata aperta quando c’era connessione, quindi non è su questo telefono.
phone-retry = Riprova
phone-kept = Cosa puoi ancora guardare
