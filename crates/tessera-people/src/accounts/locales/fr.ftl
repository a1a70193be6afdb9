## Signing in and joining

accounts-email = Adresse e-mail
accounts-password = Mot de passe
accounts-name = Nom
accounts-name-hint = Tel que les autres te connaissent.
accounts-password-hint = Au moins 10 caractères. Quelques mots à la suite, c’est bien.
accounts-forgot-link = Mot de passe oublié ?
accounts-no-account = Pas encore de compte ?
accounts-have-account = Tu as déjà un compte ?
accounts-register-title = Rejoindre { $community }
accounts-register-button = Créer le compte
accounts-register-closed = On ne rejoint { $community } que sur invitation. Demande à quelqu’un qui en fait déjà partie.
accounts-role = Que voudrais-tu faire ?
accounts-role-member-hint = Participer et recevoir des invitations.
accounts-role-staff-hint = Travailler ici, avec congés et tâches.
accounts-role-promoter-hint = Faire connaître les évènements.
accounts-role-organiser-hint = Publier des évènements et s’en occuper.
accounts-sent-title = Regarde ta boîte mail
accounts-sent-register = Nous avons écrit à { $email }. Le lien du message confirme que l’adresse est à toi et te connecte.
accounts-sent-forgot = Si { $email } appartient à un compte d’ici, un message avec un lien vers un nouveau mot de passe est en route.
accounts-sent-change-email = Nous avons écrit à { $email }. Ton compte changera d’adresse quand tu appuieras sur le bouton derrière le lien de ce message.
accounts-sent-hint = Rien ? Regarde aussi dans les indésirables et réessaie dans quelques minutes.
accounts-forgot-title = Mot de passe oublié ?
accounts-forgot-text = Indique ton adresse et nous t’envoyons un lien pour en choisir un nouveau.
accounts-forgot-button = Envoyer le lien
accounts-reset-title = Choisis un nouveau mot de passe
accounts-reset-text = Pour le compte de { $name }. L’enregistrer déconnecte tous les autres appareils.
accounts-new-password = Nouveau mot de passe
accounts-reset-button = Enregistrer et se connecter
accounts-verify-title = Confirme ton adresse
accounts-verify-text = Appuie sur le bouton pour confirmer que { $email } est à toi et te connecter.
accounts-verify-button = Confirmer et se connecter
accounts-sign-in-as = Se connecter en tant que { $name }
accounts-link-text = Ce lien ne fonctionne qu’une fois. Appuie sur le bouton pour te connecter sur cet appareil.
accounts-join-text = { $email } a déjà un compte sur ce serveur. Appuie sur le bouton pour devenir membre de { $community } avec lui.
accounts-join-button = Rejoindre et se connecter
accounts-change-email-title = Utiliser cette adresse
accounts-change-email-text = Désormais, le compte de { $name } utilisera { $email }.
accounts-unverified-text = Nous avons envoyé un lien à { $email }. Tant que tu n’as pas appuyé sur son bouton, tu peux regarder et préparer, mais pas publier, inviter ni envoyer.
accounts-verified-text = Ton adresse { $email } est confirmée.
accounts-resend-button = Renvoyer le message
accounts-flash-welcome = Bienvenue ! La connexion a réussi.
accounts-flash-signed-out = La déconnexion a réussi.
accounts-flash-resent = Le message est en route.

## One's own account

