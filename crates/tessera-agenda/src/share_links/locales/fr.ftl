## Partager une partie du calendrier

share-links-nav = Partage
share-links-title = Calendriers partagés
share-links-lead = Un lien montre une partie du calendrier public à qui l’a reçu, sans connexion. Les événements privés n’y sont jamais.
share-links-new = Nouveau lien
share-links-new-lead = Pour le site d’une salle, les parents d’une équipe, le panneau d’affichage : seulement des événements publics, exactement ceux que tu choisis.
share-links-name = Nom
share-links-name-hint = Qui ouvre le lien le lit tout en haut.
share-links-kinds = Ce qu’il montre
share-links-kinds-hint = Ne choisis rien pour tout montrer.
share-links-every-kind = Tout
share-links-range = De quand à quand
share-links-range-hint = Laisse les deux vides pour montrer ce qui vient, tant que le lien est ouvert.
share-links-from = Premier jour
share-links-to = Dernier jour
share-links-limits = Combien de temps il reste ouvert
share-links-expires = Ouvert jusqu’au
share-links-expires-hint = Ce jour est compris.
share-links-max-views = Nombre de visites au plus
share-links-max-views-hint = Chaque ouverture de la page compte, même l’aperçu dans une discussion. Les calendriers abonnés ne comptent pas.
share-links-make = Créer le lien
share-links-mine = Les miens
share-links-everybodys = Tous
share-links-none = Rien n’est encore partagé
share-links-none-text = Un lien montre les événements publics que tu choisis à des gens sans compte, sur une page et dans leur application de calendrier.
share-links-state-open = Ouvert
share-links-state-revoked = Fermé à la main
share-links-state-expired = Expiré
share-links-state-used-up = Visites épuisées
share-links-state-paused = En pause : la personne qui l’a créé n’organise rien ici en ce moment
share-links-views = { $count ->
    [0] Pas encore ouvert
    [one] Ouvert { $count } fois
   *[other] Ouvert { $count } fois
}
share-links-views-of = { $count } visites sur { $max }
share-links-last = la dernière { $when }
share-links-until = ouvert jusqu’au { $when }
share-links-no-end = ouvert sans limite
share-links-from-to = du { $from } au { $to }
share-links-from-on = à partir du { $from }
share-links-up-to = jusqu’au { $to }
share-links-coming = ce qui vient
share-links-page = Page à envoyer
share-links-feed = Adresse pour les applications de calendrier
share-links-sealed = La clé secrète du serveur a changé : le lien marche toujours, mais son adresse ne peut plus être montrée.
share-links-revoke = Fermer
share-links-restore = Rouvrir
share-links-from-start = Depuis le début
share-links-flash-made = Le lien est prêt. Copie son adresse dans la liste.
share-links-flash-revoked = Le lien est fermé.
share-links-flash-restored = Le lien est de nouveau ouvert.
share-links-subscribe = Ouvrir dans ton application de calendrier
share-links-download = Télécharger
share-links-nothing = Rien à voir ici pour le moment
share-links-nothing-text = Dès que quelque chose qui a sa place ici est prévu, tu le vois sur cette page.
share-links-more = Il y en a d’autres. Le calendrier à télécharger les a tous.
share-links-feed-name = { $name } · { $community }
share-links-closed-title = Ce lien est fermé
error-share-link-closed = Il a expiré, a été ouvert autant de fois que permis, ou a été fermé. Demandes-en un nouveau à la personne qui te l’a donné.
error-too-many-share-links = Tu as { $max } liens ouverts. Fermes-en un dont personne n’a plus besoin.
field-in-the-past = C’est déjà passé.
audit-share-link-revoke = { $actor } a fermé un calendrier partagé de { $subject }
audit-share-link-restore = { $actor } a rouvert un calendrier partagé de { $subject }
