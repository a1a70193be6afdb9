## The panel on an event's page

participation-question = ¿Vendrás?
participation-answer-going = Voy
participation-answer-maybe = Quizá
participation-answer-interested = Me interesa
participation-answer-declined = No voy
participation-answer-cancelled = Se retiró
participation-mine-going = Vas a ir
participation-mine-maybe = Quizá vayas
participation-mine-interested = Te interesa
participation-mine-declined = No vas a ir
participation-mine-cancelled = Te has retirado
participation-count-going = { $count ->
    [one] { $count } va
   *[other] { $count } van
}
participation-count-maybe = { $count ->
    [one] { $count } quizá
   *[other] { $count } quizá
}
participation-count-interested = { $count ->
    [one] { $count } tiene interés
   *[other] { $count } tienen interés
}
participation-places-left = { $count ->
    [one] Queda { $count } plaza
   *[other] Quedan { $count } plazas
}
participation-full = No quedan plazas
participation-closed-cancelled = Este evento está cancelado: ya no hace falta responder.
participation-closed-over = Ya ha pasado.
participation-closed-draft = Cuando se publique, aquí se podrá responder.
participation-name = Tu nombre
participation-email = Tu correo electrónico
participation-email-hint = Te enviamos un enlace para confirmar. Tu dirección solo la ve quien organiza.
participation-sign-in = ¿Tienes una cuenta? Inicia sesión para responder.
participation-leave = Retirarme
participation-leave-title = ¿Quieres retirarte?
participation-leave-what = Te retiras de «{ $event }». Tu plaza queda libre y no recibirás más correos sobre este evento.
participation-left = Te has retirado de este evento y no recibirás más correos sobre él.
participation-see-list = Ver quién viene
participation-pending-title = Falta un paso
participation-pending-text = Pulsa el botón para confirmar. Hasta entonces tu respuesta no cuenta.
participation-confirm-button = Confirmar mi respuesta
participation-check-mail = Hemos enviado un correo a { $email }. Abre el enlace y pulsa el botón: solo entonces cuenta tu respuesta.
participation-flash-answered = Tu respuesta ha quedado registrada.
participation-flash-declined = Gracias por avisar.
participation-flash-left = Te has retirado del evento.
participation-flash-back = Has vuelto.

## The organisers' list

participation-list-title = Quién viene
participation-download = Descargar como tabla
participation-filter-all = Todos
participation-search = Buscar por nombre o dirección
participation-none-found = Nadie así
participation-none-found-text = Ninguna respuesta coincide con lo que buscas.
participation-nobody = Nadie ha respondido todavía
participation-nobody-text = Aquí verás quién viene, quién quizá venga y a quién le interesa. Empieza invitando a alguien.
participation-invite-people = Invitar a gente
participation-column-name = Nombre
participation-column-email = Correo
participation-column-kind = Tipo
participation-column-answer = Respuesta
participation-column-confirmed = Confirmada
participation-column-when = Respondió
participation-kind-member = Miembro
participation-kind-guest = Invitado
participation-nameless = (sin nombre)
participation-unconfirmed = sin confirmar
participation-places-taken = Plazas ocupadas: { $going } de { $capacity }
participation-over-capacity = Van { $going }, aunque ahora solo hay { $capacity } plazas. Nadie pierde la suya.

## Mails

participation-notices = Cambios de eventos
participation-notices-hint = Cuando un evento al que vas, o quizá vas, cambia, se cancela o vuelve a celebrarse.
participation-when = Cuándo
participation-where = Dónde
participation-mail-open = Ver el evento
participation-mail-change = Cambiar mi respuesta
participation-mail-leave = Retirarme del evento
participation-mail-why = Recibes este correo porque respondiste a «{ $event }» en { $community }. Si te retiras del evento, no recibirás más.
participation-mail-confirm-subject = Confirma tu respuesta: { $event }
participation-mail-confirm-heading = ¿Vienes a «{ $event }»?
participation-mail-confirm-text = Alguien, esperamos que tú, ha respondido con esta dirección. Abre el enlace y pulsa el botón: solo entonces cuenta la respuesta.
participation-mail-confirm-button = Confirmar la respuesta
participation-mail-confirm-ignore = ¿No fuiste tú? Entonces no hagas nada: sin tu confirmación no cuenta nada y no te escribiremos más.
participation-mail-confirm-why = Recibes este correo porque alguien escribió tu dirección para un evento de { $community }.
participation-mail-answered-subject = Tu respuesta: { $event }
participation-mail-answered-text = Tu respuesta a «{ $event }» ha quedado registrada.
participation-mail-file = El archivo adjunto añade el evento a tu calendario.
participation-mail-changed-subject = Cambios: { $event }
participation-mail-changed-heading = «{ $event }» ha cambiado
participation-mail-new-time = Ha cambiado la hora o la fecha.
participation-mail-new-place = Ha cambiado el lugar.
participation-mail-new-title = Ahora tiene otro título.
participation-mail-new-status = Mira de nuevo el evento antes de salir.
participation-mail-cancelled-subject = Cancelado: { $event }
participation-mail-cancelled-heading = «{ $event }» se ha cancelado
participation-mail-cancelled-text = No se celebrará. No tienes que hacer nada.
participation-mail-resumed-subject = Sí se celebra: { $event }
participation-mail-resumed-heading = «{ $event }» se celebra finalmente
participation-mail-resumed-text = Estaba cancelado y ahora vuelve a celebrarse. Tu respuesta sigue valiendo.

## Refusals

error-full = No quedan plazas. Aun así puedes decir que te interesa y volver a mirar más tarde.
error-event-cancelled = Este evento está cancelado.
error-not-participating = No participas en este evento.
error-bad-guest-token = Este enlace ya no funciona. Busca un correo más reciente o responde de nuevo en la página del evento.
error-sign-in-or-invitation = Inicia sesión primero o usa el enlace de tu invitación.
error-invitation-needed = A este evento se va con invitación. Pide a quien lo organiza que te invite.
error-invalid-invitation = Esta invitación no es válida. Puede que se haya retirado o que la sustituya un correo más reciente.
error-invitation-used = Esta invitación ya se usó. Cada una es para una persona.
error-invitation-expired = Esta invitación ha caducado. Pide una nueva a quien te la envió.
field-not-a-series = Este evento no se repite, así que no tiene esa fecha.
