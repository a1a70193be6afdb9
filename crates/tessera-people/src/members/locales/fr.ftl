## Members

members-nav = Personnes
members-count = { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}
members-directory-title = Membres
members-search-name = Chercher par nom
members-search = Nom ou e-mail
members-none-title = Personne trouvé
members-none-text = Aucun membre ne correspond à ta recherche.
members-show-all = Tout afficher
members-from-start = Depuis le début
members-name = Nom
members-role = Rôle
members-roles = Rôles
members-roles-hint = Tout le monde est membre. Coche ce que la personne est en plus.
members-role-admin-hint = Gère la communauté : personnes, réglages, tout ce qui est public.
members-role-organiser-hint = Publie des événements et s’en occupe.
members-role-promoter-hint = Partage les événements avec des passes et des codes.
members-role-staff-hint = Travaille ici : tâches, congés, réservations.
members-all-roles = Tous les rôles
members-all-states = Tous les états
members-state = État
members-state-active = Actif
members-state-suspended = Suspendu
members-state-banned = Exclu
members-since = Depuis
members-actions = Actions
members-joined-on = arrivée : { $date }
members-reason-told = Motif, tel que communiqué :
members-shut-out = Suspendre ou exclure
members-shut-out-text = La suspension est provisoire, l’exclusion définitive : dans les deux cas, impossible de se connecter ici tant que tu ne reviens pas dessus, et les réponses restent. Rien ne change dans les autres communautés.
members-reason = Motif
members-reason-hint = La personne le lit en essayant de se connecter.
members-suspend = Suspendre
members-ban = Exclure
members-let-back-text = La personne pourra se reconnecter tout de suite, avec ses rôles d’avant.
members-reinstate = Réintégrer
members-unban = Lever l’exclusion
members-remove = Retirer de la communauté
members-remove-text = Met fin à l’adhésion et à ses rôles. Le compte reste et peut revenir si les inscriptions sont ouvertes.
members-remove-what = { $name } perd son adhésion à cette communauté et tous ses rôles.
members-flash-roles = Les rôles sont enregistrés.
members-flash-suspended = Suspension faite.
members-flash-banned = Exclusion faite.
members-flash-reinstated = De retour dans la communauté.
members-flash-removed = Retrait de la communauté fait.

## Inviting

members-invite = Inviter des gens
members-invite-text = Chaque adresse reçoit un e-mail avec un lien qui marche une fois, pendant sept jours.
members-addresses = Adresses e-mail
members-addresses-hint = Colles-en autant que tu veux (500 à la fois au plus), séparées par des virgules ou des retours à la ligne.
members-tally-one = 1 adresse
members-tally-many = {"{"}n{"}"} adresses
members-invite-send = Envoyer les invitations
members-invited = { $count ->
    [one] { $count } invitation est en route.
   *[other] { $count } invitations sont en route.
}
members-already-invited = Déjà invités : { $list }
members-already-members = Déjà membres : { $list }
members-bad-addresses = { $count ->
    [one] Ceci n’est pas une adresse e-mail.
   *[other] Ces { $count } ne sont pas des adresses e-mail.
}
members-invitations = Invitations
members-address = Adresse
members-valid-until = Valable jusqu’au
members-invited-by = Invité par
members-invitation-open = En attente
members-invitation-expired = Expirée
members-invitation-used = Acceptée
members-invitation-revoked = Révoquée
members-resend = Renvoyer
members-revoke = Révoquer
members-flash-resent = Un nouveau lien est en route ; l’ancien ne marche plus.
members-flash-revoked = L’invitation est révoquée ; son lien ne marche plus.

## Joining

members-join-title = Rejoins { $community }
members-join-lead = { $name } t’invite à devenir membre de { $community }.
members-join-lead-unnamed = Tu es invité·e à devenir membre de { $community }.
members-join-as = Tu entres en tant que { $name }.
members-join-name = Ton nom
members-join-password = Un mot de passe
members-join-password-hint = Au moins dix caractères ; plusieurs mots, c’est bien.
members-join-button = Rejoindre
members-join-until = L’invitation est valable jusqu’au { $date }.
members-flash-welcome = Bienvenue ! Tu es membre maintenant.
members-flash-already = Tu es déjà membre ici.

## The mail

members-mail-subject = { $name } t’invite à rejoindre { $community }
members-mail-text = Tu peux devenir membre de { $community } : voir ses événements, y répondre et rester en contact avec ses membres.
members-mail-button = Voir l’invitation
members-mail-about = À propos de la communauté
members-mail-until = Le lien marche une fois, jusqu’au { $date }. L’ouvrir ne t’engage à rien.
members-mail-why = { $name } a saisi ton adresse pour t’inviter. Si tu ne veux pas, ne fais rien : nous n’écrirons plus.

## Refusals

error-not-yourself = Tu ne peux pas t’exclure toi-même.
error-join-expired = Cette invitation a expiré. Demandes-en une nouvelle.
error-join-used = Cette invitation a déjà servi. Si c’était toi, connecte-toi.
error-join-revoked = Cette invitation a été révoquée.
error-join-again = Un compte avec cette adresse vient d’être créé. Rouvre l’invitation.

## The trail

audit-member-roles = { $actor } a changé les rôles de { $subject }
audit-member-suspend = { $actor } a suspendu { $subject }
audit-member-reinstate = { $actor } a réintégré { $subject }
audit-member-ban = { $actor } a exclu { $subject }
audit-member-unban = { $actor } a levé l’exclusion de { $subject }
audit-member-remove = { $actor } a retiré { $subject } de la communauté
audit-member-leave = { $actor } a quitté la communauté
audit-member-invite = { $actor } a invité des gens à rejoindre la communauté
audit-member-uninvite = { $actor } a révoqué une invitation à rejoindre la communauté
audit-member-join = { $actor } a rejoint sur invitation
