field-window-too-long = Un calendario se muestra para { $days } días como máximo a la vez.

## El calendario

entries-view-month = Mes
entries-view-weeks = 4 semanas
entries-view-week = Semana
entries-view-day = Día
entries-view-list = Lista
entries-view-year = Año
entries-views = Vistas
entries-previous = Atrás
entries-today = Hoy
entries-next = Adelante
entries-new = Nuevo
entries-plain = Lista sencilla
entries-with-script = Vista de calendario
entries-zone-note = Las horas son estas: { $zone }.
entries-none = Aquí no hay nada
entries-cut = Este mes tiene más de lo que cabe aquí. Con un filtro encuentras el resto.
entries-nothing-found-text = Nada de este mes encaja con el filtro. Prueba otro mes o menos filtros.
entries-more-that-day = Mostrar { $count } más
entries-go-to = Ir al { $day }

## Filtros

entries-filters = Filtrar
entries-kinds = Qué
entries-status = ¿Se celebra?
entries-status-and-priority = Estado y prioridad
entries-status-scheduled = Según lo previsto
entries-status-cancelled = Cancelado
entries-status-postponed = Aplazado
entries-status-rescheduled = Nueva fecha
entries-status-moved-online = En línea
entries-priority-low = Baja
entries-priority-medium = Media
entries-priority-high = Alta
entries-priority-urgent = Urgente
entries-organiser = Organizado por
entries-organiser-any = Cualquiera
entries-organiser-me = Yo
entries-organiser-other = Quien está en la dirección
entries-saved-filters = Filtros guardados
entries-saved-none = Guarda lo que filtras a menudo: con un toque vuelve.
entries-filter-name = Nombre
entries-filter-name-hint = El filtro de ahora se guarda con este nombre.
entries-filter-save = Guardar este filtro
entries-filter-delete = Eliminar el filtro
entries-filter-delete-question = «{ $name }» se olvida. Los eventos quedan como están.
entries-flash-filter-saved = El filtro está guardado.
entries-flash-filter-deleted = El filtro ya no está.
error-too-many-filters = Ya tienes { $max } filtros guardados. Elimina uno que ya no necesites.
field-filter-name-taken = Ya tienes un filtro con este nombre.

## Mover y crear

entries-moved = «{ $title }» es ahora: { $when }.
entries-undone = Está otra vez donde estaba.
entries-offline = Sin conexión. No ha cambiado nada.
entries-failed = No ha funcionado. No ha cambiado nada.
entries-refreshed = Al día.
entries-pull = Tira para actualizar
entries-new-on = Nuevo: { $day }
entries-quick-more = Más campos
entries-created = Está en el calendario.
entries-created-unseen = Guardado. Aparece aquí cuando se publica; lo encuentras en Yo, Mis eventos.
