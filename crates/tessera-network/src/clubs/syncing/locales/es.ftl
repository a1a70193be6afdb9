## Actualizaciones

syncing-title = { $partner }: actualizaciones
syncing-partners = Clubes amigos
syncing-history = Historial
syncing-lead = se guarda noventa días
syncing-last = Último con éxito { $when }
syncing-never = Todavía sin éxito
syncing-none = Aún no se ha actualizado nada
syncing-none-text = A un club amigo aprobado se le pregunta cada dos horas más o menos, o cuando pulsas «Sincronizar ahora».
syncing-to-partner = Volver al club amigo
syncing-from-start = Desde el principio
syncing-when = Cuándo
syncing-outcome = Resultado
syncing-listed = Anunciados
syncing-new = Nuevos
syncing-changed = Cambiados
syncing-cancelled = Cancelados
syncing-took = en { $seconds } s
syncing-outcome-done = Hecho
syncing-outcome-unchanged = Nada ha cambiado
syncing-outcome-incomplete = Incompleto
syncing-outcome-failed = Ha fallado
syncing-scope-days = solo algunos días
syncing-detail-html = La respuesta es una página web, no una lista de eventos. ¿Es correcta la dirección?
syncing-detail-not-json = La respuesta no es JSON.
syncing-detail-truncated = La respuesta se corta a la mitad.
syncing-detail-too-deep = La respuesta está demasiado anidada.
syncing-detail-too-long = La respuesta es más grande de lo que aceptamos.
syncing-detail-too-many = La respuesta tiene más de 100 000 eventos.
syncing-detail-shape = La respuesta no es una lista de eventos.
syncing-gap-not-ended = La lista no llegó hasta el final. Lo que llegó se queda; no se ha cancelado nada.
syncing-gap-no-total = El club amigo no dice cuántos eventos hay, así que no se ha cancelado nada.
syncing-gap-shifted = La lista cambió mientras se leía. Se verá la próxima vez.
syncing-gap-total = El club amigo dice tener más eventos de los que envía. Lo que llegó se queda; no se ha cancelado nada.
syncing-gap-without-id = Un evento llegó sin identificador, así que no se ha cancelado nada.
syncing-skipped = { $count ->
    [one] Se dejó fuera un evento
   *[other] Se dejaron fuera { $count } eventos
}
syncing-entry = El número { $number } de la lista
syncing-skipped-unreadable = No se puede leer.
syncing-skipped-missing = Falta «{ $field }».
syncing-skipped-too-long = «{ $field }» es demasiado largo.
syncing-skipped-bad-date = «{ $field }» no es ni una fecha ni una hora con desfase.
syncing-skipped-end-before-start = Termina antes de empezar.
syncing-skipped-too-large = Es más grande de lo que puede ser un evento.
syncing-prefer = Problemas con clubes amigos
syncing-prefer-hint = Para administradores: cuando un club amigo falla varias veces seguidas y cuando vuelve a funcionar.
syncing-notice-failing = { $partner } no responde como debería
syncing-notice-works = { $partner } vuelve a funcionar
error-partner-closed = De momento no se intercambia nada con { $club }.
error-sync-under-way = Ya se está preguntando a { $club }. Inténtalo dentro de un momento.
error-partner-trouble = { $club } no ha respondido como debería. La página del club amigo dice qué falla.
