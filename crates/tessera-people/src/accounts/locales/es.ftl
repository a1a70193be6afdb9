## Signing in and joining

accounts-email = Dirección de correo
accounts-password = Contraseña
accounts-name = Nombre
accounts-name-hint = Como te conocen los demás.
accounts-password-hint = Al menos 10 caracteres. Unas cuantas palabras seguidas van bien.
accounts-forgot-link = ¿Has olvidado la contraseña?
accounts-no-account = ¿Aún no tienes cuenta?
accounts-have-account = ¿Ya tienes cuenta?
accounts-register-title = Únete a { $community }
accounts-register-button = Crear la cuenta
accounts-register-closed = A { $community } solo se entra con invitación. Pregunta a alguien que ya forme parte.
accounts-role = ¿Qué te gustaría hacer?
accounts-role-member-hint = Participar y recibir invitaciones.
accounts-role-staff-hint = Trabajar aquí, con ausencias y tareas.
accounts-role-promoter-hint = Dar a conocer los eventos.
accounts-role-organiser-hint = Publicar eventos y cuidarlos.
accounts-sent-title = Mira tu correo
accounts-sent-register = Hemos escrito a { $email }. El enlace del mensaje confirma que la dirección es tuya e inicia tu sesión.
accounts-sent-forgot = Si { $email } pertenece a una cuenta de aquí, ya va en camino un mensaje con un enlace para una contraseña nueva.
accounts-sent-change-email = Hemos escrito a { $email }. Tu cuenta cambiará de dirección cuando pulses el botón tras el enlace de ese mensaje.
accounts-sent-hint = ¿No hay nada? Mira también en el correo no deseado y vuelve a intentarlo en unos minutos.
accounts-forgot-title = ¿Contraseña olvidada?
accounts-forgot-text = Escribe tu dirección y te enviamos un enlace para elegir una nueva.
accounts-forgot-button = Enviar el enlace
accounts-reset-title = Elige una contraseña nueva
accounts-reset-text = Para la cuenta de { $name }. Al guardarla se cierra la sesión en los demás dispositivos.
accounts-new-password = Contraseña nueva
accounts-reset-button = Guardar e iniciar sesión
accounts-verify-title = Confirma tu dirección
accounts-verify-text = Pulsa el botón para confirmar que { $email } es tuya e iniciar sesión.
accounts-verify-button = Confirmar e iniciar sesión
accounts-sign-in-as = Iniciar sesión como { $name }
accounts-link-text = Este enlace funciona una sola vez. Pulsa el botón para iniciar sesión en este dispositivo.
accounts-join-text = { $email } ya tiene una cuenta en este servidor. Pulsa el botón para unirte a { $community } con ella.
accounts-join-button = Unirme e iniciar sesión
accounts-change-email-title = Usar esta dirección
accounts-change-email-text = A partir de ahora, la cuenta de { $name } usará { $email }.
accounts-unverified-text = Hemos enviado un enlace a { $email }. Hasta que pulses su botón puedes mirar y preparar, pero no publicar, invitar ni enviar.
accounts-verified-text = Tu dirección { $email } está confirmada.
accounts-resend-button = Volver a enviar el mensaje
accounts-flash-welcome = ¡Te damos la bienvenida! Has iniciado sesión.
accounts-flash-signed-out = Has cerrado la sesión.
accounts-flash-resent = El mensaje va en camino.

## One's own account

accounts-me-profile = Perfil
accounts-me-security = Seguridad
accounts-me-privacy = Tus datos
accounts-language = Idioma
accounts-language-auto = La de mi navegador
accounts-timezone = Zona horaria
accounts-timezone-hint = Como Europe/Rome. Si lo dejas vacío, las horas son las de la comunidad: { $zone }.
accounts-timezone-offer = Tu dispositivo dice { $zone }.
accounts-timezone-take = Usarla
accounts-email-confirmed = confirmada
accounts-email-unconfirmed = aún sin confirmar
accounts-new-email = Dirección nueva
accounts-new-email-hint = Enviaremos un enlace; la dirección cambia cuando pulses su botón.
accounts-change-email-button = Cambiar la dirección
accounts-current-password = Contraseña actual
accounts-change-password-button = Cambiar la contraseña
accounts-choose-password = Aún no tienes contraseña y entras con enlaces. Elige una aquí.
accounts-change-password-note = Al cambiarla se cierra la sesión en tus otros dispositivos.
accounts-sessions-title = Dónde tienes la sesión abierta
accounts-session-here = este dispositivo
accounts-session-unknown = Dispositivo desconocido
accounts-session-used = Último uso: { $when }
accounts-session-end = Cerrar sesión
accounts-session-end-named = Cerrar sesión en { $device }
accounts-sessions-end-others = Cerrar sesión en todos los demás
accounts-tokens-title = Tokens para programas
accounts-tokens-text = Un token permite que un programa actúe por ti en { $community }, con los permisos que elijas. Trátalo como una contraseña.
accounts-token-name = Para qué sirve
accounts-token-scopes = Qué puede hacer
accounts-token-scope-read = leer
accounts-token-scope-write = modificar
accounts-token-lasts = Cuánto tiempo funciona
accounts-token-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
accounts-token-forever = Hasta que lo revoque
accounts-token-make = Crear un token
accounts-token-made-title = Tu token nuevo
accounts-token-made-text = Cópialo ahora: no se volverá a mostrar.
accounts-token-sign-in = Un programa con la sesión iniciada
accounts-token-everything = todo lo que puedes hacer tú
accounts-token-unused = Aún sin usar
accounts-token-ends = Caduca { $when }
accounts-token-revoke = Revocar
accounts-token-revoke-named = Revocar { $name }
accounts-tokens-none = No tienes tokens.
accounts-export-title = Llévate tus datos
accounts-export-text = Todo lo que este servidor guarda sobre ti, en un archivo JSON.
accounts-export-button = Descargar
accounts-erase-title = Borra tu cuenta
accounts-erase-text = No se puede deshacer. Afecta a tu cuenta en todo este servidor, en todas sus comunidades:
accounts-erase-sign-in = Se borran tu nombre, tu dirección y tu contraseña, y se cierra la sesión en todos los dispositivos y programas.
accounts-erase-answers = Se borran tus membresías y tus respuestas a los eventos.
accounts-erase-events = Los eventos tuyos que aún no han pasado quedan en manos de quien administra su comunidad, sin tu nombre.
accounts-erase-button = Borrar mi cuenta
accounts-erase-confirm = ¿Borrar para siempre la cuenta de { $email }?
accounts-flash-profile-saved = Tu perfil está guardado.
accounts-flash-password-changed = La contraseña ha cambiado; se ha cerrado la sesión en tus otros dispositivos.
accounts-flash-email-changed = La nueva dirección ya está en uso.
accounts-flash-session-ended = Sesión cerrada.
accounts-flash-token-revoked = El token está revocado.
accounts-flash-erased = Tu cuenta está borrada. ¡Que te vaya bien!

