## The server

system-title = Sistema
system-text = El servidor en su conjunto. Solo lo ve quien lo lleva.
system-healthy = Todo va bien
system-unhealthy = Hay que mirarlo
system-version = Versión
system-database = Base de datos
system-mail-transport = El correo sale por
system-mail-file = archivos en una carpeta
system-mail-log = solo el registro: no se envía nada
system-address = Dirección
system-communities = Comunidades
system-members = Miembros
system-since = Desde
system-new-community = Nueva comunidad
system-new-community-text = Tiene sus propios miembros, eventos y reglas. Serás su primer administrador.
system-make = Crear la comunidad
system-jobs = Trabajos en segundo plano
system-no-backlog = Nada espera.
system-backlog = { $count ->
    [one] Un trabajo espera; el más antiguo: { $since }.
   *[other] { $count } trabajos esperan; el más antiguo: { $since }.
}
system-no-dead = No se abandonó nada.
system-dead-text = Estos se intentaron una y otra vez y se abandonaron. Arregla lo que dicen y reintenta.
system-job = Trabajo
system-attempts = { $count ->
    [one] un intento
   *[other] { $count } intentos
}
system-why = Por qué
system-retry = Reintentar
system-drop = Descartar
system-drop-what = Este trabajo se olvida y no se vuelve a intentar.
system-mail = Correo
system-mail-server = Servidor de correo de
system-trail = Lo que hicieron los operadores
system-flash-made = La comunidad está lista.
system-flash-retried = Se reintenta.
system-flash-dropped = Descartado.

## The trail

audit-job-retry = { $actor } reintentó un trabajo
audit-job-drop = { $actor } descartó un trabajo
