## Eine Terminliste auf anderen Websites

embed-nav = Einbetten
embed-title = Termine auf deiner Website
embed-lead = Zeig auf deiner eigenen Website, was ansteht: immer aktuell, in eurer Farbe, ohne Cookies.
embed-limit = Wie viele Termine
embed-language = Sprache
embed-kinds = Was sie zeigt
embed-kinds-hint = Wähle nichts aus, um alles zu zeigen.
embed-theme = Hell oder dunkel
embed-theme-page = Wie die Website
embed-theme-light = Immer hell
embed-theme-dark = Immer dunkel
embed-theme-auto = Wie das Gerät der Lesenden
embed-show = Zeigen
embed-code = Code zum Kopieren
embed-code-hint = Füge ihn dort ein, wo die Liste stehen soll: in WordPress in einen Block „Individuelles HTML“. Wo Skripte ausgeschaltet sind, sieht man die Links darin.
embed-preview = So sieht es aus
embed-preview-hint = Nur öffentliche Termine; jeder Termin einer Serie steht für sich.
embed-list-title = Nächste Termine von { $community }
embed-list-empty = Zurzeit ist nichts geplant.
embed-list-all = Alle Termine