## Refusals

error-bad-credentials = La dirección y la contraseña no coinciden.
error-registration-closed = Aquí solo se entra con invitación.
error-email-taken = Esta dirección ya tiene una cuenta. Inicia sesión con ella.
error-account-suspended = Tu membresía está suspendida. { $reason }
error-account-banned = Se te ha excluido de esta comunidad. { $reason }
error-link-gone = Este enlace ya no funciona: se usó, lo sustituyó uno más nuevo o ha caducado. Pide otro.
error-wrong-password = La contraseña no es correcta.
error-too-many-tokens = Ya tienes { $max } tokens. Revoca alguno que no necesites.
error-password-needed = Primero elige una contraseña: se pide antes de borrar una cuenta.
error-last-operator = Eres la única persona que gestiona este servidor. Antes, nombra a alguien más.
error-only-admin = Eres la única persona que administra { $community }. Antes, nombra a alguien más.
field-password-too-short = Al menos { $min } caracteres, por favor.
field-password-too-long = Es demasiado larga para una contraseña.
field-password-too-common = Es de las primeras que cualquiera probaría. Elige otra.
field-wrong-password = La contraseña no es correcta.
field-role-not-open = Aquí quien llega no puede elegir este papel.

## Mails

accounts-mail-why = Recibes este mensaje porque la dirección se escribió en { $community }.
accounts-mail-not-you = Si no has sido tú, elige enseguida una contraseña nueva y avisa a quien administra { $community }.
accounts-mail-verify-subject = Confirma tu dirección
accounts-mail-verify-text = ¡Qué bien que estés en { $community }, { $name }! Pulsa el botón para confirmar que esta dirección es tuya.
accounts-mail-verify-button = Confirmar mi dirección
accounts-mail-verify-after = El enlace funciona una vez, durante tres días. Si no lo has pedido tú, ignora este mensaje: puede que alguien se equivocara al escribir su dirección.
accounts-mail-exists-subject = Ya tienes una cuenta
accounts-mail-exists-text = Hola { $name }: alguien, seguramente tú, acaba de escribir esta dirección en { $community }. Allí ya tiene una cuenta: inicia sesión con ella.
accounts-mail-exists-button = Iniciar sesión
accounts-mail-exists-after = Si no has sido tú, no hay que hacer nada.
accounts-mail-join-subject = Únete a { $community } con tu cuenta
accounts-mail-join-text = Hola { $name }: esta dirección ya tiene una cuenta en este servidor. Pulsa el botón para unirte a { $community } con ella. Tu contraseña sigue siendo la misma.
accounts-mail-join-button = Unirme a { $community }
accounts-mail-reset-subject = Elige una contraseña nueva
accounts-mail-reset-text = Hola { $name }: alguien, seguramente tú, ha pedido una contraseña nueva para tu cuenta en { $community }.
accounts-mail-reset-button = Elegir una contraseña nueva
accounts-mail-reset-after = El enlace funciona una vez, durante dos horas. Si no has sido tú, ignora este mensaje: tu contraseña no cambia.
accounts-mail-change-email-subject = Confirma tu nueva dirección
accounts-mail-change-email-text = Hola { $name }: pulsa el botón para usar a partir de ahora esta dirección en tu cuenta de { $community }.
accounts-mail-change-email-button = Usar esta dirección
accounts-mail-change-email-after = El enlace funciona una vez, durante tres días. Si no sabes de qué se trata, ignora este mensaje: no cambia nada.
accounts-mail-email-changed-subject = Tu dirección ha cambiado
accounts-mail-email-changed-text = Hola { $name }: tu cuenta de { $community } usa ahora { $email }. Sus mensajes ya no llegan aquí.
accounts-mail-password-changed-subject = Tu contraseña ha cambiado
accounts-mail-password-changed-text = Hola { $name }: la contraseña de tu cuenta en { $community } ha cambiado y se ha cerrado la sesión en los demás dispositivos.

## Deeds of the audit trail

audit-account-change-password = { $actor } cambió su contraseña.
audit-account-reset-password = { $actor } eligió una contraseña nueva con un enlace recibido.
audit-account-change-email = { $actor } cambió su dirección.
audit-account-make-token = { $actor } creó un token.
audit-account-revoke-token = { $actor } revocó un token.
audit-account-erase = Alguien borró su cuenta.
