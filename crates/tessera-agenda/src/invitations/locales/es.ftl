## The organisers' page

invitations-title = Invitaciones
invitations-invite = Invitar a gente
invitations-open-count = { $count ->
    [one] { $count } invitación pendiente.
   *[other] { $count } invitaciones pendientes.
}
invitations-paste = Direcciones de correo
invitations-paste-hint = Una o muchas, como máximo { $max } a la vez: pégalas tal cual, con comas o una por línea, con nombres o sin ellos.
invitations-address-count = { $count ->
    [one] { $count } dirección
   *[other] { $count } direcciones
}
invitations-address-many = {"{n}"} direcciones
invitations-language = Idioma del correo
invitations-send = Enviar las invitaciones
invitations-sent-title = Enviadas hasta ahora
invitations-none = Todavía no hay invitados
invitations-none-text = Escribe direcciones arriba. Cada persona recibe un correo con su propio enlace, válido siete días.
invitations-none-such = Ninguna así.
invitations-column-state = Estado
invitations-column-when = Cuándo
invitations-state-open = Pendiente
invitations-state-used = Usada
invitations-state-expired = Caducada
invitations-used-at = respondió el { $at }
invitations-open-until = válida hasta el { $until }
invitations-expired-at = caducó el { $at }
invitations-mail-waiting = correo en camino
invitations-mail-sent = correo enviado
invitations-mail-failed = correo no entregado
invitations-mails-waiting = { $count ->
    [one] { $count } correo está en camino.
   *[other] { $count } correos están en camino.
}
invitations-resend = Reenviar
invitations-revoke = Retirar
invitations-revoke-title = ¿Retirar esta invitación?
invitations-revoke-what = El enlace que recibió { $email } dejará de funcionar. Quien ya lo usó se queda.
invitations-flash-sent = Las invitaciones están en camino.
invitations-flash-resent = La invitación está de nuevo en camino, con un enlace nuevo.
invitations-flash-revoked = La invitación se ha retirado.
invitations-sent-to = Invitación enviada a { $email }
invitations-sent-count = { $count ->
    [one] { $count } invitación enviada
   *[other] { $count } invitaciones enviadas
}
invitations-report-already = { $count ->
    [one] { $count } ya tenía invitación:
   *[other] { $count } ya tenían invitación:
}
invitations-report-wrong = { $count ->
    [one] { $count } no es una dirección de correo:
   *[other] { $count } no son direcciones de correo:
}
invitations-report-doubled = { $count ->
    [one] { $count } estaba repetida, se envió un solo correo:
   *[other] { $count } estaban repetidas, se envió un solo correo a cada una:
}
invitations-report-too-often = { $count ->
    [one] { $count } ya recibió demasiadas invitaciones hoy. Inténtalo mañana:
   *[other] { $count } ya recibieron demasiadas invitaciones hoy. Inténtalo mañana:
}
invitations-report-more = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}

## The page behind the link

invitations-somebody = Alguien
invitations-invited-by = { $inviter } te invita
invitations-until = La invitación es válida hasta el { $until }.
invitations-private = Este evento solo lo ven los invitados.
invitations-email-hint = Con otra dirección que la invitada, primero la confirmas por correo.
invitations-closed-title = Esta invitación está cerrada
invitations-event-gone = El evento de esta invitación ya no existe.
invitations-event-cancelled = El evento se ha cancelado. Gracias por querer venir.
invitations-see-event = Ver el evento

## The mail

invitations-mail-subject = { $inviter } te invita: { $event }
invitations-mail-heading = { $inviter } te invita a «{ $event }»
invitations-mail-button = Ver la invitación y responder
invitations-mail-until = El enlace es solo tuyo, sirve una vez y hasta el { $until }. Quien lo tenga puede usarlo: guárdalo para ti.
invitations-mail-file = El archivo adjunto añade el evento a tu calendario.
invitations-mail-why = Recibes este correo porque { $inviter } escribió tu dirección en { $community }. Si no os conocéis, ignóralo: si no respondes, no pasará nada más.

## Refusals

error-already-invited = Esta dirección ya tiene una invitación pendiente. Reenvíala si se perdió.
error-invite-to-draft = Publica primero el evento: nadie podría ver a qué se le invita.
error-too-many-invitations = Como máximo { $max } invitaciones al día. No se envió nada. Prueba con menos, o mañana.
error-recipient-has-enough = Esta dirección ya recibió hoy todas las invitaciones que puede recibir. Inténtalo mañana.
field-too-many-pasted = Son { $count } direcciones; como máximo { $max } a la vez. No se envió nada, y todo lo que escribiste sigue aquí.
field-no-addresses = Aquí no hay ninguna dirección de correo.
field-one-or-many = Indica email o emails, no ambos.
