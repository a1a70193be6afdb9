## Dates

dates-weekday-and-date = { $weekday } { $date }
dates-time = { $time }
dates-times = { $from }–{ $to }
dates-day-and-time = { $day }, { $time }
dates-from-to = { $start } – { $end }
dates-days-of-month = { $first }–{ $last } de { $month }
dates-days-of-month-and-year = { $first }–{ $last } de { $month } de { $year }
dates-zone = hora de { $city }
dates-today = hoy
dates-tomorrow = mañana
dates-yesterday = ayer
dates-just-now = ahora mismo
dates-in-minutes = { $count ->
    [one] dentro de { $count } minuto
   *[other] dentro de { $count } minutos
}
dates-minutes-ago = { $count ->
    [one] hace { $count } minuto
   *[other] hace { $count } minutos
}
dates-in-hours = { $count ->
    [one] dentro de { $count } hora
   *[other] dentro de { $count } horas
}
dates-hours-ago = { $count ->
    [one] hace { $count } hora
   *[other] hace { $count } horas
}
dates-in-days = { $count ->
    [one] dentro de { $count } día
   *[other] dentro de { $count } días
}
dates-days-ago = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
}
dates-in-months = { $count ->
    [one] dentro de { $count } mes
   *[other] dentro de { $count } meses
}
dates-months-ago = { $count ->
    [one] hace { $count } mes
   *[other] hace { $count } meses
}
dates-in-years = { $count ->
    [one] dentro de { $count } año
   *[other] dentro de { $count } años
}
dates-years-ago = { $count ->
    [one] hace { $count } año
   *[other] hace { $count } años
}

## Chrome

chrome-skip-to-content = Ir al contenido
chrome-main-navigation = Principal
chrome-agenda = Agenda
chrome-calendar = Calendario
chrome-community = Comunidad
chrome-inbox = Mensajes
chrome-me = Yo
chrome-about = Sobre nosotros
chrome-manage = Gestión
chrome-create = Crear
chrome-search = Buscar
chrome-sign-in = Iniciar sesión
chrome-sign-out = Cerrar sesión
chrome-register = Registrarse
chrome-language = Idioma
chrome-you-are-here = Estás aquí
chrome-more = Más
chrome-keys = Atajos de teclado
chrome-keys-on = Atajos con una sola letra

## Buttons

button-save = Guardar
button-cancel = Cancelar
button-delete = Eliminar
button-edit = Editar
button-back = Volver
button-next = Siguiente
button-previous = Anterior
button-close = Cerrar
button-undo = Deshacer
button-copy = Copiar
button-show-more = Mostrar más
button-filter = Filtrar
button-clear = Borrar

## Forms

form-required = obligatorio
form-optional = opcional
form-copied = Copiado.
form-has-errors = Revisa los campos marcados.
form-show-password = Mostrar la contraseña
form-hide-password = Ocultar la contraseña
form-yes = Sí
form-no = No

## Roles

role-member = Miembro
role-staff = Personal
role-promoter = Promotor
role-organiser = Organizador
role-admin = Administrador

## Refusals: the code of the answer, with its underscores as hyphens

error-title = Esto no ha funcionado
error-not-found-title = Aquí no hay nada
error-way-back = Continuar desde aquí
error-home = Ir a la agenda
error-unauthenticated = Primero inicia sesión.
error-forbidden = No tienes permiso para hacerlo. Si crees que deberías tenerlo, pregunta a quien administra la comunidad.
error-not-a-member = No formas parte de esta comunidad.
error-not-found = Lo que buscas no existe o no está abierto para ti.
error-method-not-allowed = Esta dirección no se usa así.
error-invalid = Algo de lo que se ha escrito no encaja.
error-bad-json = El cuerpo no es JSON válido.
error-bad-body = No se puede leer la petición.
error-csrf = Esta página ha estado abierta demasiado tiempo o viene de otro sitio. Vuelve a cargarla e inténtalo de nuevo.
error-wrong-community = Este token es de otra comunidad.
error-suspended = Tu membresía está suspendida. Quien administra la comunidad puede decirte por qué.
error-scope-missing = Este token no tiene este permiso.
error-email-unverified = Primero confirma tu dirección de correo: hasta entonces puedes preparar, pero no publicar, invitar ni enviar.
error-too-many = Demasiados intentos. Espera un poco y vuelve a intentarlo.
error-overloaded = Ahora mismo hay muchísima gente. Vuelve a intentarlo en unos segundos; no se ha guardado nada de lo que enviaste.
error-timed-out = Tardaba demasiado y se ha interrumpido. Vuelve a intentarlo, si puedes con una conexión más rápida.
error-too-large = Es demasiado grande.
error-changed-meanwhile = Alguien más lo ha cambiado mientras tanto. Vuelve a mirarlo antes de guardar.
error-idempotency-key-reused = Esta Idempotency-Key ya se usó para otra petición.
error-unavailable = El servidor está ocupado o en mantenimiento. Inténtalo de nuevo en un minuto.
error-not-json = Envía JSON, con la cabecera Content-Type: application/json.
error-not-multipart = Envía el archivo como multipart/form-data.
error-not-set-up = Este servidor aún no tiene ninguna comunidad. Crea la primera.
error-bad-token = Este token es desconocido, ha caducado o fue revocado.
error-bad-idempotency-key = Una Idempotency-Key tiene entre 1 y 255 caracteres.
error-in-progress = La primera petición con esta Idempotency-Key sigue en curso. Inténtalo en un momento.
error-internal = Algo ha fallado por nuestra parte. Si vuelve a pasar, da la referencia { $reference } a quien gestiona este servidor.

## What is wrong with one field

field-required = Esto hace falta.
field-too-long = Como máximo { $max } caracteres.
field-bad-email = No es una dirección de correo, como ana@example.org.
field-bad-date = Esta fecha no existe.
field-bad-timezone = Esta zona horaria no existe. Se escribe como Europe/Rome.
field-bad-choice = Elige una de las opciones.
field-bad-number = No es un número.
field-out-of-range = Entre { $min } y { $max }.
field-unknown-field = Este campo no existe.
field-wrong-type = No es del tipo esperado.
field-bad-characters = Contiene caracteres que aquí no se permiten.

## The API's page

api-docs-title = La API
api-docs-file = El documento como archivo (OpenAPI 3.1)
api-docs-shapes = Formas de los datos
field-too-many-addresses = Como máximo { $max } direcciones a la vez.

## Offline

phone-as-it-was = Estás sin conexión. Así estaba el { $day }, a las { $time }.
phone-seen = como estaba el { $day }, a las { $time }
phone-offline = Estás sin conexión
phone-not-kept = Esta página no se abrió cuando había conexión, así que no está en este teléfono.
phone-retry = Reintentar
phone-kept = Lo que todavía puedes ver
