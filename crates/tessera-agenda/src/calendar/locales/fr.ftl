## Subscribing

calendar-subscribe-title = S’abonner au calendrier
calendar-subscribe-lead = Ton application de calendrier se met à jour toute seule : les nouveaux événements apparaissent, les changements suivent, les annulations sont signalées.
calendar-subscribe-open = Ouvrir dans ton application de calendrier
calendar-subscribe-address = Adresse du calendrier
calendar-subscribe-address-hint = Pour les applications qui demandent une adresse : dans Google Agenda « Autres agendas », « À partir de l’URL » ; dans Outlook « Ajouter un calendrier », « S’abonner à partir du web » ; sur un téléphone « Ajouter un abonnement ».
calendar-subscribe-news = Comme actualités
calendar-subscribe-news-hint = Pour un lecteur d’actualités : ce qui vient.
calendar-subscribe-atom = Flux Atom
calendar-subscribe-json = JSON Feed
calendar-subscribe-filters = Chaque adresse accepte les filtres de l’agenda : ajoute ?category=… ou ?place=… pour n’en suivre qu’une partie.
calendar-subscribe-download = Télécharger le calendrier une seule fois
calendar-feed-description = Les événements publics de { $community }
calendar-feed-personal = { $community }, pour { $name }

## One's own feed

calendar-mine-title = Un calendrier rien que pour toi
calendar-mine-text = Une adresse secrète avec les événements publics, ceux que tu organises et ceux où tu vas, même privés. Qui a l’adresse peut les lire : garde-la pour toi.
calendar-mine-create = Créer mon adresse
calendar-mine-once = Voici ton adresse. Copie-la maintenant : elle n’est montrée que cette fois.
calendar-mine-since = Tu as une adresse depuis le { $date }. Elle n’est plus montrée ; une nouvelle prend sa place.
calendar-mine-renew = Créer une nouvelle adresse
calendar-mine-renew-confirm = L’adresse actuelle cesse aussitôt de fonctionner, dans toutes les applications qui l’utilisent.
calendar-mine-revoke = La désactiver
calendar-mine-revoke-confirm = L’adresse cesse aussitôt de fonctionner, dans toutes les applications qui l’utilisent.
calendar-mine-sign-in = Connecte-toi pour suivre aussi tes événements et les événements privés.
calendar-flash-revoked = Ton adresse ne fonctionne plus.

## Importing

calendar-import-nav = Importer
calendar-import-title = Importer un calendrier
calendar-import-lead = Apporte les événements que tu as déjà : un fichier .ics, comme l’exportent Google, Apple, Outlook, Thunderbird et la plupart des calendriers. Si tu importes plus tard un fichier plus récent, seul ce qui a changé est mis à jour, sans doublon.
calendar-import-file = Fichier de calendrier
calendar-import-file-hint = Finit par .ics ; { $megabytes } Mo au plus.
calendar-import-visibility = Qui voit les événements
calendar-import-visibility-marked = Tout le monde, sauf les événements privés dans le fichier
calendar-import-visibility-public = Tout le monde
calendar-import-visibility-private = Seulement toi et les personnes que tu invites
calendar-import-look = Regarder d’abord
calendar-import-preview = Ce que ferait cette importation
calendar-import-preview-text = Rien n’a encore changé.
calendar-import-created = Nouveaux
calendar-import-updated = Modifiés
calendar-import-unchanged = Inchangés
calendar-import-skipped = Laissés de côté
calendar-import-go = { $count ->
    [one] Importer { $count } événement
   *[other] Importer { $count } événements
}
calendar-import-nothing = Tout ce que contient ce fichier est déjà ici.
calendar-import-another = Choisir un autre fichier
calendar-import-running = Importation : { $done } sur { $total }
calendar-import-running-text = Tu peux quitter cette page : l’importation continue.
calendar-import-done = L’importation est terminée
calendar-import-failed = L’importation s’est arrêtée avant la fin
calendar-import-failed-text = Ce qui a été importé jusque-là reste. Importe de nouveau le fichier : ce qui est déjà là n’est pas doublé.
calendar-import-agenda = Voir l’agenda
calendar-import-left-out = Ce qui a été laissé de côté
calendar-import-left-out-text = Le reste du fichier n’est pas touché.
calendar-import-left-out-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
calendar-import-what = Quoi
calendar-import-line = Ligne
calendar-import-why = Pourquoi
audit-calendar-import = { $actor } a importé un calendrier

calendar-component-event = Événement
calendar-component-todo = Tâche
calendar-component-journal = Entrée de journal
calendar-component-calendar = Calendrier
calendar-component-other = Entrée

## Why something was left out

calendar-skipped-missing-uid = Il n’a pas d’UID : impossible de le reconnaître plus tard.
calendar-skipped-missing-start = Il n’a pas de début.
calendar-skipped-invalid-property = La valeur de { $subject } n’a pas de sens.
calendar-skipped-duplicate-property = { $subject } apparaît deux fois.
calendar-skipped-ends-before-start = Il finit avant de commencer.
calendar-skipped-mixed-times = Le début et la fin ne vont pas ensemble : l’un est un jour ou n’a pas de fuseau, l’autre non.
calendar-skipped-unknown-zone = Personne ne connaît le fuseau horaire « { $subject } ».
calendar-skipped-malformed-line = Une ligne est abîmée.
calendar-skipped-unterminated = La fin manque.
calendar-skipped-stray-end = Il y a une fin sans début.
calendar-skipped-too-many-properties = Il a trop de propriétés.
calendar-skipped-line-too-long = Une ligne est trop longue.
calendar-skipped-unsupported = Seuls les événements sont importés.
calendar-skipped-older = Ce qui est ici est plus récent.
calendar-skipped-duplicate = Le fichier en contient un plus récent du même nom.

## Refusals

error-not-a-calendar = Ce n’est pas un fichier de calendrier. Exporte ton calendrier au format .ics et choisis ce fichier.
error-vcalendar-1 = C’est un ancien fichier vCalendar. Exporte ton calendrier au format iCalendar (.ics).
error-too-many-components = Ce calendrier a plus de { $limit } entrées. Exporte-le en plusieurs fois.
error-too-deep = Ce fichier de calendrier est abîmé : ses entrées sont imbriquées trop profondément.
error-import-gone = Cette importation est terminée. Choisis de nouveau le fichier.
