## Dates

dates-weekday-and-date = { $weekday }, { $date }
dates-time = { $time } Uhr
dates-times = { $from }–{ $to } Uhr
dates-day-and-time = { $day }, { $time }
dates-from-to = { $start } – { $end }
dates-days-of-month = { $first }.–{ $last }. { $month }
dates-days-of-month-and-year = { $first }.–{ $last }. { $month } { $year }
dates-zone = Ortszeit { $city }
dates-today = heute
dates-tomorrow = morgen
dates-yesterday = gestern
dates-just-now = gerade eben
dates-in-minutes = { $count ->
    [one] in { $count } Minute
   *[other] in { $count } Minuten
}
dates-minutes-ago = { $count ->
    [one] vor { $count } Minute
   *[other] vor { $count } Minuten
}
dates-in-hours = { $count ->
    [one] in { $count } Stunde
   *[other] in { $count } Stunden
}
dates-hours-ago = { $count ->
    [one] vor { $count } Stunde
   *[other] vor { $count } Stunden
}
dates-in-days = { $count ->
    [one] in { $count } Tag
   *[other] in { $count } Tagen
}
dates-days-ago = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
}
dates-in-months = { $count ->
    [one] in { $count } Monat
   *[other] in { $count } Monaten
}
dates-months-ago = { $count ->
    [one] vor { $count } Monat
   *[other] vor { $count } Monaten
}
dates-in-years = { $count ->
    [one] in { $count } Jahr
   *[other] in { $count } Jahren
}
dates-years-ago = { $count ->
    [one] vor { $count } Jahr
   *[other] vor { $count } Jahren
}

## Chrome

chrome-skip-to-content = Zum Inhalt springen
chrome-main-navigation = Hauptmenü
chrome-agenda = Agenda
chrome-calendar = Kalender
chrome-community = Gemeinschaft
chrome-inbox = Postfach
chrome-me = Ich
chrome-about = Über uns
chrome-manage = Verwalten
chrome-create = Erstellen
chrome-search = Suchen
chrome-sign-in = Anmelden
chrome-sign-out = Abmelden
chrome-register = Registrieren
chrome-language = Sprache
chrome-you-are-here = Du bist hier
chrome-more = Mehr
chrome-keys = Tastenkürzel
chrome-keys-on = Kürzel mit einzelnen Buchstaben

## Buttons

button-save = Speichern
button-cancel = Abbrechen
button-delete = Löschen
button-edit = Bearbeiten
button-back = Zurück
button-next = Weiter
button-previous = Zurück
button-close = Schließen
button-undo = Rückgängig machen
button-copy = Kopieren
button-show-more = Mehr anzeigen
button-filter = Filtern
button-clear = Zurücksetzen

## Forms

form-required = erforderlich
form-optional = freiwillig
form-copied = Kopiert.
form-has-errors = Bitte sieh dir die markierten Felder an.
form-show-password = Passwort anzeigen
form-hide-password = Passwort verbergen
form-yes = Ja
form-no = Nein

## Roles

role-member = Mitglied
role-staff = Team
role-promoter = Promoter
role-organiser = Organisator
role-admin = Admin

## Refusals: the code of the answer, with its underscores as hyphens

error-title = Das hat nicht geklappt
error-not-found-title = Hier ist nichts
error-way-back = Hier geht es weiter
error-home = Zur Agenda
error-unauthenticated = Bitte melde dich zuerst an.
error-forbidden = Das darfst du nicht. Wenn du meinst, dass doch, frag die Admins deiner Gemeinschaft.
error-not-a-member = Du bist kein Mitglied dieser Gemeinschaft.
error-not-found = Was du suchst, gibt es nicht, oder es steht dir nicht offen.
error-method-not-allowed = Diese Adresse lässt sich so nicht verwenden.
error-invalid = Ein Teil der Eingaben passt nicht.
error-bad-json = Der Inhalt ist kein gültiges JSON.
error-bad-body = Die Anfrage ist nicht lesbar.
error-csrf = Diese Seite war zu lange offen oder kam von anderswo. Lade sie neu und versuche es noch einmal.
error-wrong-community = Dieses Token gehört zu einer anderen Gemeinschaft.
error-suspended = Deine Mitgliedschaft ruht. Die Admins der Gemeinschaft können dir sagen, warum.
error-scope-missing = Dieses Token darf das nicht.
error-email-unverified = Bestätige zuerst deine E-Mail-Adresse: Bis dahin kannst du vorbereiten, aber nicht veröffentlichen, einladen oder senden.
error-too-many = Das war zu oft. Warte etwas und versuche es noch einmal.
error-overloaded = Gerade sind sehr viele hier. Versuch es in ein paar Sekunden noch einmal; von dem, was du gesendet hast, wurde nichts übernommen.
error-timed-out = Das hat zu lange gedauert und wurde abgebrochen. Versuch es noch einmal, wenn möglich mit einer schnelleren Verbindung.
error-too-large = Das ist zu groß.
error-changed-meanwhile = Jemand anderes hat das inzwischen geändert. Sieh es dir noch einmal an, bevor du speicherst.
error-idempotency-key-reused = Dieser Idempotency-Key gehört zu einer anderen Anfrage.
error-unavailable = Der Server ist beschäftigt oder wird gewartet. Versuche es in einer Minute noch einmal.
error-not-json = Sende JSON, mit dem Header Content-Type: application/json.
error-not-multipart = Sende die Datei als multipart/form-data.
error-not-set-up = Dieser Server hat noch keine Gemeinschaft. Richte die erste ein.
error-bad-token = Dieses Token ist unbekannt, abgelaufen oder widerrufen.
error-bad-idempotency-key = Ein Idempotency-Key hat 1 bis 255 Zeichen.
error-in-progress = Die erste Anfrage mit diesem Idempotency-Key läuft noch. Frag gleich noch einmal.
error-internal = Bei uns ist etwas schiefgegangen. Wenn es wieder passiert, nenne den Betreibern dieses Servers die Nummer { $reference }.

## What is wrong with one field

field-required = Das wird gebraucht.
field-too-long = Höchstens { $max } Zeichen.
field-bad-email = Das ist keine E-Mail-Adresse wie ana@example.org.
field-bad-date = Dieses Datum gibt es nicht.
field-bad-timezone = Diese Zeitzone gibt es nicht. Sie heißen wie Europe/Rome.
field-bad-choice = Wähle eine der Möglichkeiten.
field-bad-number = Das ist keine Zahl.
field-out-of-range = Zwischen { $min } und { $max }.
field-unknown-field = Dieses Feld gibt es nicht.
field-wrong-type = Das ist von anderer Art als erwartet.
field-bad-characters = Enthält Zeichen, die hier nicht erlaubt sind.

## The API's page

api-docs-title = Die API
api-docs-file = Das Dokument als Datei (OpenAPI 3.1)
api-docs-shapes = Formen der Daten
field-too-many-addresses = Höchstens { $max } Adressen auf einmal.

## Offline

phone-as-it-was = Du bist offline. So war es am { $day } um { $time }.
phone-seen = Stand vom { $day } um { $time }
phone-offline = Du bist offline
phone-not-kept = Diese Seite wurde nicht geöffnet, als es eine Verbindung gab; darum ist sie nicht auf diesem Telefon.
phone-retry = Noch einmal versuchen
phone-kept = Was du trotzdem ansehen kannst
