## Lists

events-agenda-title = Agenda
events-agenda-lead = Lo que hacemos juntos. Apúntate.
events-subscribe-calendar = Suscribirse al calendario
events-filters = Filtros
events-filter-all = Todo
events-filter-mine = Los míos
events-filter-events = Eventos
events-filter-community-events = Eventos de la comunidad
events-filter-engagements = Encuentros y compromisos
events-filter-tasks = Tareas
events-search = Buscar
events-search-words = Palabras
events-place = Lugar
events-from = Desde
events-to = Hasta
events-earlier = Antes
events-later = Después
events-under-way = En curso
events-all-day = todo el día
events-time-in-zone = { $time } ({ $zone })
events-nothing-planned = Todavía no hay nada previsto
events-nothing-planned-text = Aquí verás, día a día, lo que hace esta comunidad.
events-nothing-found = No se ha encontrado nada
events-nothing-found-text = Prueba con menos palabras, otro lugar u otras fechas.
events-show-all = Mostrar todo
events-create = Crear un evento
events-create-first = Crear el primer evento

## Months

events-months = Meses
events-previous-month = Mes anterior
events-next-month = Mes siguiente
events-this-month = Este mes
events-more-that-day = { $count ->
    [one] { $count } más
   *[other] { $count } más
}
events-month-empty = Nada este mes
events-month-empty-text = Mira el siguiente, o llena este.

## Kinds, states

events-kind-event = Evento
events-kind-community-event = Evento de la comunidad
events-kind-engagement = Encuentro
events-kind-task = Tarea
events-cancelled = Cancelado
events-postponed = Aplazado
events-rescheduled = Nueva fecha
events-moved-online = En línea
events-in-progress = En curso
events-done = Hecho
events-state-draft = Borrador
events-state-proposed = Propuesto
events-state-deleted = Eliminado
events-only-invited = Con invitación
events-repeats = se repite
events-going = { $count ->
    [one] { $count } va
   *[other] { $count } van
}
events-going-full = { $count ->
    [one] { $count } va · completo
   *[other] { $count } van · completo
}
events-places-left = { $left ->
    [one] { $left } plaza
   *[other] { $left } plazas
}
events-going-and-left = { $left ->
    [one] { $count } van · queda { $left } plaza
   *[other] { $count } van · quedan { $left } plazas
}

## One event

events-facts = Cuándo y dónde
events-now = ahora
events-your-time = { $time } donde tú estás
events-due = Para el { $when }
events-organised-by = Organizado por { $name }
events-together-with = junto con { $names }
events-show-on-map = Ver en OpenStreetMap
events-add-to-calendar = Añadir a mi calendario
events-share = Compartir
events-tools = Para quien organiza
events-publish = Publicar
events-propose = Proponer
events-give-back = Devolver como borrador
events-duplicate = Duplicar
events-cancel = Cancelar el evento
events-resume = Se celebra después de todo
events-restore = Recuperar
events-cancel-question = { $count ->
    [0] Nadie ha respondido todavía, así que no se envía ningún correo. El evento sigue visible, marcado como cancelado.
    [one] { $count } persona recibe un correo: el evento se cancela.
   *[other] { $count } personas reciben un correo: el evento se cancela.
}
events-delete-title = Eliminar el evento
events-delete-question = { $count ->
    [one] { $count } persona que ha respondido recibe un correo y el evento desaparece. Durante treinta días puedes recuperarlo.
   *[other] { $count } personas que han respondido reciben un correo y el evento desaparece. Durante treinta días puedes recuperarlo.
}
events-deleted-notice = Este evento está eliminado. Durante treinta días se puede recuperar.
events-draft-notice = Un borrador: solo lo ve quien lo organiza.
events-proposed-notice = Propuesto: un organizador de la comunidad lo revisa y lo publica.

## The form

