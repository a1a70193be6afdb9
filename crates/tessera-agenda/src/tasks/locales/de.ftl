## My tasks

tasks-mine-title = Meine Aufgaben
tasks-mine-lead = Was du für die Gemeinschaft tust, das Dringendste zuerst.
tasks-create = Neue Aufgabe
tasks-whose = Wessen Aufgaben
tasks-whose-mine = Für mich
tasks-whose-organised = Von mir vergeben
tasks-which = Welche Aufgaben
tasks-show-open = Offen
tasks-show-overdue = Überfällig
tasks-show-done = Erledigt
tasks-show-all = Alle
tasks-empty = Nichts zu tun
tasks-empty-text = Hier stehen Aufgaben, die du übernimmst oder bekommst.
tasks-none-overdue = Nichts ist überfällig
tasks-none-overdue-text = Du bist mit allem rechtzeitig.
tasks-none-done = Noch ist nichts erledigt
tasks-none-done-text = Was du erledigst, steht dann hier.

## One task

tasks-due = Fällig
tasks-overdue = Überfällig
tasks-to-do = Zu tun
tasks-in-progress = In Arbeit
tasks-done = Erledigt
tasks-is-to-do = Das ist zu tun
tasks-is-in-progress = Das ist in Arbeit
tasks-is-done = Das ist erledigt
tasks-is-cancelled = Das ist abgesagt
tasks-how-far = Wie weit es ist
tasks-who = Wer es macht
tasks-nobody = Noch macht es niemand.
tasks-take = Ich mache es
tasks-leave = Aufgabe zurückgeben
tasks-leave-question = Du gibst „{ $task }“ zurück, und jemand anders kann sie übernehmen.
tasks-assign = Auswählen, wer es macht
tasks-for-event = Das Ereignis, für das es ist

## Who does it

tasks-assignees-title = Wer es macht
tasks-assignees-lead = Wen du auswählst, bekommt eine Nachricht und kann sagen, wie weit es ist.
tasks-assignees-empty = Noch macht es niemand
tasks-assignees-empty-text = Wähle unten jemanden aus, oder warte, bis jemand sie übernimmt.
tasks-column-name = Name
tasks-column-actions = Was du tun kannst
tasks-choose = Auswählen
tasks-unassign = Entfernen
tasks-search-members = Mitglieder suchen
tasks-nobody-found = Sonst wird niemand gefunden.
tasks-more-members = Es gibt noch mehr: Suche nach dem Namen.

## Notices

tasks-flash-done = Erledigt. Danke!
tasks-flash-begun = Jetzt ist es in Arbeit.
tasks-flash-to-do = Jetzt ist es wieder zu tun.
tasks-flash-taken = Es ist deine Aufgabe. Danke!
tasks-flash-assigned = Ausgewählt.
tasks-flash-unassigned = Entfernt.
tasks-flash-left = Du hast die Aufgabe zurückgegeben.

## Mails

tasks-notices = Aufgaben
tasks-notices-hint = Wenn dir jemand eine Aufgabe gibt.
tasks-mail-subject = Eine Aufgabe für dich: { $task }
tasks-mail-heading = Eine Aufgabe für dich: { $task }
tasks-mail-text = { $name } bittet dich, das zu machen.
tasks-mail-text-nameless = Du wirst gebeten, das zu machen.
tasks-mail-open = Aufgabe öffnen
tasks-mail-leave = Ich kann nicht: zurückgeben
tasks-mail-why = Du bekommst das, weil du Mitglied von { $community } bist und dir diese Aufgabe gegeben wurde. Gibst du sie zurück, kommen dazu keine E-Mails mehr.

## Refusals

error-not-a-task = Das ist keine Aufgabe.
error-task-taken = Jemand war schneller: Die Aufgabe ist schon vergeben.
error-task-closed = Diese Aufgabe ist erledigt oder abgesagt.
field-too-many-assignees = Höchstens { $max } Personen für eine Aufgabe.
