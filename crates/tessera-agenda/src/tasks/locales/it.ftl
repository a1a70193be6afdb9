## My tasks

tasks-mine-title = I miei compiti
tasks-mine-lead = Quello che fai per la comunità, prima ciò che preme di più.
tasks-create = Nuovo compito
tasks-whose = Di chi
tasks-whose-mine = Per me
tasks-whose-organised = Dati da me
tasks-which = Quali
tasks-show-open = Aperti
tasks-show-overdue = In ritardo
tasks-show-done = Fatti
tasks-show-all = Tutti
tasks-empty = Niente da fare
tasks-empty-text = Qui troverai i compiti che prendi o che qualcuno ti dà.
tasks-none-overdue = Niente è in ritardo
tasks-none-overdue-text = Sei in orario con tutto.
tasks-none-done = Ancora niente di fatto
tasks-none-done-text = Qui troverai quello che finisci.

## One task

tasks-due = Scadenza
tasks-overdue = In ritardo
tasks-to-do = Da fare
tasks-in-progress = In corso
tasks-done = Fatto
tasks-is-to-do = È da fare
tasks-is-in-progress = È in corso
tasks-is-done = È fatto
tasks-is-cancelled = È annullato
tasks-how-far = A che punto è
tasks-who = Chi lo fa
tasks-nobody = Nessuno lo fa ancora.
tasks-take = Lo faccio io
tasks-leave = Restituisci il compito
tasks-leave-question = Restituisci «{ $task }», e qualcun altro può prenderlo.
tasks-assign = Scegli chi lo fa
tasks-for-event = L’evento a cui serve

## Who does it

tasks-assignees-title = Chi lo fa
tasks-assignees-lead = Chi scegli riceve un avviso e può dire a che punto è.
tasks-assignees-empty = Nessuno lo fa ancora
tasks-assignees-empty-text = Scegli qualcuno qui sotto, o aspetta che qualcuno lo prenda.
tasks-column-name = Nome
tasks-column-actions = Cosa puoi fare
tasks-choose = Scegli
tasks-unassign = Togli
tasks-search-members = Cerca tra i membri
tasks-nobody-found = Non si trova nessun altro.
tasks-more-members = Ce ne sono altri: cerca per nome.

## Notices

tasks-flash-done = Fatto. Grazie!
tasks-flash-begun = Ora è in corso.
tasks-flash-to-do = Ora è di nuovo da fare.
tasks-flash-taken = È tuo. Grazie!
tasks-flash-assigned = Scelto.
tasks-flash-unassigned = Tolto.
tasks-flash-left = Hai restituito il compito.

## Mails

tasks-notices = Compiti
tasks-notices-hint = Quando qualcuno ti affida un compito.
tasks-mail-subject = Un compito per te: { $task }
tasks-mail-heading = Un compito per te: { $task }
tasks-mail-text = { $name } ti chiede di farlo.
tasks-mail-text-nameless = Ti viene chiesto di farlo.
tasks-mail-open = Apri il compito
tasks-mail-leave = Non posso: restituiscilo
tasks-mail-why = Ricevi questa e-mail perché fai parte di { $community } e questo compito è stato dato a te. Se lo restituisci, non arrivano altre e-mail.

## Refusals

error-not-a-task = Questo non è un compito.
error-task-taken = Qualcuno è stato più veloce: il compito è già preso.
error-task-closed = Questo compito è fatto o annullato.
field-too-many-assignees = Al massimo { $max } persone per un compito.
