## My tasks

tasks-mine-title = Mis tareas
tasks-mine-lead = Lo que haces por la comunidad, lo más urgente primero.
tasks-create = Nueva tarea
tasks-whose = De quién
tasks-whose-mine = Para mí
tasks-whose-organised = Dadas por mí
tasks-which = Cuáles
tasks-show-open = Abiertas
tasks-show-overdue = Atrasadas
tasks-show-done = Hechas
tasks-show-all = Todas
tasks-empty = Nada que hacer
tasks-empty-text = Aquí estarán las tareas que tomes o que alguien te dé.
tasks-none-overdue = Nada está atrasado
tasks-none-overdue-text = Vas a tiempo con todo.
tasks-none-done = Todavía no hay nada hecho
tasks-none-done-text = Aquí estará lo que termines.

## One task

tasks-due = Vence
tasks-overdue = Atrasada
tasks-to-do = Por hacer
tasks-in-progress = En curso
tasks-done = Hecha
tasks-is-to-do = Está por hacer
tasks-is-in-progress = Está en curso
tasks-is-done = Está hecha
tasks-is-cancelled = Está anulada
tasks-how-far = Cómo va
tasks-who = Quién la hace
tasks-nobody = Todavía no la hace nadie.
tasks-take = La hago yo
tasks-leave = Devolver la tarea
tasks-leave-question = Devuelves «{ $task }», y otra persona puede tomarla.
tasks-assign = Elegir quién la hace
tasks-for-event = El evento al que sirve

## Who does it

tasks-assignees-title = Quién la hace
tasks-assignees-lead = Quien elijas recibe un aviso y puede decir cómo va.
tasks-assignees-empty = Todavía no la hace nadie
tasks-assignees-empty-text = Elige a alguien abajo, o espera a que alguien la tome.
tasks-column-name = Nombre
tasks-column-actions = Qué puedes hacer
tasks-choose = Elegir
tasks-unassign = Quitar
tasks-search-members = Buscar miembros
tasks-nobody-found = No se encuentra a nadie más.
tasks-more-members = Hay más: busca por nombre.

## Notices

tasks-flash-done = Hecha. ¡Gracias!
tasks-flash-begun = Ahora está en curso.
tasks-flash-to-do = Ahora vuelve a estar por hacer.
tasks-flash-taken = Es tuya. ¡Gracias!
tasks-flash-assigned = Elegido.
tasks-flash-unassigned = Quitado.
tasks-flash-left = Has devuelto la tarea.

## Mails

tasks-notices = Tareas
tasks-notices-hint = Cuando alguien te da una tarea.
tasks-mail-subject = Una tarea para ti: { $task }
tasks-mail-heading = Una tarea para ti: { $task }
tasks-mail-text = { $name } te pide que lo hagas.
tasks-mail-text-nameless = Se te pide que lo hagas.
tasks-mail-open = Abrir la tarea
tasks-mail-leave = No puedo: devolverla
tasks-mail-why = Recibes esto porque eres miembro de { $community } y te han dado esta tarea. Si la devuelves, no habrá más correos sobre ella.

## Refusals

error-not-a-task = Esto no es una tarea.
error-task-taken = Alguien ha sido más rápido: la tarea ya está tomada.
error-task-closed = Esta tarea está hecha o anulada.
field-too-many-assignees = Como máximo { $max } personas por tarea.
