## Una lista de eventos en otras webs

embed-nav = Insertar
embed-title = Los eventos en tu web
embed-lead = Muestra lo que viene en tu propia web: siempre al día, en vuestro color, sin cookies.
embed-limit = Cuántos eventos
embed-language = Idioma
embed-kinds = Qué muestra
embed-kinds-hint = Si no eliges nada, se muestra todo.
embed-theme = Claro u oscuro
embed-theme-page = Como la web
embed-theme-light = Siempre claro
embed-theme-dark = Siempre oscuro
embed-theme-auto = Como el dispositivo de quien lee
embed-show = Mostrar
embed-code = Código para copiar
embed-code-hint = Ponlo donde quieras la lista: en WordPress, en un bloque «HTML personalizado». Donde los scripts están desactivados, se ven los enlaces que contiene.
embed-preview = Cómo queda
embed-preview-hint = Solo eventos públicos; cada fecha de una serie aparece por separado.
embed-list-title = Próximos eventos de { $community }
embed-list-empty = Ahora mismo no hay nada previsto.
embed-list-all = Todos los eventos
