## Eventos de clubes amigos

external-events-title = Eventos de clubes amigos
external-events-lead = Descubre lo que organizan nuestros amigos.
external-events-from-partners = De clubes amigos
external-events-kind = Evento de un club amigo
external-events-filter = Filtrar
external-events-club = Club
external-events-club-any = Todos los clubes
external-events-date = Fecha
external-events-date-any = Todo lo que viene
external-events-date-week = Los próximos siete días
external-events-date-month = Este mes
external-events-date-next-month = El mes que viene
external-events-place = Lugar
external-events-from-start = Desde el principio
external-events-none = Aún no hay nada de clubes amigos
external-events-none-text = Cuando un club con el que compartimos eventos organice algo, lo verás aquí.
external-events-nothing-found = Nada encontrado
external-events-nothing-found-text = Ningún evento encaja con lo que buscas.
external-events-show-all = Mostrar todo
external-events-to-partners = Ir a los clubes amigos
external-events-waiting = { $count ->
    [one] Un evento te espera
   *[other] { $count } eventos te esperan
}
external-events-interest = { $count ->
    [0] ¡Sé el primero en mostrar interés!
    [one] Un socio interesado
   *[other] { $count } socios interesados
}
external-events-theirs = { $count ->
    [one] Una persona de { $club } está interesada
   *[other] { $count } personas de { $club } están interesadas
}
external-events-nameless = Los nombres no se muestran, por privacidad.
external-events-question = ¿Te interesa?
external-events-level-interested = Me interesa
external-events-level-maybe = Quizás
external-events-level-going = ¡Voy!
external-events-withdraw = Ya no me interesa
external-events-sign-in = Entra para mostrar interés y organizarte
external-events-cancelled = Cancelado por los organizadores
external-events-cancelled-text = No se celebra.
external-events-over = Ya ha pasado.
external-events-gone = { $club } ya no anuncia este evento.
external-events-not-shown = Solo lo ven los administradores: no está aprobado, está oculto o el club amigo está en pausa.
external-events-facts = Cuándo y dónde
external-events-original = Ir al evento original
external-events-read-there = Sigue leyendo en la página de los organizadores
external-events-map = Mapa
external-events-map-show = Mostrar el mapa
external-events-map-note = El mapa se carga desde { $host }, que así conoce tu dirección de internet.
external-events-map-in = Acercar
external-events-map-out = Alejar
external-events-directions = Cómo llegar
external-events-organise = ¡Organicémonos!
external-events-organise-text = Solo lo leen los socios. No se pasa al club amigo.
external-events-no-comments = Nadie ha escrito todavía. ¿Quién conduce y a qué hora se sale?
external-events-write = Escribe un comentario
external-events-write-example = ¿Quién sale a las ocho?
external-events-send = Enviar
external-events-change-comment = Cambia tu comentario
external-events-edited = editado
external-events-earlier = Comentarios anteriores
external-events-manage = Eventos de clubes amigos
external-events-manage-lead = Lo que anuncian los clubes amigos. Tú decides qué se ve; los eventos quedan como los escriben sus organizadores.
external-events-manage-none = Ningún club amigo ha anunciado nada todavía
external-events-manage-none-text = En cuanto un club amigo esté aprobado y consultado, sus eventos estarán aquí.
external-events-see-list = Ver la página pública
external-events-event = Evento
external-events-status = Estado
external-events-status-any = Cualquier estado
external-events-scheduled = Programado
external-events-approval = Aprobación
external-events-approval-any = Todas
external-events-pending = Pendiente
external-events-approved = Aprobado
external-events-hidden = Oculto
external-events-upcoming = Próximos
external-events-past = Pasados
external-events-interests = Interesados
external-events-actions = Acciones
external-events-bulk = Para los eventos marcados
external-events-tick = Marcar
external-events-tick-all = Todos los de esta página
external-events-approve = Aprobar
external-events-hide = Ocultar
external-events-unhide = Volver a mostrar
external-events-approve-ticked = Aprobar los marcados
external-events-hide-ticked = Ocultar los marcados
external-events-refresh-ticked = Actualizar los marcados
external-events-hide-title = ¿Ocultar estos eventos?
external-events-hide-what = { $count ->
    [one] Visitantes y socios dejarán de ver un evento.
   *[other] Visitantes y socios dejarán de ver { $count } eventos.
}
external-events-flash-said = Anotado. Solo se ve el número.
external-events-flash-withdrawn = Tu interés se ha retirado.
external-events-flash-comment-changed = Tu comentario se ha cambiado.
external-events-flash-comment-deleted = El comentario se ha borrado.
external-events-flash-comment-restored = El comentario ha vuelto.
external-events-flash-none-ticked = Marca primero los eventos.
external-events-flash-approved = Los eventos están aprobados.
external-events-flash-hidden = Los eventos están ocultos.
external-events-flash-refreshing = Los eventos se están actualizando.
external-events-flash-approved-one = El evento está aprobado.
external-events-flash-hidden-one = El evento está oculto.
external-events-flash-unhidden = El evento vuelve a verse.
external-events-flash-undone = Todo está como antes.
external-events-prefer-news = Eventos nuevos de clubes amigos
external-events-prefer-news-hint = Cuando los clubes amigos organizan algo nuevo.
external-events-prefer-updates = Eventos de clubes amigos que te interesan
external-events-prefer-updates-hint = Cuando cambian, se cancelan o muchos queremos ir.
external-events-prefer-comments = Comentarios sobre eventos de clubes amigos
external-events-prefer-comments-hint = Cuando alguien escribe sobre un evento que te interesa.
external-events-notice-new = Eventos nuevos de clubes amigos 🏍️
external-events-notice-new-text = Nuestros clubes amigos han añadido eventos nuevos:
external-events-notice-milestone = { $count ->
    [one] 🔥 ¡A un socio le interesa { $event }!
   *[other] 🔥 ¡A { $count } socios les interesa { $event }!
}
external-events-notice-changed = { $event } ha cambiado
external-events-notice-cancelled = { $event } se cancela
external-events-notice-comment = { $name } ha escrito sobre { $event }
external-events-mail-milestone-heading = ¡El evento que te interesa está llamando la atención!
external-events-mail-milestone-count = { $count ->
    [one] Un socio de nuestro club interesado
   *[other] { $count } socios de nuestro club interesados
}
external-events-mail-milestone-open = Mira quién organiza el viaje
error-external-event-cancelled = Este evento está cancelado.
error-external-event-over = Este evento ya ha pasado.
audit-external-event-approve = { $actor } aprobó eventos de clubes amigos
audit-external-event-unapprove = { $actor } retiró la aprobación de eventos de clubes amigos
audit-external-event-hide = { $actor } ocultó eventos de clubes amigos
audit-external-event-unhide = { $actor } volvió a mostrar eventos de clubes amigos
audit-external-comment-delete = { $actor } borró un comentario de { $subject }
audit-external-comment-restore = { $actor } recuperó un comentario de { $subject }
