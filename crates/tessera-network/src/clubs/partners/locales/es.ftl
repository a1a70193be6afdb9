## Clubes asociados

partners-nav = Clubes asociados
partners-title = Clubes asociados
partners-lead = Comunidades en otros servidores. Sus eventos llegan solos; los vuestros salen solo hacia los clubes que has aprobado y con los que habéis elegido compartir.
partners-new = Añadir un club
partners-new-lead = Nada entra ni sale hasta que lo apruebes.
partners-add = Añadir
partners-have-link = Tengo un enlace de emparejamiento
partners-off = La federación está apagada en este servidor. Puedes preparar clubes; nada sale ni entra. Quien lleva el servidor la enciende con federation.enabled.
partners-none = Todavía no hay clubes asociados
partners-none-text = Compartid eventos con clubes de otros servidores: vuestros miembros ven qué hay allí, y los suyos qué hay aquí.
partners-column-club = Club
partners-column-status = Estado
partners-column-approved = Aprobado
partners-column-sync = Última sincronización
partners-column-events = Eventos
partners-column-actions = Acciones
partners-not-yet = Todavía no
partners-never = nunca
partners-state-active = Activo
partners-state-inactive = Inactivo
partners-state-waiting = Espera tu aprobación
partners-state-failing = Falla, desde { $since }
partners-sync = Sincronizar ahora
partners-review = Revisar
partners-activate = Activar
partners-deactivate = Desactivar
partners-section-basic = Datos básicos
partners-section-keys = Sus claves
partners-section-permissions = Lo acordado
partners-section-status = Estado
partners-name = Nombre del club
partners-code = Código corto
partners-code-hint = Letras, cifras, - y _. Está en las direcciones, y deben indicarlo cuando te cuentan su interés.
partners-url = Dirección de su servidor
partners-logo = Dirección de su logo
partners-logo-hint = Se trae una vez y se muestra desde aquí, para que no sepan quién lo mira.
partners-api-key = Clave que te dieron
partners-api-key-hint = Empieza por pk_. Dos servidores emparejados no necesitan ninguna.
partners-api-secret = Secreto que va con ella
partners-secret-kept = Su secreto está guardado y sellado. Deja el campo vacío para conservarlo.
partners-keys-new = Escribe lo que te dio su admin, o déjalo para luego.
partners-active = Activo
partners-active-hint = Mientras esté apagado, nada sale, nada entra, y sus eventos no se ven.
partners-approved = Aprobado
partners-approved-hint = Los conoces, y pueden estar conectados con vosotros.
partners-share = Compartir nuestros eventos con ellos
partners-share-hint = Pueden traerse vuestros eventos públicos, con cuántos vais. Nunca quiénes.
partners-auto = Mostrar sus eventos enseguida
partners-auto-hint = Si no, miras antes cada uno nuevo.
partners-fall-back = Aceptar también las firmas antiguas
partners-fall-back-hint = Ya han firmado con su clave publicada. Márcalo solo si su admin te ha dicho que ya no pueden.
partners-waiting-text = Este club no está aprobado: nada entra ni sale.
partners-approve = Aprobar
partners-approve-title = ¿Aprobar { $name }?
partners-approve-what = Desde ahora llegan sus eventos, y pueden decirte a cuántos de ellos les interesan los vuestros. Vuestros eventos no se comparten con { $name } hasta que lo marques.
partners-approve-what-sharing = Desde ahora llegan sus eventos. { $name } puede traerse vuestros eventos públicos, con cuántos vais, y decirte a cuántos de ellos les interesan.
partners-last-sync = Última sincronización:
partners-failures = { $count ->
    [one] la última falló
   *[other] las últimas { $count } fallaron
}
partners-events-kept = { $count ->
    [0] ningún evento suyo
    [one] un evento suyo
   *[other] { $count } eventos suyos
}
partners-given = Claves para ellos
partners-given-text = Con uno de estos pares, su servidor firma lo que pide al vuestro. Da las dos líneas a su admin en persona o por teléfono, nunca por correo corriente.
partners-pair-since = hecho { $when }
partners-key-until = vale hasta el { $when }
partners-revoke = Revocar
partners-revoke-what = Lo que firmen con este par se rechaza enseguida. Si es el único que tienen, no pueden traerse nada hasta que les des otro.
partners-generate = Generar clave
partners-generate-title = ¿Una clave nueva para { $name }?
partners-generate-what = El par que tienen ahora vale { $days } días más, para que les dé tiempo a poner el nuevo.
partners-new-key = La clave nueva para { $name }
partners-key-once = Se muestra solo esta vez. Da las dos líneas a su admin en persona, por teléfono o en un mensaje sellado; nunca por correo corriente.
partners-key-public = Clave
partners-key-secret = Secreto
partners-key-done = He copiado las dos
partners-pairing = Emparejamiento
partners-pairing-text = Dos servidores Tessera pueden pasar sin secretos: cada uno firma con una clave propia que el otro ha comprobado. Envía un enlace y luego comparad seis palabras por teléfono.
partners-paired = Emparejado
partners-pair = Crear un enlace de emparejamiento
partners-pair-again = Emparejar de nuevo
partners-pair-open = Un enlace espera que lo usen, hasta el { $when }.
partners-offer-title = Un enlace de emparejamiento para { $name }
partners-offer-text = Envíaselo a su admin. Funciona una vez, dentro de { $hours } horas, y se muestra solo ahora.
partners-offer-then = Su admin lo pone en Clubes asociados, «Tengo un enlace de emparejamiento». Luego los dos veis seis palabras en la página del club: leéoslas por teléfono.
partners-accept-title = Poner un enlace de emparejamiento
partners-accept-lead = Tu servidor va al suyo, y cada uno toma la clave del otro.
partners-accept-link = Enlace de emparejamiento
partners-accept-hint = Toda la línea que te envió su admin. Funciona una vez.
partners-accept = Emparejar
partners-words-title = ¿Ven ellos estas palabras?
partners-words-text = Llama a su admin y leeos las seis palabras. Si son las mismas en los dos lados, no hay nadie en medio.
partners-words-same = Son las mismas
partners-words-differ = Son distintas
partners-unpair = Deshacer el emparejamiento
partners-unpair-what = Sus claves se olvidan, y lo que firmen con ellas se rechaza. Podéis emparejaros otra vez con un enlace nuevo.
partners-landing-title = Un enlace entre dos servidores
partners-landing-text = Este enlace es para el admin de otra comunidad. En un navegador no hace nada.
partners-landing-one = Copia toda la dirección de esta página, también lo que va tras #.
partners-landing-two = En tu propio servidor, abre Gestionar, Clubes asociados, «Tengo un enlace de emparejamiento», y pégala.
partners-landing-three = Luego compara las seis palabras con quien te lo envió.
partners-test = Probar la conexión
partners-test-again = Probar otra vez
partners-test-title = Prueba de la conexión
partners-test-good = Funciona: han respondido y nos han creído.
partners-test-good-events = { $count ->
    [0] Funciona: han respondido, y hoy no tienen eventos.
    [one] Funciona: han respondido, y hoy tienen un evento.
   *[other] Funciona: han respondido, y hoy tienen { $count } eventos.
}
partners-step-keys = Nuestras claves para pedir
partners-step-address = Su dirección
partners-step-name = Encontrar su servidor
partners-step-connection = Llegar a él
partners-step-tls = Su certificado
partners-step-answer = Una respuesta del sitio correcto
partners-step-clock = Los relojes
partners-step-signature = Clave y firma
partners-step-events = Una lista de eventos
partners-outcome-passed = bien
partners-outcome-failed = falló
partners-outcome-not-reached = no se llegó
partners-remove = Quitar
partners-remove-text = Todo lo que se guarda de este club se va con él. Para parar solo un tiempo, desactívalo.
partners-remove-title = ¿Quitar { $name }?
partners-remove-what = Con { $name } se van { $kept }. No se puede deshacer.
partners-kept-events = { $count ->
    [0] ningún evento
    [one] un evento
   *[other] { $count } eventos
}
partners-kept-interests = { $count ->
    [0] ninguna respuesta
    [one] la respuesta de un miembro
   *[other] { $count } respuestas de miembros
}
partners-kept-comments = { $count ->
    [0] ningún comentario
    [one] un comentario
   *[other] { $count } comentarios
}
partners-blocked = Direcciones que tienen que esperar
partners-blocked-text = De cada una, diez peticiones de esta hora no tenían la firma correcta. Se rechazan hasta que acabe la hora. Puede haber entre ellas un club con una clave equivocada.
partners-forgive = Dejar que pida otra vez
partners-own = Nuestra propia clave
partners-own-text = Con esta clave firmamos ante los clubes emparejados. Esta es su huella.
partners-own-rotate = Sustituir la clave
partners-own-rotate-what = Ahora se publica una clave nueva, que toma el relevo en una semana; a la vieja se la cree una semana más. Los clubes se enteran solos.
partners-own-next = Una clave nueva toma el relevo el { $when }.
partners-flash-added = El club está añadido. Apruébalo cuando tengas la certeza.
partners-flash-saved = Guardado.
partners-flash-approved = Aprobado. Sus eventos llegan con la próxima sincronización.
partners-flash-activated = Activo de nuevo.
partners-flash-deactivated = Desactivado: nada sale ni entra.
partners-flash-syncing = Se están trayendo sus eventos.
partners-flash-removed = El club está quitado.
partners-flash-revoked = La clave está revocada.
partners-flash-paired = Los servidores se conocen. Ahora comparad las palabras.
partners-flash-words = Bien. Desde ahora los dos firman con su propia clave.
partners-flash-unpaired = El emparejamiento está deshecho.
partners-flash-forgiven = Esa dirección puede pedir otra vez.
partners-flash-rotated = La clave nueva está publicada.
partners-trouble-no-keys = No hay con qué pedirles: escribe la clave que te dieron, o emparejaos.
partners-trouble-sealed = Su secreto ya no se puede abrir, porque cambió la clave secreta de este servidor. Escríbelo otra vez.
partners-trouble-profile-too-weak = Antes firmaban con su clave publicada y ahora no. Pregunta a su admin; si es a propósito, acepta las firmas antiguas.
partners-trouble-https-required = Su dirección no es https, y este servidor lo pide.
partners-trouble-address-refused = Su dirección lleva a una red privada, adonde este servidor no llama.
partners-trouble-no-name = No hay ningún servidor con ese nombre. ¿Está bien escrita la dirección?
partners-trouble-unreachable = Su servidor no responde. Quizá esté parado un rato.
partners-trouble-tls = Su certificado no vale: puede haber caducado, o ser de otro nombre. Pídeles que lo renueven.
partners-trouble-timed-out = Su servidor tardó demasiado en responder.
partners-trouble-too-long = Su respuesta es mayor de lo que este servidor acepta.
partners-trouble-redirected = Su servidor nos manda a otro sitio. Escribe la dirección donde está de verdad.
partners-trouble-clock-ahead = { $minutes ->
    [one] Su reloj va adelantado cerca de un minuto respecto al nuestro, y por eso rechazan nuestras peticiones. Pídeles que lo pongan en hora y prueba otra vez.
   *[other] Su reloj va adelantado { $minutes } minutos respecto al nuestro, y por eso rechazan nuestras peticiones. Pídeles que lo pongan en hora y prueba otra vez.
}
partners-trouble-clock-behind = { $minutes ->
    [one] Su reloj va atrasado cerca de un minuto respecto al nuestro, y por eso rechazan nuestras peticiones. Pídeles que lo pongan en hora y prueba otra vez.
   *[other] Su reloj va atrasado { $minutes } minutos respecto al nuestro, y por eso rechazan nuestras peticiones. Pídeles que lo pongan en hora y prueba otra vez.
}
partners-trouble-unknown-key = No conocen nuestra clave. ¿La han revocado, o han hecho una nueva?
partners-trouble-bad-signature = No aceptan nuestra firma: el secreto no es el que va con la clave.
partners-trouble-refused = No aceptan nuestra clave o nuestra firma. Compara clave y secreto con su admin.
partners-trouble-replayed = Tomaron nuestra petición por una vieja enviada otra vez. Prueba de nuevo.
partners-trouble-not-allowed = Nos conocen, pero todavía no nos dejan entrar: su admin tiene que aprobarnos y compartir sus eventos.
partners-trouble-not-there = En su dirección no hay nada de federación. ¿Es la correcta, y la han encendido?
partners-trouble-limited = Nos piden que esperemos: demasiadas peticiones en una hora.
partners-trouble-status = Su servidor respondió con un error ({ $status }).
partners-trouble-schema = Lo que responden no es una lista de eventos.
partners-trouble-incomplete = Su lista no estaba completa. Nada se ha dado por cancelado.
error-too-many-partners = Una comunidad tiene como mucho { $max } clubes asociados.
error-partner-not-open = Este club no está activo y aprobado, así que no se trae nada.
error-federation-off = La federación está apagada en este servidor.
error-pairing-other-address = Este enlace se hizo para un servidor con otra dirección.
error-pairing-failed = No se ha podido emparejar con el otro servidor.
error-words-changed = Estas palabras no son las de ahora. Mira la página otra vez y comparad de nuevo.
field-bad-code = Solo letras, cifras, - y _.
field-code-taken = Otro club tiene este código.
field-bad-address = Esta no es una dirección como https://partnerclub.example.com.
field-https-required = La dirección debe empezar por https://.
field-address-refused = Esta dirección lleva a una red privada, o no se puede llamar.
field-secret-needed = Escribe el secreto que va con esta clave.
field-key-prefix = Empieza por { $expected }. Clave y secreto se confunden con facilidad.
field-key-length = Tras el comienzo tiene { $expected } caracteres, no { $found }.
field-key-character = Tiene un carácter que ninguna clave tiene: quizá un espacio.
field-bad-link = Este no es un enlace de emparejamiento. Copia toda la línea, con su final.
field-link-differs = Lo que ese servidor dice de sí no es lo que prometía el enlace. No sigas; pide a su admin un enlace nuevo.
field-link-used = Este enlace ya se usó, o es demasiado viejo. Pide uno nuevo.
field-link-not-for-us = Este enlace se hizo para otro servidor que el tuyo. Su admin tiene que escribir antes tu dirección.
audit-partner-add = { $actor } añadió un club asociado
audit-partner-edit = { $actor } cambió lo acordado con un club asociado
audit-partner-approve = { $actor } aprobó un club asociado
audit-partner-withdraw = { $actor } retiró la aprobación de un club asociado
audit-partner-deactivate = { $actor } desactivó un club asociado
audit-partner-remove = { $actor } quitó un club asociado
audit-partner-generate-key = { $actor } hizo una clave para un club asociado
audit-partner-revoke-key = { $actor } revocó una clave de un club asociado
audit-partner-allow-documented = { $actor } permitió a un club asociado las firmas antiguas
audit-partner-test = { $actor } probó la conexión con un club asociado
audit-partner-pair = { $actor } empezó un emparejamiento con un club asociado
audit-partner-confirm-words = { $actor } comparó las palabras de un emparejamiento
audit-partner-unpair = { $actor } deshizo un emparejamiento
audit-partner-forgive = { $actor } dejó que una dirección pidiera otra vez
audit-partner-rotate-own = { $actor } sustituyó nuestra clave