events-new-title = Nuevo evento
events-edit-title = Editar el evento
events-title = Título
events-when = Cuándo
events-whole-days = Días enteros
events-whole-days-hint = Sin horas.
events-start-date = Día
events-start-time = Empieza a las
events-end-date = Último día
events-end-date-hint = Solo si es otro día.
events-end-time = Termina a las
events-end-time-hint = Déjalo vacío si no lo sabes.
events-timezone = Zona horaria de estas horas
events-timezone-hint = La zona del lugar, como Europe/Rome.
events-zone-offer = Tu dispositivo está en {"{"}zone{"}"}.
events-zone-use = Usar esa
events-where = Dónde
events-venue = Lugar
events-room = Sala
events-address = Dirección
events-lat = Latitud
events-lon = Longitud
events-description = Descripción
events-markdown-hint = Una línea en blanco empieza un párrafo; funcionan **negrita**, *cursiva*, - listas y [enlaces](https://example.org).
events-picture = Imagen
events-picture-now = La imagen actual
events-picture-remove = Quitar la imagen
events-picture-file = Elige una imagen
events-picture-hint = JPEG, PNG, WebP o GIF. Se quita lo que la cámara anota sobre el lugar y la hora.
events-who-sees = Quién lo ve
events-visibility-public = Todo el mundo
events-visibility-public-hint = Aparece en la agenda, en los canales y en los buscadores.
events-visibility-private = Solo quien está invitado
events-visibility-private-hint = Nadie más ve su contenido, ni siquiera quien administra la comunidad.
events-capacity = Plazas
events-capacity-hint = Déjalo vacío si no hay límite.
events-category = Categoría
events-category-any = Cualquier categoría
events-category-hint = Una palabra vuestra, como Rutas.
events-more-fields = Más: sala, punto exacto
events-kind = Tipo
events-create-what = ¿Qué quieres crear?
events-task = La tarea
events-due-date = Para el
events-due-time = Hasta las
events-due-hint = Si solo importa para cuándo, deja vacías las horas de abajo.
events-type = Tipo
events-type-none = Ninguno
events-type-cultural = Cultural
events-type-religious = Religioso
events-type-meeting = Reunión
events-type-training = Formación
events-type-disaster = Emergencia
events-engagement = El encuentro
events-stakeholder = Con quién
events-stakeholder-hint = Una oficina, una asociación, una persona.
events-contact = Cómo contactar
events-contact-hint = Quien ve el evento también ve esto.
events-follow-up-on = Retomar el
events-follow-up-note = Qué retomar
events-priority = Prioridad
events-priority-none = Ninguna
events-priority-low = Baja
events-priority-medium = Media
events-priority-high = Alta
events-priority-urgent = Urgente
events-save-draft = Guardar como borrador
events-publish-or-propose = Publicar o proponer
events-publish-or-propose-hint = Los eventos privados los publicas tú; los públicos los propones, y los publica un organizador.
events-unverified-notice = Confirma tu dirección de correo para publicar. Hasta entonces se guarda como borrador.

## My events, proposals

events-mine-title = Mis eventos
events-mine-lead = Lo que preparas y organizas.
events-mine-empty = Todavía no organizas nada
events-mine-empty-text = Aquí verás tus borradores, propuestas y eventos.
events-mine-drafts = Borradores
events-mine-proposed = Propuestos, a la espera de un organizador
events-mine-coming = Próximos
events-mine-past = Pasados
events-mine-deleted = Eliminados
events-mine-deleted-text = Abre uno para recuperarlo. A los treinta días desaparecen.
events-proposals-title = Propuestas
events-proposals-lead = Las proponen los miembros. Publícalas o devuélvelas.
events-proposals-empty = No hay propuestas pendientes
events-proposals-empty-text = Lo que los miembros proponen para todos llega primero aquí.
events-proposed-by = propuesto por { $name }

## Organisers

events-organisers-title = Organización
events-organisers-lead = Los coorganizadores editan y cancelan el evento, ven quién va e invitan.
events-organiser-name = Nombre
events-organiser-part = Papel
events-organiser = Organizador
events-co-organiser = Coorganizador
events-co-organiser-add = Añadir un coorganizador
events-co-organiser-hint = Un miembro de esta comunidad.
events-co-organiser-remove = Quitar
events-co-organiser-leave = Dejar de organizar
events-member-email = Dirección de correo
events-hand-over = Ceder el evento
events-hand-over-hint = Ese miembro pasa a ser el organizador y tú sigues como coorganizador.
events-hand-over-question = { $email } pasa a ser el organizador de este evento y decide sobre él. Tú sigues como coorganizador.

## Notices

events-flash-saved = Guardado.
events-flash-draft-saved = Guardado como borrador.
events-flash-published = Publicado.
events-flash-proposed = Propuesto. Lo revisará un organizador.
events-flash-given-back = Devuelto como borrador.
events-flash-cancelled = El evento está cancelado.
events-flash-resumed = El evento se celebra después de todo.
events-flash-deleted = El evento está eliminado.
events-flash-restored = El evento ha vuelto.
events-flash-duplicated = Esta es la copia, un borrador. Cambia lo que sea distinto.
events-flash-co-organiser-added = Ahora lo organizáis juntos.
events-flash-co-organiser-removed = Quitado.
events-flash-handed-over = El evento tiene un nuevo organizador.

## Refusals

error-event-private = Este evento es privado. Inicia sesión o abre el enlace de tu invitación.
error-event-not-yours = Este evento es privado y no estás entre los invitados. Pide una invitación a quien lo organiza.
error-publishing-is-for-organisers = Los eventos públicos los publican los organizadores. Propónselo.
error-nothing-to-propose = Solo se puede proponer un borrador público.
error-no-such-date = La serie no tiene esta fecha. Quizá se movió o se eliminó.
field-ends-before-start = El final es antes del comienzo.
field-bad-datetime = No es una fecha ni una hora que exista, como 2026-04-15T09:00:00+02:00.
field-time-missing = Hace falta una hora, o elige días enteros.
field-bad-rrule = No es una regla de repetición, como FREQ=WEEKLY;BYDAY=WE.
field-rrule-too-dense = Más de { $max } fechas al año son demasiadas. Elige una regla con menos.
field-rrule-without-dates = Esta regla no da ninguna fecha. Revisa sus días y su final.
field-no-such-date = La serie no tiene esta fecha.
field-rule-cannot-move = Esta regla dice demasiado de sus días para moverla así. Cambia la regla misma.
field-rules-cannot-split = Una serie con varias reglas no se puede dividir. Cambia solo esta fecha, o todas.
field-date-is-reached = Desde una fecha anterior esta serie es distinta, como decía su archivo. Cambia solo esta fecha, o todas.
field-bad-image-url = Sube primero la imagen: esto no es la dirección de una imagen.
field-no-picture = No es una imagen JPEG, PNG, WebP o GIF.
field-picture-too-large = Esta imagen tiene demasiados píxeles: como mucho 12.000 por lado y 50 millones en total.
field-picture-damaged = Esta imagen está dañada. Guárdala de nuevo e inténtalo otra vez.
field-no-such-member = Ningún miembro de esta comunidad tiene esta dirección.

## The trail

audit-event-change = { $actor } ha modificado el evento de otra persona
audit-event-publish = { $actor } ha publicado un evento propuesto
audit-event-cancel = { $actor } ha cancelado el evento de otra persona
audit-event-delete = { $actor } ha eliminado el evento de otra persona
audit-event-restore = { $actor } ha recuperado el evento de otra persona
audit-event-add-co-organiser = { $actor } ha añadido un coorganizador al evento de otra persona
audit-event-remove-co-organiser = { $actor } ha quitado un coorganizador del evento de otra persona

## Series

events-more-dates = Próximas fechas:
series-daily = { $every ->
    [1] Todos los días
    [2] Cada dos días
   *[other] Cada { $every } días
 }{ $ends ->
    [count] { $count ->
        [1] , una vez
       *[other] , { $count } veces
     }
    [until] {" "}hasta el { $until }
   *[never] {""}
 }
series-weekly = { $every ->
    [1] Cada semana: { $weekdays }
    [2] Cada dos semanas: { $weekdays }
   *[other] Cada { $every } semanas: { $weekdays }
 }{ $ends ->
    [count] { $count ->
        [1] , una vez
       *[other] , { $count } veces
     }
    [until] {" "}hasta el { $until }
   *[never] {""}
 }
series-monthly-by-day = { $every ->
    [1] Cada mes, el día { $days }
    [2] Cada dos meses, el día { $days }
   *[other] Cada { $every } meses, el día { $days }
 }{ $ends ->
    [count] { $count ->
        [1] , una vez
       *[other] , { $count } veces
     }
    [until] {" "}hasta el { $until }
   *[never] {""}
 }
series-monthly-last-day = { $every ->
    [1] El último día de cada mes
    [2] El último día, cada dos meses
   *[other] El último día, cada { $every } meses
 }{ $ends ->
    [count] { $count ->
        [1] , una vez
       *[other] , { $count } veces
     }
    [until] {" "}hasta el { $until }
   *[never] {""}
 }
series-monthly-by-weekday = El { $which ->
    [first] primer
    [second] segundo
    [third] tercer
    [fourth] cuarto
    [fifth] quinto
   *[last] último
 } { $weekday } { $every ->
    [1] de cada mes
    [2] cada dos meses
   *[other] cada { $every } meses
 }{ $ends ->
    [count] { $count ->
        [1] , una vez
       *[other] , { $count } veces
     }
    [until] {" "}hasta el { $until }
   *[never] {""}
 }
series-yearly-by-day = { $every ->
    [1] Cada año, el { $date }
    [2] Cada dos años, el { $date }
   *[other] Cada { $every } años, el { $date }
 }{ $ends ->
    [count] { $count ->
        [1] , una vez
       *[other] , { $count } veces
     }
    [until] {" "}hasta el { $until }
   *[never] {""}
 }
series-yearly-by-weekday = El { $which ->
    [first] primer
    [second] segundo
    [third] tercer
    [fourth] cuarto
    [fifth] quinto
   *[last] último
 } { $weekday } de { $month }, { $every ->
    [1] cada año
    [2] cada dos años
   *[other] cada { $every } años
 }{ $ends ->
    [count] { $count ->
        [1] , una vez
       *[other] , { $count } veces
     }
    [until] {" "}hasta el { $until }
   *[never] {""}
 }
series-other = Según una regla propia{ $ends ->
    [count] { $count ->
        [1] , una vez
       *[other] , { $count } veces
     }
    [until] {" "}hasta el { $until }
   *[never] {""}
 }
series-by-own-rule = Según una regla propia
series-on-chosen-dates = { $count ->
    [1] En una fecha elegida
   *[other] En { $count } fechas elegidas
 }

## Repeating, on the form

repeat-title = Repetición
repeat-how = Con qué frecuencia
repeat-never = Nunca
repeat-daily = Cada día
repeat-weekly = Cada semana
repeat-monthly-day = Cada mes en este día
repeat-monthly-weekday = Cada mes en este día de la semana
repeat-monthly-last = Cada mes, el último de estos días de la semana
repeat-yearly = Cada año
repeat-custom = Con una regla propia
repeat-every = Cada cuántos
repeat-every-hint = 2 quiere decir cada dos días, semanas, meses o años.
repeat-weekdays = En estos días
repeat-rule = Regla
repeat-rule-hint = Como la escribe iCalendar (RFC 5545): FREQ=MONTHLY;BYDAY=2TU
repeat-ends = Termina
repeat-ends-never = Nunca
repeat-ends-on = Un día
repeat-ends-after = Después de un número de veces
repeat-until = Último día
repeat-count = Cuántas veces
repeat-skip = Saltar estas fechas
repeat-skip-hint = Separadas por comas: 2026-12-24, 2026-12-31
repeat-scope = El cambio vale para
repeat-scope-this = Esta fecha
repeat-scope-following = Esta fecha y las siguientes
repeat-scope-all = Todas las fechas
events-part-which = Qué fechas
events-part-cancel = Quienes dijeron que vendrían reciben un correo.
events-part-resume = Quienes dijeron que vendrían reciben un correo.
events-part-delete = Quienes dijeron que vendrían reciben un correo. Una fecha suelta no vuelve; si es solo por ahora, mejor cancélala.
events-flash-part-deleted = Las fechas se han eliminado.
