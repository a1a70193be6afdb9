## Refusals

error-last-admin = Es el único administrador de la comunidad. Antes nombra administrador a otra persona.
field-bad-slug = Letras minúsculas, cifras y guiones, 63 como máximo; «www» no.
field-slug-taken = Otra comunidad de este servidor ya tiene este nombre corto.
field-bad-host = Solo un nombre de host, como agenda.example.org, sin https:// ni puerto.
field-host-taken = Otra comunidad de este servidor ya tiene este host.
