## Forms about a community

communities-name = Nombre de la comunidad
communities-name-hint = Como la llama la gente: «Moto Club Torino».
communities-slug = Nombre corto
communities-timezone = Zona horaria
communities-zone-offer = Tu dispositivo dice {"{"}zone{"}"}.
communities-zone-take = Usarla
communities-locale = Idioma
communities-hue = Color
communities-hue-hint = La toman los botones y los acentos. Del contraste nos ocupamos, en claro y en oscuro.
communities-hue-brick = Ladrillo
communities-hue-amber = Ámbar
communities-hue-olive = Oliva
communities-hue-green = Verde
communities-hue-teal = Turquesa
communities-hue-sky = Cielo
communities-hue-blue = Azul
communities-hue-violet = Violeta
communities-hue-pink = Fucsia
communities-hue-rose = Rosa
communities-registration = Quién puede unirse
communities-registration-open = Todo el mundo
communities-registration-open-hint = con una dirección de correo
communities-registration-invite = Por invitación
communities-registration-invite-hint = los administradores invitan a cada persona
communities-registration-closed = Nadie
communities-registration-closed-hint = por ahora
communities-newcomers = Qué pueden hacerse quienes llegan
communities-newcomers-hint = Además de miembros, que siempre lo son.

## The page about it

communities-about-title = Sobre { $community }
communities-about-empty = Nadie ha escrito todavía nada sobre esta comunidad.
communities-joining = Unirse
communities-joining-here = Ya formas parte.
communities-joining-open = Todo el mundo es bienvenido: basta una dirección de correo.
communities-joining-invite = Los nuevos miembros llegan por invitación. Pregunta a quien ya forme parte.
communities-joining-closed = De momento no admite nuevos miembros.
communities-feeds = El calendario en el tuyo
communities-feeds-text = Suscríbete a esta dirección en tu calendario: los eventos nuevos aparecen allí solos.

## Refusals

error-last-admin = Es el único administrador de la comunidad. Antes nombra administrador a otra persona.
field-bad-slug = Letras minúsculas, cifras y guiones, 63 como máximo; «www» no.
field-slug-taken = Otra comunidad de este servidor ya tiene este nombre corto.
field-bad-host = Solo un nombre de host, como agenda.example.org, sin https:// ni puerto.
field-host-taken = Otra comunidad de este servidor ya tiene este host.

## The trail

audit-community-create = { $actor } creó la comunidad { $subject }
audit-community-edit = { $actor } cambió los ajustes
audit-community-relocate = { $actor } cambió la dirección de la comunidad
