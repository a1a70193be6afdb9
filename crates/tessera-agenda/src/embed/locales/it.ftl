## Un elenco di eventi su altri siti

embed-nav = Incorporare
embed-title = Gli eventi sul tuo sito
embed-lead = Mostra i prossimi eventi sul tuo sito: sempre aggiornati, nel vostro colore, senza cookie.
embed-limit = Quanti eventi
embed-language = Lingua
embed-kinds = Che cosa mostra
embed-kinds-hint = Se non scegli niente, mostra tutto.
embed-theme = Chiaro o scuro
embed-theme-page = Come il sito
embed-theme-light = Sempre chiaro
embed-theme-dark = Sempre scuro
embed-theme-auto = Come il dispositivo di chi legge
embed-show = Mostra
embed-code = Codice da copiare
embed-code-hint = Mettilo dove deve stare l’elenco: in WordPress in un blocco “HTML personalizzato”. Dove gli script sono disattivati, chi legge vede i link che contiene.
embed-preview = Come appare
embed-preview-hint = Solo eventi pubblici; ogni data di una serie sta per conto suo.
embed-list-title = Prossimi eventi di { $community }
embed-list-empty = Al momento non c’è niente in programma.
embed-list-all = Tutti gli eventi
