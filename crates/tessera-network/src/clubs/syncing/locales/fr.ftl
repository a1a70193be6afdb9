## Récupérations

syncing-title = { $partner } : récupérations
syncing-partners = Partenaires
syncing-history = Historique
syncing-lead = gardé quatre-vingt-dix jours
syncing-last = Dernière réussite { $when }
syncing-never = Jamais réussi jusqu’ici
syncing-none = Rien n’a encore été récupéré
syncing-none-text = Un partenaire approuvé est interrogé toutes les deux heures environ, ou quand tu appuies sur « Synchroniser ».
syncing-to-partner = Retour au partenaire
syncing-from-start = Depuis le début
syncing-when = Quand
syncing-outcome = Résultat
syncing-listed = Annoncés
syncing-new = Nouveaux
syncing-changed = Changés
syncing-cancelled = Annulés
syncing-took = en { $seconds } s
syncing-outcome-done = Fait
syncing-outcome-unchanged = Rien n’a changé
syncing-outcome-incomplete = Incomplet
syncing-outcome-failed = Échec
syncing-scope-days = quelques jours seulement
syncing-detail-html = La réponse est une page web, pas une liste d’événements. L’adresse est-elle bonne ?
syncing-detail-not-json = La réponse n’est pas du JSON.
syncing-detail-truncated = La réponse s’interrompt au milieu.
syncing-detail-too-deep = La réponse est trop imbriquée.
syncing-detail-too-long = La réponse est plus grande que ce que nous acceptons.
syncing-detail-too-many = La réponse contient plus de 100 000 événements.
syncing-detail-shape = La réponse n’est pas une liste d’événements.
syncing-gap-not-ended = La liste n’a pas été envoyée jusqu’au bout. Ce qui est arrivé est gardé ; rien n’a été annulé.
syncing-gap-no-total = Le partenaire ne dit pas combien il y a d’événements, donc rien n’a été annulé.
syncing-gap-shifted = La liste a changé pendant la lecture. On verra la prochaine fois.
syncing-gap-total = Le partenaire dit avoir plus d’événements qu’il n’en envoie. Ceux reçus sont gardés ; rien n’a été annulé.
syncing-gap-without-id = Un événement est arrivé sans identifiant, donc rien n’a été annulé.
syncing-skipped = { $count ->
    [one] Un événement a été laissé de côté
   *[other] { $count } événements ont été laissés de côté
}
syncing-entry = Le numéro { $number } de la liste
syncing-skipped-unreadable = Il est illisible.
syncing-skipped-missing = Il manque « { $field } ».
syncing-skipped-too-long = « { $field } » est trop long.
syncing-skipped-bad-date = « { $field } » n’est ni une date ni une heure avec décalage.
syncing-skipped-end-before-start = Il finit avant de commencer.
syncing-skipped-too-large = Il est plus grand que ce qu’un événement peut être.
syncing-prefer = Soucis avec les partenaires
syncing-prefer-hint = Pour les admins : quand un partenaire échoue plusieurs fois de suite, et quand ça remarche.
syncing-notice-failing = { $partner } ne répond pas comme il faut
syncing-notice-works = { $partner } fonctionne à nouveau
error-partner-closed = Rien n’est échangé avec { $club } pour le moment.
error-sync-under-way = { $club } est déjà interrogé. Réessaie dans un instant.
error-partner-trouble = { $club } n’a pas répondu comme il faut. La page du partenaire dit ce qui ne va pas.