accounts-me-profile = Profil
accounts-me-security = Sécurité
accounts-me-privacy = Tes données
accounts-language = Langue
accounts-language-auto = Celle de mon navigateur
accounts-timezone = Fuseau horaire
accounts-timezone-hint = Comme Europe/Rome. Si tu laisses vide, les heures sont celles de la communauté : { $zone }.
accounts-timezone-offer = Ton appareil indique { $zone }.
accounts-timezone-take = L’utiliser
accounts-email-confirmed = confirmée
accounts-email-unconfirmed = pas encore confirmée
accounts-new-email = Nouvelle adresse
accounts-new-email-hint = Nous y envoyons un lien ; l’adresse change quand tu appuies sur son bouton.
accounts-change-email-button = Changer d’adresse
accounts-current-password = Mot de passe actuel
accounts-change-password-button = Changer le mot de passe
accounts-choose-password = Tu n’as pas encore de mot de passe et te connectes par des liens. Choisis-en un ici.
accounts-change-password-note = En le changeant, tu déconnectes tes autres appareils.
accounts-sessions-title = Tes connexions
accounts-session-here = cet appareil
accounts-session-unknown = Appareil inconnu
accounts-session-used = Dernière utilisation : { $when }
accounts-session-end = Déconnecter
accounts-session-end-named = Déconnecter { $device }
accounts-sessions-end-others = Déconnecter tous les autres
accounts-tokens-title = Jetons pour les programmes
accounts-tokens-text = Un jeton permet à un programme d’agir pour toi dans { $community }, dans la limite des droits que tu choisis. Traite-le comme un mot de passe.
accounts-token-name = À quoi il sert
accounts-token-scopes = Ce qu’il peut faire
accounts-token-scope-read = lire
accounts-token-scope-write = modifier
accounts-token-lasts = Combien de temps il fonctionne
accounts-token-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
accounts-token-forever = Jusqu’à ce que je le révoque
accounts-token-make = Créer un jeton
accounts-token-made-title = Ton nouveau jeton
accounts-token-made-text = Copie-le maintenant : il ne sera plus affiché.
accounts-token-sign-in = Un programme connecté
accounts-token-everything = tout ce que tu peux faire
accounts-token-unused = Pas encore utilisé
accounts-token-ends = Expire { $when }
accounts-token-revoke = Révoquer
accounts-token-revoke-named = Révoquer { $name }
accounts-tokens-none = Tu n’as pas de jetons.
accounts-export-title = Emporter tes données
accounts-export-text = Tout ce que ce serveur garde sur toi, dans un fichier JSON.
accounts-export-button = Télécharger
accounts-erase-title = Effacer ton compte
accounts-erase-text = C’est irréversible. Cela concerne ton compte sur tout ce serveur, dans toutes ses communautés :
accounts-erase-sign-in = Ton nom, ton adresse et ton mot de passe sont effacés, et chaque appareil et programme est déconnecté.
accounts-erase-answers = Tes adhésions et tes réponses aux évènements sont effacées.
accounts-erase-events = Tes évènements à venir passent à l’administration de leur communauté, sans ton nom.
accounts-erase-button = Effacer mon compte
accounts-erase-confirm = Effacer définitivement le compte de { $email } ?
accounts-flash-profile-saved = Ton profil est enregistré.
accounts-flash-password-changed = Ton mot de passe est changé ; tes autres appareils sont déconnectés.
accounts-flash-email-changed = La nouvelle adresse est utilisée.
accounts-flash-session-ended = Appareil déconnecté.
accounts-flash-token-revoked = Le jeton est révoqué.
accounts-flash-erased = Ton compte est effacé. Bonne route !

## Refusals

error-bad-credentials = L’adresse et le mot de passe ne vont pas ensemble.
error-registration-closed = On ne s’inscrit ici que sur invitation.
error-email-taken = Cette adresse a déjà un compte. Connecte-toi avec lui.
error-account-suspended = Ton adhésion est suspendue. { $reason }
error-account-banned = Tu n’as plus accès à cette communauté. { $reason }
error-link-gone = Ce lien ne fonctionne plus : il a servi, a été remplacé par un plus récent ou est trop ancien. Demandes-en un nouveau.
error-wrong-password = Le mot de passe n’est pas le bon.
error-too-many-tokens = Tu as déjà { $max } jetons. Révoques-en un dont tu n’as plus besoin.
error-password-needed = Choisis d’abord un mot de passe : il est demandé avant d’effacer un compte.
error-last-operator = Tu es la seule personne à gérer ce serveur. Confie-le d’abord à quelqu’un d’autre.
error-only-admin = Tu es la seule personne à administrer { $community }. Nomme d’abord quelqu’un d’autre.
field-password-too-short = Au moins { $min } caractères, s’il te plaît.
field-password-too-long = C’est trop long pour un mot de passe.
field-password-too-common = C’est l’un des premiers que n’importe qui essaierait. Choisis-en un autre.
field-wrong-password = Le mot de passe n’est pas le bon.
field-role-not-open = Ici, les nouveaux ne peuvent pas choisir ce rôle.

