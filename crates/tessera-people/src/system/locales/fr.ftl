## The server

system-title = Système
system-text = Le serveur dans son ensemble. Seuls ceux qui le font tourner voient ceci.
system-healthy = Tout va bien
system-unhealthy = À regarder
system-version = Version
system-database = Base de données
system-mail-transport = Le courrier part par
system-mail-file = des fichiers dans un dossier
system-mail-log = le journal seulement : rien n’est envoyé
system-address = Adresse
system-communities = Communautés
system-members = Membres
system-since = Depuis
system-new-community = Nouvelle communauté
system-new-community-text = Elle a ses propres membres, événements et règles. Tu en deviens le premier admin.
system-make = Créer la communauté
system-jobs = Travaux de fond
system-no-backlog = Rien n’attend.
system-backlog = { $count ->
    [one] { $count } travail attend ; le plus ancien depuis : { $since }.
   *[other] { $count } travaux attendent ; le plus ancien depuis : { $since }.
}
system-no-dead = Rien n’a été abandonné.
system-dead-text = Ceux-ci ont été tentés encore et encore, puis abandonnés. Répare ce qu’ils disent, puis réessaie.
system-job = Travail
system-attempts = { $count ->
    [one] { $count } essai
   *[other] { $count } essais
}
system-why = Pourquoi
system-retry = Réessayer
system-drop = Abandonner
system-drop-what = Ce travail est oublié et ne sera plus tenté.
system-mail = Courrier
system-mail-server = Serveur de courrier de
system-trail = Ce que les opérateurs ont fait
system-flash-made = La communauté est prête.
system-flash-retried = On réessaie.
system-flash-dropped = Abandonné.

## The trail

audit-job-retry = { $actor } a relancé un travail
audit-job-drop = { $actor } a abandonné un travail
