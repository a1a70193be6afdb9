## The list

templates-title = Plantillas de tareas
templates-lead = Trabajo que vuelve: cada tarea tantos días antes o después de una fecha.
templates-empty = Todavía no hay plantillas
templates-empty-text = Escribe una vez lo que necesita cada evento y úsalo para el próximo.
templates-name = Nombre
templates-name-hint = Por ejemplo «Antes de una salida».
templates-tasks = Tareas
templates-actions = Qué puedes hacer
templates-count = { $count ->
    [one] { $count } tarea
   *[other] { $count } tareas
}
templates-new = Una plantilla nueva
templates-create = Crear la plantilla
templates-for-event = Tareas para este evento

## One template

templates-no-tasks = Todavía no hay tareas
templates-no-tasks-text = Añade la primera abajo.
templates-task = Tarea
templates-when = Cuándo
templates-before = antes de la fecha
templates-after = en la fecha o después
templates-days = Días
templates-on-the-day = el mismo día
templates-days-before = { $count ->
    [one] { $count } día antes
   *[other] { $count } días antes
}
templates-days-after = { $count ->
    [one] { $count } día después
   *[other] { $count } días después
}
templates-time = Hasta las
templates-assignee = Quién la hace
templates-assignee-nobody = Nadie todavía
templates-assignee-applier = Quien use la plantilla
templates-assignee-event-organiser = Quien organiza el evento
templates-assignee-staff = Todo el personal
templates-assignee-promoter = Todos los promotores
templates-assignee-organiser = Todos los organizadores
templates-assignee-admin = Todos los administradores
templates-description = Descripción
templates-add = Añadir una tarea
templates-up = Subir
templates-down = Bajar
templates-rename = Nombre de la plantilla
templates-delete = Eliminar la plantilla
templates-delete-question = Se elimina «{ $name }». Las tareas creadas con ella se quedan.

## Using it

templates-use = Usarla
templates-use-lead = Elige la fecha, mira los días y crea las tareas.
templates-date = Fecha
templates-date-hint = Los días se cuentan desde ella.
templates-look = Mostrar los días
templates-preview = Se crearán estas tareas
templates-due = Vence
templates-who-sees = Quién ve las tareas
templates-visibility-private = Solo tú y quienes las hacen
templates-visibility-public = Todo el mundo
templates-make = Crear las tareas

## Notices and refusals

templates-flash-created = La plantilla está lista. Añade sus tareas.
templates-flash-saved = Guardado.
templates-flash-deleted = La plantilla se ha eliminado.
templates-flash-applied = Las tareas están creadas.
error-too-many-templates = Ya hay { $max } plantillas. Elimina una antes.
error-template-empty = Esta plantilla todavía no tiene tareas.
field-name-taken = Este nombre ya está en uso. Elige otro.
field-too-many-items = Como máximo { $max } tareas.
field-bad-time = Esto no es una hora, como 18:00.
