## Événements des partenaires

external-events-title = Événements des clubs partenaires
external-events-lead = Découvre ce que nos amis organisent.
external-events-from-partners = Des clubs partenaires
external-events-kind = Événement partenaire
external-events-filter = Filtrer
external-events-club = Club
external-events-club-any = Tous les clubs
external-events-date = Date
external-events-date-any = Tout ce qui vient
external-events-date-week = Les sept prochains jours
external-events-date-month = Ce mois-ci
external-events-date-next-month = Le mois prochain
external-events-place = Lieu
external-events-from-start = Depuis le début
external-events-none = Rien des clubs partenaires pour l’instant
external-events-none-text = Quand un club avec qui nous partageons nos événements organise quelque chose, tu le trouves ici.
external-events-nothing-found = Rien trouvé
external-events-nothing-found-text = Aucun événement ne correspond à ta recherche.
external-events-show-all = Tout afficher
external-events-to-partners = Voir les partenaires
external-events-waiting = { $count ->
    [one] Un événement t’attend
   *[other] { $count } événements t’attendent
}
external-events-interest = { $count ->
    [0] Sois le premier à montrer ton intérêt !
    [one] Un membre est intéressé
   *[other] { $count } membres sont intéressés
}
external-events-theirs = { $count ->
    [one] Une personne de { $club } est intéressée
   *[other] { $count } personnes de { $club } sont intéressées
}
external-events-nameless = Les noms ne sont pas montrés, par discrétion.
external-events-question = Ça t’intéresse ?
external-events-level-interested = Intéressé
external-events-level-maybe = Peut-être
external-events-level-going = J’y vais !
external-events-withdraw = Ça ne m’intéresse plus
external-events-sign-in = Connecte-toi pour montrer ton intérêt et t’organiser
external-events-cancelled = Annulé par les organisateurs
external-events-cancelled-text = Il n’a pas lieu.
external-events-over = C’est passé.
external-events-gone = { $club } n’annonce plus cet événement.
external-events-not-shown = Seuls les admins le voient : il n’est pas approuvé, il est masqué, ou le partenaire est en pause.
external-events-facts = Quand et où
external-events-original = Voir l’événement d’origine
external-events-read-there = Lire la suite chez les organisateurs
external-events-map = Carte
external-events-map-show = Afficher la carte
external-events-map-note = La carte est chargée depuis { $host }, qui connaîtra alors ton adresse internet.
external-events-map-in = Zoomer
external-events-map-out = Dézoomer
external-events-directions = Comment y aller
external-events-organise = On s’organise !
external-events-organise-text = Seuls les membres lisent ceci. Rien n’est transmis au partenaire.
external-events-no-comments = Personne n’a encore écrit. Qui conduit, et à quelle heure part-on ?
external-events-write = Écris un commentaire
external-events-write-example = Qui part à huit heures ?
external-events-send = Envoyer
external-events-change-comment = Modifie ton commentaire
external-events-edited = modifié
external-events-earlier = Commentaires précédents
external-events-manage = Événements des partenaires
external-events-manage-lead = Ce que les partenaires annoncent. Tu décides ce qui se voit ; les événements restent tels que leurs organisateurs les écrivent.
external-events-manage-none = Aucun partenaire n’a encore rien annoncé
external-events-manage-none-text = Dès qu’un partenaire est approuvé et interrogé, ses événements sont ici.
external-events-see-list = Voir la page publique
external-events-event = Événement
external-events-status = État
external-events-status-any = Tous les états
external-events-scheduled = Prévu
external-events-approval = Approbation
external-events-approval-any = Toutes
external-events-pending = En attente
external-events-approved = Approuvé
external-events-hidden = Masqué
external-events-upcoming = À venir
external-events-past = Passés
external-events-interests = Intéressés
external-events-actions = Actions
external-events-bulk = Pour les événements cochés
external-events-tick = Cocher
external-events-tick-all = Tout cocher sur cette page
external-events-approve = Approuver
external-events-hide = Masquer
external-events-unhide = Montrer à nouveau
external-events-approve-ticked = Approuver la sélection
external-events-hide-ticked = Masquer la sélection
external-events-refresh-ticked = Actualiser la sélection
external-events-hide-title = Masquer ces événements ?
external-events-hide-what = { $count ->
    [one] Visiteurs et membres ne verront plus un événement.
   *[other] Visiteurs et membres ne verront plus { $count } événements.
}
external-events-flash-said = C’est noté. Seul le nombre se voit.
external-events-flash-withdrawn = Ton intérêt est retiré.
external-events-flash-comment-changed = Ton commentaire est modifié.
external-events-flash-comment-deleted = Le commentaire est supprimé.
external-events-flash-comment-restored = Le commentaire est de retour.
external-events-flash-none-ticked = Coche d’abord les événements.
external-events-flash-approved = Les événements sont approuvés.
external-events-flash-hidden = Les événements sont masqués.
external-events-flash-refreshing = Les événements sont en cours d’actualisation.
external-events-flash-approved-one = L’événement est approuvé.
external-events-flash-hidden-one = L’événement est masqué.
external-events-flash-unhidden = L’événement se voit à nouveau.
external-events-flash-undone = Tout est comme avant.
external-events-prefer-news = Nouveaux événements des clubs partenaires
external-events-prefer-news-hint = Quand les clubs partenaires annoncent du nouveau.
external-events-prefer-updates = Événements partenaires qui t’intéressent
external-events-prefer-updates-hint = Quand ils changent, sont annulés, ou que beaucoup d’entre nous veulent y aller.
external-events-prefer-comments = Commentaires sur les événements partenaires
external-events-prefer-comments-hint = Quand quelqu’un écrit à propos d’un événement qui t’intéresse.
external-events-notice-new = Nouveaux événements des clubs partenaires 🏍️
external-events-notice-new-text = Nos clubs partenaires ont ajouté de nouveaux événements :
external-events-notice-milestone = { $count ->
    [one] 🔥 Un membre est intéressé par { $event } !
   *[other] 🔥 { $count } membres sont intéressés par { $event } !
}
external-events-notice-changed = { $event } a changé
external-events-notice-cancelled = { $event } est annulé
external-events-notice-comment = { $name } a écrit à propos de { $event }
external-events-mail-milestone-heading = L’événement qui t’intéresse attire du monde !
external-events-mail-milestone-count = { $count ->
    [one] Un membre de notre club est intéressé
   *[other] { $count } membres de notre club sont intéressés
}
external-events-mail-milestone-open = Voir qui organise le trajet
error-external-event-cancelled = Cet événement est annulé.
error-external-event-over = Cet événement est passé.
audit-external-event-approve = { $actor } a approuvé des événements de partenaires
audit-external-event-unapprove = { $actor } a retiré l’approbation d’événements de partenaires
audit-external-event-hide = { $actor } a masqué des événements de partenaires
audit-external-event-unhide = { $actor } a montré à nouveau des événements de partenaires
audit-external-comment-delete = { $actor } a supprimé un commentaire de { $subject }
audit-external-comment-restore = { $actor } a rétabli un commentaire de { $subject }
