## La boîte de réception

notifications-inbox = Avis
notifications-unread = { $count ->
    [0] Tu as tout lu.
    [one] { $count } à lire.
   *[other] { $count } à lire.
}
notifications-unread-many = Cent ou plus à lire.
notifications-which = Quels avis
notifications-all = Tous
notifications-only-unread = À lire
notifications-new = Nouveau
notifications-read-all = Tout marquer comme lu
notifications-read-one = Marquer comme lu : { $title }
notifications-read-short = Marquer comme lu
notifications-older = Plus anciens
notifications-newest = Plus récents
notifications-more = et { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
notifications-none-title = Rien ici
notifications-none-text = Tu trouveras ici ce qui te concerne : les tâches qu’on te confie, les événements qui changent et les nouveautés de la communauté.
notifications-none-way = Voir ce qui est prévu
notifications-flash-read = Tout est marqué comme lu.

## Ce que je reçois

notifications-preferences = Ce que je reçois
notifications-preferences-text = Choisis ce dont tu veux être au courant, et comment.
notifications-digest-hint = Le résumé quotidien est un seul e-mail à { $time } avec tout ce qui s’est passé depuis le dernier ; s’il n’y a rien, rien n’est envoyé.
notifications-unverified = Les e-mails t’arriveront une fois ton adresse confirmée.
notifications-in-app = L’afficher dans mes avis
notifications-by-email = Par e-mail
notifications-email-instant = Tout de suite
notifications-email-digest = Dans le résumé quotidien
notifications-email-off = Jamais
notifications-flash-saved = Enregistré. Voilà ce que tu reçois désormais.

## Arrêter les e-mails

notifications-stop-title = Arrêter ces e-mails ?
notifications-stop-text = Tu ne recevras plus d’e-mails de { $community } sur ce sujet : { $about }.
notifications-stop-button = Arrêter ces e-mails
notifications-stopped-title = Ces e-mails sont arrêtés
notifications-stopped-text = Tu ne reçois plus d’e-mails de { $community } sur ce sujet : { $about }.
notifications-again-button = Les réactiver
notifications-on-again-title = Réactivés
notifications-on-again-text = Tu reçois de nouveau des e-mails de { $community } sur ce sujet : { $about }.
notifications-the-digest = le résumé quotidien

## E-mails

notifications-mail-open = Ouvrir
notifications-mail-why = Tu reçois cet e-mail parce que tu es membre de { $community } et que tu veux être au courant de ceci : { $about }.
notifications-mail-stop = Arrêter ces e-mails
notifications-mail-choose = Choisir ce que tu reçois
notifications-digest-subject = { $community } : { $count ->
    [one] { $count } nouveauté
   *[other] { $count } nouveautés
}
notifications-digest-heading = Les nouveautés de { $community }
notifications-digest-open = Ouvrir mes avis
notifications-digest-why = Tu reçois cet e-mail une fois par jour, quand il y a du nouveau chez { $community }, parce que tu as choisi le résumé quotidien.
field-too-many-named = Au plus { $max } à la fois.
