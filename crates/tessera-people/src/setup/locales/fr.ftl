## Setting up

setup-title = Crée ta communauté
setup-lead = Deux minutes, et ton calendrier a un chez-soi. Tout peut changer plus tard.
setup-community = La communauté
setup-slug-hint = Pour son adresse à côté d’autres sur ce serveur. Laissé vide, il vient du nom.
setup-admin = Toi
setup-admin-text = Tu en deviens l’admin, et tu fais tourner ce serveur.
setup-admin-name = Ton nom
setup-email = Ton e-mail
setup-password = Un mot de passe
setup-password-hint = Au moins dix caractères ; plusieurs mots, c’est bien.
setup-samples = De quoi regarder
setup-samples-fill = La remplir d’événements et de membres d’exemple
setup-samples-hint = Inventés autour d’aujourd’hui. Un bouton dans les réglages les retire tous.
setup-button = Créer la communauté

## The trail

audit-samples-fill = { $actor } a rempli la communauté d’exemples
audit-samples-clear = { $actor } a retiré les exemples
