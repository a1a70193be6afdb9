## Subscribing

calendar-subscribe-title = Suscríbete al calendario
calendar-subscribe-lead = Tu app de calendario se pone al día sola: aparecen los eventos nuevos, llegan los cambios y los cancelados quedan marcados.
calendar-subscribe-open = Abrir en tu app de calendario
calendar-subscribe-address = Dirección del calendario
calendar-subscribe-address-hint = Para las apps que piden una dirección: en Google Calendar “Otros calendarios”, “Desde URL”; en Outlook “Agregar calendario”, “Suscribirse desde la web”; en el teléfono “Añadir suscripción”.
calendar-subscribe-news = Como noticias
calendar-subscribe-news-hint = Para un lector de noticias: lo que viene.
calendar-subscribe-atom = Canal Atom
calendar-subscribe-json = JSON Feed
calendar-subscribe-filters = Cada dirección acepta los filtros de la agenda: añade ?category=… o ?place=… para seguir solo una parte.
calendar-subscribe-download = Descargar el calendario una sola vez
calendar-feed-description = Los eventos públicos de { $community }
calendar-feed-personal = { $community }, para { $name }

## One's own feed

calendar-mine-title = Un calendario solo para ti
calendar-mine-text = Una dirección secreta con los eventos públicos, los que organizas y aquellos a los que vas, también los privados. Quien tenga la dirección puede leerlos: guárdala para ti.
calendar-mine-create = Crear mi dirección
calendar-mine-once = Esta es tu dirección. Cópiala ahora: solo se muestra esta vez.
calendar-mine-since = Tienes una dirección desde el { $date }. No se vuelve a mostrar; una nueva ocupa su lugar.
calendar-mine-renew = Crear una dirección nueva
calendar-mine-renew-confirm = La dirección que tienes ahora deja de funcionar al momento, en todas las apps que la usan.
calendar-mine-revoke = Desactivarla
calendar-mine-revoke-confirm = La dirección deja de funcionar al momento, en todas las apps que la usan.
calendar-mine-sign-in = Inicia sesión para seguir también tus eventos y los privados.
calendar-flash-revoked = Tu dirección ya no funciona.

## Importing

calendar-import-nav = Importar
calendar-import-title = Importar un calendario
calendar-import-lead = Trae los eventos que ya tienes: un archivo .ics, como lo exportan Google, Apple, Outlook, Thunderbird y casi todos los calendarios. Si más adelante importas un archivo más reciente, se actualiza lo que cambió y nada se duplica.
calendar-import-file = Archivo de calendario
calendar-import-file-hint = Termina en .ics; como mucho { $megabytes } MB.
calendar-import-visibility = Quién ve los eventos
calendar-import-visibility-marked = Todo el mundo, salvo los eventos que el archivo marca como privados
calendar-import-visibility-public = Todo el mundo
calendar-import-visibility-private = Solo tú y las personas que invites
calendar-import-look = Mirar antes
calendar-import-preview = Qué haría esta importación
calendar-import-preview-text = Todavía no ha cambiado nada.
calendar-import-created = Nuevos
calendar-import-updated = Cambiados
calendar-import-unchanged = Sin cambios
calendar-import-skipped = Fuera
calendar-import-go = { $count ->
    [one] Importar { $count } evento
   *[other] Importar { $count } eventos
}
calendar-import-nothing = Todo lo que hay en este archivo ya está aquí.
calendar-import-another = Elegir otro archivo
calendar-import-running = Importando: { $done } de { $total }
calendar-import-running-text = Puedes dejar esta página: la importación sigue.
calendar-import-done = La importación ha terminado
calendar-import-failed = La importación se detuvo antes del final
calendar-import-failed-text = Lo importado hasta ahí se queda. Importa otra vez el archivo: lo que ya está no se duplica.
calendar-import-agenda = Ver la agenda
calendar-import-left-out = Qué se ha quedado fuera
calendar-import-left-out-text = Al resto del archivo no le afecta.
calendar-import-left-out-more = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}
calendar-import-what = Qué
calendar-import-line = Línea
calendar-import-why = Por qué
audit-calendar-import = { $actor } importó un calendario

calendar-component-event = Evento
calendar-component-todo = Tarea
calendar-component-journal = Entrada de diario
calendar-component-calendar = Calendario
calendar-component-other = Entrada

## Why something was left out

calendar-skipped-missing-uid = No tiene UID, así que nunca se podría reconocer de nuevo.
calendar-skipped-missing-start = No tiene comienzo.
calendar-skipped-invalid-property = El valor de { $subject } no tiene sentido.
calendar-skipped-duplicate-property = { $subject } aparece dos veces.
calendar-skipped-ends-before-start = Termina antes de empezar.
calendar-skipped-mixed-times = El comienzo y el final no encajan: uno es un día o no tiene zona horaria, el otro sí.
calendar-skipped-unknown-zone = Nadie conoce la zona horaria “{ $subject }”.
calendar-skipped-malformed-line = Una línea está dañada.
calendar-skipped-unterminated = Le falta el final.
calendar-skipped-stray-end = Hay un final sin comienzo.
calendar-skipped-too-many-properties = Tiene demasiadas propiedades.
calendar-skipped-line-too-long = Una línea es demasiado larga.
calendar-skipped-unsupported = Solo se importan eventos.
calendar-skipped-older = Lo que hay aquí es más reciente.
calendar-skipped-duplicate = El archivo tiene uno más reciente con el mismo nombre.

## Refusals

error-not-a-calendar = Este no es un archivo de calendario. Exporta tu calendario como .ics y elige ese archivo.
error-vcalendar-1 = Este es un archivo vCalendar antiguo. Exporta el calendario en formato iCalendar (.ics).
error-too-many-components = Este calendario tiene más de { $limit } entradas. Expórtalo por partes.
error-too-deep = Este archivo de calendario está dañado: sus entradas están anidadas demasiado adentro.
error-import-gone = Esta importación ha terminado. Elige otra vez el archivo.
