## The trail

trail-audit = Registro
trail-audit-text = Lo que hicieron los administradores, una entrada por acción. Nada se puede cambiar ni quitar.
trail-whole = Completo e inalterado desde el { $date }.
trail-broken = La entrada { $number } no encaja con la anterior: el registro fue alterado en la base de datos. Compáralo con una copia de seguridad.
trail-not-checked = El registro es largo; se comprueba cuando lo pides.
trail-check = Comprobarlo ahora
trail-all-actions = Todo
trail-what = Qué
trail-when = Cuándo
trail-none-title = Nada todavía
trail-none-text = Aquí se contará lo que hagan los administradores.
trail-older = Anteriores
trail-newest = Los más recientes
trail-erased = una cuenta borrada
trail-nobody = El propio servidor
trail-somebody = …
trail-something = { $actor } hizo algo que esta versión no conoce ({ $action })
trail-from-to = { $from } → { $to }
trail-new-changed = Nuevos: { $new } · cambiados: { $changed }

## Mail

trail-mail = Correo
trail-mail-text = Los correos de esta comunidad y en qué punto están. Lo que dicen no es asunto de nadie aquí.
trail-mail-none-title = Aún no hay correos
trail-mail-none-text = Aquí aparecerán invitaciones, confirmaciones y avisos.
trail-mail-kind = Para qué
trail-mail-to = Para
trail-mail-state = Estado
trail-mail-waiting = Esperando
trail-mail-sent = Enviado
trail-mail-failed = Fallido
trail-mail-withdrawn = Retirado
trail-mail-account = Cuenta
trail-mail-member = Invitación a unirse
trail-mail-event = Sobre un evento
trail-mail-any-state = Cualquier estado
trail-mail-anything = Cualquier asunto
trail-mail-digest = Resumen diario
trail-mail-none-found = Nada parecido
trail-mail-none-found-text = Ningún correo encaja con esta elección.
trail-mail-show-all = Mostrar todo
trail-mail-retry = Reintentar
trail-flash-mail-retried = Se volverá a intentar.
trail-mail-why-not-there = No se pudo llegar al servidor de correo, o estaba ocupado. Se reintenta varias veces.
trail-mail-why-unclear = El servidor de correo no dijo si lo aceptó. Puede que haya llegado, así que no se envía otra vez.
trail-mail-why-untrusted = El certificado del servidor de correo no es de fiar. Quien lleva el servidor puede arreglarlo.
trail-mail-why-refused = El servidor de correo rechazó este correo.
trail-mail-why-address = El servidor de correo no conoce esa dirección.
trail-mail-why-other = No se pudo redactar. La línea de abajo ayuda a quien lleva el servidor.
audit-mail-retry = { $actor } hizo reintentar un correo
