## Forms about a community

communities-name = Nom de la communauté
communities-name-hint = Comme on l’appelle : « Moto Club Torino ».
communities-slug = Nom court
communities-timezone = Fuseau horaire
communities-zone-offer = Ton appareil dit {"{"}zone{"}"}.
communities-zone-take = L’utiliser
communities-locale = Langue
communities-hue = Couleur
communities-hue-hint = Les boutons et les accents la prennent. Le contraste est assuré, en clair comme en sombre.
communities-hue-brick = Brique
communities-hue-amber = Ambre
communities-hue-olive = Olive
communities-hue-green = Vert
communities-hue-teal = Canard
communities-hue-sky = Ciel
communities-hue-blue = Bleu
communities-hue-violet = Violet
communities-hue-pink = Fuchsia
communities-hue-rose = Rose
communities-registration = Qui peut s’inscrire
communities-registration-open = Tout le monde
communities-registration-open-hint = avec une adresse e-mail
communities-registration-invite = Sur invitation
communities-registration-invite-hint = les admins invitent chaque personne
communities-registration-closed = Personne
communities-registration-closed-hint = pour l’instant
communities-newcomers = Ce que les nouveaux peuvent devenir d’eux-mêmes
communities-newcomers-hint = En plus de membre, ce qu’ils sont toujours.

## The page about it

communities-about-title = À propos de { $community }
communities-about-empty = Personne n’a encore rien écrit sur cette communauté.
communities-joining = S’inscrire
communities-joining-here = Tu en es membre.
communities-joining-open = Tout le monde est bienvenu : une adresse e-mail suffit.
communities-joining-invite = Les nouveaux membres arrivent sur invitation. Demande à quelqu’un qui en fait partie.
communities-joining-closed = Elle n’accueille pas de nouveaux membres pour l’instant.
communities-feeds = Le calendrier dans le tien
communities-feeds-text = Abonne-toi à cette adresse dans ton calendrier : les nouveaux événements y apparaissent tout seuls.

## Refusals

error-last-admin = C’est le seul admin de la communauté. Donne d’abord ce rôle à quelqu’un d’autre.
field-bad-slug = Des minuscules, des chiffres et des traits d’union, 63 au plus ; pas « www ».
field-slug-taken = Une autre communauté de ce serveur a déjà ce nom court.
field-bad-host = Seulement un nom d’hôte, comme agenda.example.org, sans https:// ni port.
field-host-taken = Une autre communauté de ce serveur a déjà cet hôte.

## The trail

audit-community-create = { $actor } a créé la communauté { $subject }
audit-community-edit = { $actor } a changé les réglages
audit-community-relocate = { $actor } a changé l’adresse de la communauté
