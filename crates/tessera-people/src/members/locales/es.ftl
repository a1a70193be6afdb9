## Members

members-nav = Personas
members-count = { $count ->
    [one] Un miembro
   *[other] { $count } miembros
}
members-directory-title = Miembros
members-search-name = Buscar por nombre
members-search = Nombre o correo
members-none-title = Nadie encontrado
members-none-text = Ningún miembro coincide con lo que buscas.
members-show-all = Mostrar todos
members-from-start = Desde el principio
members-name = Nombre
members-role = Rol
members-roles = Roles
members-roles-hint = Todos son miembros. Marca qué son además.
members-role-admin-hint = Gestiona la comunidad: personas, ajustes, todo lo público.
members-role-organiser-hint = Publica eventos y se ocupa de ellos.
members-role-promoter-hint = Comparte eventos con pases y códigos.
members-role-staff-hint = Trabaja aquí: tareas, permisos, reservas.
members-all-roles = Todos los roles
members-all-states = Todos los estados
members-state = Estado
members-state-active = Activo
members-state-suspended = Suspendido
members-state-banned = Expulsado
members-since = Desde
members-actions = Acciones
members-joined-on = alta: { $date }
members-reason-told = Motivo, tal como se le dijo:
members-shut-out = Suspender o expulsar
members-shut-out-text = La suspensión es temporal, la expulsión definitiva: en ambos casos no podrá entrar aquí hasta que lo anules, y sus respuestas se quedan. En otras comunidades no cambia nada.
members-reason = Motivo
members-reason-hint = Lo leerá al intentar entrar.
members-suspend = Suspender
members-ban = Expulsar
members-let-back-text = Podrá volver a entrar enseguida, con los roles que tenía.
members-reinstate = Readmitir
members-unban = Levantar la expulsión
members-remove = Quitar de la comunidad
members-remove-text = Termina la pertenencia y sus roles. La cuenta se queda y puede volver a unirse donde esté abierto.
members-remove-what = { $name } deja de pertenecer a esta comunidad y pierde todos sus roles.
members-flash-roles = Roles guardados.
members-flash-suspended = Suspensión hecha.
members-flash-banned = Expulsión hecha.
members-flash-reinstated = De vuelta en la comunidad.
members-flash-removed = Fuera de la comunidad.

## Inviting

members-invite = Invitar a gente
members-invite-text = Cada dirección recibe un correo con un enlace que sirve una vez, durante siete días.
members-addresses = Direcciones de correo
members-addresses-hint = Pega las que quieras (500 como máximo cada vez), separadas por comas o saltos de línea.
members-tally-one = 1 dirección
members-tally-many = {"{"}n{"}"} direcciones
members-invite-send = Enviar invitaciones
members-invited = { $count ->
    [one] Una invitación está en camino.
   *[other] { $count } invitaciones están en camino.
}
members-already-invited = Ya con invitación: { $list }
members-already-members = Ya son miembros: { $list }
members-bad-addresses = { $count ->
    [one] Esto no es una dirección de correo.
   *[other] Estas { $count } no son direcciones de correo.
}
members-invitations = Invitaciones
members-address = Dirección
members-valid-until = Válida hasta
members-invited-by = La envió
members-invitation-open = Esperando
members-invitation-expired = Caducada
members-invitation-used = Aceptada
members-invitation-revoked = Revocada
members-resend = Reenviar
members-revoke = Revocar
members-flash-resent = Un enlace nuevo está en camino; el anterior ya no sirve.
members-flash-revoked = La invitación está revocada; su enlace ya no sirve.

## Joining

members-join-title = Únete a { $community }
members-join-lead = { $name } te invita a formar parte de { $community }.
members-join-lead-unnamed = Tienes una invitación para formar parte de { $community }.
members-join-as = Entras como { $name }.
members-join-name = Tu nombre
members-join-password = Una contraseña
members-join-password-hint = Al menos diez caracteres; varias palabras están bien.
members-join-button = Unirme
members-join-until = La invitación vale hasta el { $date }.
members-flash-welcome = ¡Te damos la bienvenida! Ya formas parte.
members-flash-already = Ya formas parte de esta comunidad.

## The mail

members-mail-subject = { $name } te invita a { $community }
members-mail-text = Puedes formar parte de { $community }: ver sus eventos, responder y estar en contacto con su gente.
members-mail-button = Ver la invitación
members-mail-about = Sobre la comunidad
members-mail-until = El enlace sirve una vez, hasta el { $date }. Abrirlo no te compromete a nada.
members-mail-why = { $name } escribió tu dirección para invitarte. Si no quieres, no hagas nada: no escribiremos más.

## Refusals

error-not-yourself = No puedes expulsarte a ti mismo.
error-join-expired = Esta invitación ha caducado. Pide una nueva.
error-join-used = Esta invitación ya se usó. Si la usaste tú, entra.
error-join-revoked = Esta invitación fue revocada.
error-join-again = Se acaba de crear una cuenta con esta dirección. Abre de nuevo la invitación.

## The trail

audit-member-roles = { $actor } cambió los roles de { $subject }
audit-member-suspend = { $actor } suspendió a { $subject }
audit-member-reinstate = { $actor } readmitió a { $subject }
audit-member-ban = { $actor } expulsó a { $subject }
audit-member-unban = { $actor } levantó la expulsión de { $subject }
audit-member-remove = { $actor } quitó a { $subject } de la comunidad
audit-member-leave = { $actor } dejó la comunidad
audit-member-invite = { $actor } invitó a gente a unirse
audit-member-uninvite = { $actor } revocó una invitación a unirse
audit-member-join = { $actor } se unió por invitación
