## Refusals

error-last-admin = C’est le seul admin de la communauté. Donne d’abord ce rôle à quelqu’un d’autre.
field-bad-slug = Des minuscules, des chiffres et des traits d’union, 63 au plus ; pas « www ».
field-slug-taken = Une autre communauté de ce serveur a déjà ce nom court.
field-bad-host = Seulement un nom d’hôte, comme agenda.example.org, sans https:// ni port.
field-host-taken = Une autre communauté de ce serveur a déjà cet hôte.
