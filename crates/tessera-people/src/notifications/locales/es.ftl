## La bandeja de entrada

notifications-inbox = Avisos
notifications-unread = { $count ->
    [0] Lo has leído todo.
    [one] { $count } sin leer.
   *[other] { $count } sin leer.
}
notifications-unread-many = Cien o más sin leer.
notifications-which = Qué avisos
notifications-all = Todos
notifications-only-unread = Sin leer
notifications-new = Nuevo
notifications-read-all = Marcar todo como leído
notifications-read-one = Marcar como leído: { $title }
notifications-read-short = Marcar como leído
notifications-older = Anteriores
notifications-newest = Más recientes
notifications-more = y { $count ->
    [one] { $count } más
   *[other] { $count } más
}
notifications-none-title = Aquí no hay nada
notifications-none-text = Aquí verás lo que te toca: las tareas que te dan, los eventos que cambian y las novedades de la comunidad.
notifications-none-way = Mira qué hay previsto
notifications-flash-read = Todo está marcado como leído.

## Qué recibo

notifications-preferences = Qué recibo
notifications-preferences-text = Elige de qué quieres enterarte y cómo.
notifications-digest-hint = El resumen diario es un solo correo a las { $time } con todo lo que ha pasado desde el último; si no hay nada, no llega nada.
notifications-unverified = Los correos te llegarán cuando hayas confirmado tu dirección.
notifications-in-app = Mostrarlo en mis avisos
notifications-by-email = Por correo
notifications-email-instant = Al momento
notifications-email-digest = En el resumen diario
notifications-email-off = Nunca
notifications-flash-saved = Guardado. Esto es lo que recibes a partir de ahora.

## Dejar de recibir correos

notifications-stop-title = ¿Parar estos correos?
notifications-stop-text = No recibirás más correos de { $community } sobre esto: { $about }.
notifications-stop-button = Parar estos correos
notifications-stopped-title = Estos correos están parados
notifications-stopped-text = Ya no recibes correos de { $community } sobre esto: { $about }.
notifications-again-button = Volver a activarlos
notifications-on-again-title = Activados de nuevo
notifications-on-again-text = Vuelves a recibir correos de { $community } sobre esto: { $about }.
notifications-the-digest = el resumen diario

## Correos

notifications-mail-open = Abrir
notifications-mail-why = Recibes este correo porque formas parte de { $community } y quieres enterarte de esto: { $about }.
notifications-mail-stop = Parar estos correos
notifications-mail-choose = Elegir qué recibes
notifications-digest-subject = { $community }: { $count ->
    [one] { $count } novedad
   *[other] { $count } novedades
}
notifications-digest-heading = Novedades de { $community }
notifications-digest-open = Abrir mis avisos
notifications-digest-why = Recibes este correo una vez al día, cuando hay algo nuevo en { $community }, porque elegiste el resumen diario.
field-too-many-named = Como mucho { $max } a la vez.
