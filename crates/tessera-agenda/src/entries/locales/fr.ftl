field-window-too-long = Un calendrier se montre pour { $days } jours au plus à la fois.

## Le calendrier

entries-view-month = Mois
entries-view-weeks = 4 semaines
entries-view-week = Semaine
entries-view-day = Jour
entries-view-list = Liste
entries-view-year = Année
entries-views = Vues
entries-previous = Reculer
entries-today = Aujourd’hui
entries-next = Avancer
entries-new = Nouveau
entries-plain = Liste simple
entries-with-script = Vue calendrier
entries-zone-note = Les horaires sont ceux-ci : { $zone }.
entries-none = Rien ici
entries-cut = Ce mois contient plus que ce qui tient ici. Un filtre trouve le reste.
entries-nothing-found-text = Rien ce mois-ci ne correspond au filtre. Essaie un autre mois ou moins de filtres.
entries-more-that-day = Afficher { $count } de plus
entries-go-to = Aller au { $day }

## Filtres

entries-filters = Filtrer
entries-kinds = Quoi
entries-status = Est-ce que ça a lieu ?
entries-status-and-priority = Statut et priorité
entries-status-scheduled = Comme prévu
entries-status-cancelled = Annulé
entries-status-postponed = Reporté
entries-status-rescheduled = Nouvelle date
entries-status-moved-online = En ligne
entries-priority-low = Basse
entries-priority-medium = Moyenne
entries-priority-high = Haute
entries-priority-urgent = Urgente
entries-organiser = Organisé par
entries-organiser-any = N’importe qui
entries-organiser-me = Moi
entries-organiser-other = La personne dans l’adresse
entries-saved-filters = Filtres enregistrés
entries-saved-none = Enregistre ce que tu filtres souvent : tu le retrouves d’un geste.
entries-filter-name = Nom
entries-filter-name-hint = Le filtre actuel est enregistré sous ce nom.
entries-filter-save = Enregistrer ce filtre
entries-filter-delete = Supprimer le filtre
entries-filter-delete-question = « { $name } » est oublié. Les événements restent tels quels.
entries-flash-filter-saved = Le filtre est enregistré.
entries-flash-filter-deleted = Le filtre est supprimé.
error-too-many-filters = Tu as déjà { $max } filtres enregistrés. Supprimes-en un qui ne te sert plus.
field-filter-name-taken = Tu as déjà un filtre de ce nom.

## Déplacer et créer

entries-moved = « { $title } » est maintenant : { $when }.
entries-undone = C’est revenu à sa place.
entries-offline = Pas de connexion. Rien n’a changé.
entries-failed = Ça n’a pas marché. Rien n’a changé.
entries-refreshed = À jour.
entries-pull = Tire pour actualiser
entries-new-on = Nouveau : { $day }
entries-quick-more = Plus de champs
entries-created = C’est dans le calendrier.
entries-created-unseen = Enregistré. Cela apparaît ici une fois publié ; tu le trouves sous Moi, Mes événements.
