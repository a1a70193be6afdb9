## The list

templates-title = Aufgabenvorlagen
templates-lead = Arbeit, die wiederkommt: jede Aufgabe so viele Tage vor oder nach einem Datum.
templates-empty = Noch keine Vorlagen
templates-empty-text = Schreib einmal auf, was jedes Ereignis braucht, und nutze es beim nächsten.
templates-name = Name
templates-name-hint = Zum Beispiel „Vor einer Ausfahrt“.
templates-tasks = Aufgaben
templates-actions = Was du tun kannst
templates-count = { $count ->
    [one] { $count } Aufgabe
   *[other] { $count } Aufgaben
}
templates-new = Eine neue Vorlage
templates-create = Vorlage anlegen
templates-for-event = Aufgaben für dieses Ereignis

## One template

templates-no-tasks = Noch keine Aufgaben
templates-no-tasks-text = Füge unten die erste hinzu.
templates-task = Aufgabe
templates-when = Wann
templates-before = vor dem Datum
templates-after = am Datum oder danach
templates-days = Tage
templates-on-the-day = am Tag selbst
templates-days-before = { $count ->
    [one] { $count } Tag vorher
   *[other] { $count } Tage vorher
}
templates-days-after = { $count ->
    [one] { $count } Tag danach
   *[other] { $count } Tage danach
}
templates-time = Bis
templates-assignee = Wer es macht
templates-assignee-nobody = Noch niemand
templates-assignee-applier = Wer die Vorlage verwendet
templates-assignee-event-organiser = Wer das Ereignis organisiert
templates-assignee-staff = Das ganze Team
templates-assignee-promoter = Alle, die werben
templates-assignee-organiser = Alle, die organisieren
templates-assignee-admin = Alle Admins
templates-description = Beschreibung
templates-add = Aufgabe hinzufügen
templates-up = Hoch
templates-down = Runter
templates-rename = Name der Vorlage
templates-delete = Vorlage löschen
templates-delete-question = „{ $name }“ wird gelöscht. Die damit angelegten Aufgaben bleiben.

## Using it

templates-use = Verwenden
templates-use-lead = Wähle das Datum, sieh dir die Tage an, dann leg die Aufgaben an.
templates-date = Datum
templates-date-hint = Von ihm aus wird gezählt.
templates-look = Tage zeigen
templates-preview = Diese Aufgaben werden angelegt
templates-due = Fällig
templates-who-sees = Wer die Aufgaben sieht
templates-visibility-private = Nur du und wer sie macht
templates-visibility-public = Alle
templates-make = Aufgaben anlegen

## Notices and refusals

templates-flash-created = Die Vorlage ist da. Füge Aufgaben hinzu.
templates-flash-saved = Gespeichert.
templates-flash-deleted = Die Vorlage ist gelöscht.
templates-flash-applied = Die Aufgaben sind angelegt.
error-too-many-templates = Es gibt schon { $max } Vorlagen. Lösch zuerst eine.
error-template-empty = Diese Vorlage hat noch keine Aufgaben.
field-name-taken = Dieser Name ist vergeben. Nimm einen anderen.
field-too-many-items = Höchstens { $max } Aufgaben.
field-bad-time = Das ist keine Uhrzeit wie 18:00.
