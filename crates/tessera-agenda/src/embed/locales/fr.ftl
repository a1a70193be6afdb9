## Une liste d’événements sur d’autres sites

embed-nav = Intégrer
embed-title = Les événements sur ton site
embed-lead = Montre ce qui vient sur ton propre site : toujours à jour, dans votre couleur, sans cookies.
embed-limit = Combien d’événements
embed-language = Langue
embed-kinds = Ce qu’elle montre
embed-kinds-hint = Ne choisis rien pour tout montrer.
embed-theme = Clair ou sombre
embed-theme-page = Comme le site
embed-theme-light = Toujours clair
embed-theme-dark = Toujours sombre
embed-theme-auto = Comme l’appareil de qui lit
embed-show = Afficher
embed-code = Code à copier
embed-code-hint = Mets-le là où la liste doit se trouver : dans WordPress, dans un bloc « HTML personnalisé ». Là où les scripts sont désactivés, on voit les liens qu’il contient.
embed-preview = Ce que ça donne
embed-preview-hint = Seulement des événements publics ; chaque date d’une série est à part.
embed-list-title = Prochains événements de { $community }
embed-list-empty = Rien n’est prévu pour le moment.
embed-list-all = Tous les événements
