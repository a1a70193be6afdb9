## Compartir una parte del calendario

share-links-nav = Compartir
share-links-title = Calendarios compartidos
share-links-lead = Un enlace muestra una parte del calendario público a quien lo tiene, sin iniciar sesión. Los eventos privados nunca aparecen.
share-links-new = Enlace nuevo
share-links-new-lead = Para la web de un local, las familias de un equipo, el tablón: solo eventos públicos, justo los que tú eliges.
share-links-name = Nombre
share-links-name-hint = Quien abre el enlace lo lee arriba.
share-links-kinds = Qué muestra
share-links-kinds-hint = Si no eliges nada, se muestra todo.
share-links-every-kind = Todo
share-links-range = Desde cuándo hasta cuándo
share-links-range-hint = Deja los dos vacíos para mostrar lo que viene, mientras el enlace esté abierto.
share-links-from = Primer día
share-links-to = Último día
share-links-limits = Cuánto tiempo está abierto
share-links-expires = Abierto hasta el
share-links-expires-hint = Ese día está incluido.
share-links-max-views = Visitas como máximo
share-links-max-views-hint = Cuenta cada vez que se abre la página, también la vista previa en un chat. Los calendarios suscritos no cuentan.
share-links-make = Crear el enlace
share-links-mine = Los míos
share-links-everybodys = De todos
share-links-none = Todavía no hay nada compartido
share-links-none-text = Un enlace muestra los eventos públicos que eliges a gente sin cuenta, en una página y en su propia app de calendario.
share-links-state-open = Abierto
share-links-state-revoked = Cerrado a mano
share-links-state-expired = Caducado
share-links-state-used-up = Visitas agotadas
share-links-state-paused = En pausa: quien lo creó ahora no organiza aquí
share-links-views = { $count ->
    [0] Aún sin abrir
    [one] Abierto una vez
   *[other] Abierto { $count } veces
}
share-links-views-of = { $count } de { $max } visitas
share-links-last = la última { $when }
share-links-until = abierto hasta el { $when }
share-links-no-end = abierto sin fecha de fin
share-links-from-to = del { $from } al { $to }
share-links-from-on = desde el { $from }
share-links-up-to = hasta el { $to }
share-links-coming = lo que viene
share-links-page = Página para enviar
share-links-feed = Dirección para apps de calendario
share-links-sealed = La clave secreta del servidor cambió: el enlace sigue funcionando, pero su dirección ya no se puede mostrar.
share-links-revoke = Cerrar
share-links-restore = Abrir de nuevo
share-links-from-start = Desde el principio
share-links-flash-made = El enlace está listo. Copia su dirección de la lista.
share-links-flash-revoked = El enlace está cerrado.
share-links-flash-restored = El enlace está abierto de nuevo.
share-links-subscribe = Abrir en tu app de calendario
share-links-download = Descargar
share-links-nothing = Ahora mismo no hay nada aquí
share-links-nothing-text = En cuanto haya algo previsto que vaya aquí, lo verás en esta página.
share-links-more = Hay más. En el calendario para descargar están todos.
share-links-feed-name = { $name } · { $community }
share-links-closed-title = Este enlace está cerrado
error-share-link-closed = Ha caducado, se abrió todas las veces permitidas o lo cerraron. Pide uno nuevo a quien te lo dio.
error-too-many-share-links = Tienes { $max } enlaces abiertos. Cierra uno que ya nadie necesite.
field-in-the-past = Esto ya ha pasado.
audit-share-link-revoke = { $actor } cerró un calendario compartido de { $subject }
audit-share-link-restore = { $actor } volvió a abrir un calendario compartido de { $subject }