## Mails

accounts-mail-why = Tu reçois ce message parce que cette adresse a été saisie chez { $community }.
accounts-mail-not-you = Si ce n’était pas toi, choisis tout de suite un nouveau mot de passe et préviens l’administration de { $community }.
accounts-mail-verify-subject = Confirme ton adresse
accounts-mail-verify-text = Bienvenue chez { $community }, { $name } ! Appuie sur le bouton pour confirmer que cette adresse est à toi.
accounts-mail-verify-button = Confirmer mon adresse
accounts-mail-verify-after = Le lien fonctionne une fois, pendant trois jours. Si tu n’as rien demandé, ignore ce message : quelqu’un a pu se tromper en tapant son adresse.
accounts-mail-exists-subject = Tu as déjà un compte
accounts-mail-exists-text = Bonjour { $name }, quelqu’un, probablement toi, vient de saisir cette adresse chez { $community }. Elle y a déjà un compte : connecte-toi avec lui.
accounts-mail-exists-button = Se connecter
accounts-mail-exists-after = Si ce n’était pas toi, il n’y a rien à faire.
accounts-mail-join-subject = Rejoins { $community } avec ton compte
accounts-mail-join-text = Bonjour { $name }, cette adresse a déjà un compte sur ce serveur. Appuie sur le bouton pour devenir membre de { $community } avec lui. Ton mot de passe reste le même.
accounts-mail-join-button = Rejoindre { $community }
accounts-mail-reset-subject = Choisis un nouveau mot de passe
accounts-mail-reset-text = Bonjour { $name }, quelqu’un, probablement toi, a demandé un nouveau mot de passe pour ton compte chez { $community }.
accounts-mail-reset-button = Choisir un nouveau mot de passe
accounts-mail-reset-after = Le lien fonctionne une fois, pendant deux heures. Si ce n’était pas toi, ignore ce message : ton mot de passe reste tel quel.
accounts-mail-change-email-subject = Confirme ta nouvelle adresse
accounts-mail-change-email-text = Bonjour { $name }, appuie sur le bouton pour utiliser désormais cette adresse pour ton compte chez { $community }.
accounts-mail-change-email-button = Utiliser cette adresse
accounts-mail-change-email-after = Le lien fonctionne une fois, pendant trois jours. Si cela ne te dit rien, ignore ce message : rien ne change.
accounts-mail-email-changed-subject = Ton adresse a changé
accounts-mail-email-changed-text = Bonjour { $name }, ton compte chez { $community } utilise maintenant { $email }. Ses messages n’arrivent plus ici.
accounts-mail-password-changed-subject = Ton mot de passe a changé
accounts-mail-password-changed-text = Bonjour { $name }, le mot de passe de ton compte chez { $community } a changé, et tous les autres appareils ont été déconnectés.

## Deeds of the audit trail

audit-account-change-password = { $actor } a changé son mot de passe.
audit-account-reset-password = { $actor } a choisi un nouveau mot de passe par un lien reçu.
audit-account-change-email = { $actor } a changé son adresse.
audit-account-make-token = { $actor } a créé un jeton.
audit-account-revoke-token = { $actor } a révoqué un jeton.
audit-account-erase = Quelqu’un a effacé son compte.
