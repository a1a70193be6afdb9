## Lists

events-agenda-title = Agenda
events-agenda-lead = Ce que nous faisons ensemble. Viens avec nous.
events-subscribe-calendar = S’abonner au calendrier
events-filters = Filtres
events-filter-all = Tout
events-filter-mine = Les miens
events-filter-events = Événements
events-filter-community-events = Événements de la communauté
events-filter-engagements = Rencontres et engagements
events-filter-tasks = Tâches
events-search = Chercher
events-search-words = Mots
events-place = Lieu
events-from = Du
events-to = Au
events-earlier = Plus tôt
events-later = Plus tard
events-under-way = En cours
events-all-day = toute la journée
events-time-in-zone = { $time } ({ $zone })
events-nothing-planned = Rien n’est prévu pour l’instant
events-nothing-planned-text = Tu trouveras ici, jour après jour, ce que fait cette communauté.
events-nothing-found = Rien trouvé
events-nothing-found-text = Essaie avec moins de mots, un autre lieu ou d’autres dates.
events-show-all = Tout afficher
events-create = Créer un événement
events-create-first = Créer le premier événement

## Months

events-months = Mois
events-previous-month = Mois précédent
events-next-month = Mois suivant
events-this-month = Ce mois-ci
events-more-that-day = { $count ->
    [one] encore { $count }
   *[other] encore { $count }
}
events-month-empty = Rien ce mois-ci
events-month-empty-text = Regarde le suivant, ou remplis celui-ci.

## Kinds, states

events-kind-event = Événement
events-kind-community-event = Événement de la communauté
events-kind-engagement = Rencontre
events-kind-task = Tâche
events-cancelled = Annulé
events-postponed = Reporté
events-rescheduled = Nouvelle date
events-moved-online = En ligne
events-in-progress = En cours
events-done = Terminé
events-state-draft = Brouillon
events-state-proposed = Proposé
events-state-deleted = Supprimé
events-only-invited = Sur invitation
events-repeats = se répète
events-going = { $count ->
    [one] { $count } y va
   *[other] { $count } y vont
}
events-going-full = { $count ->
    [one] { $count } y va · complet
   *[other] { $count } y vont · complet
}
events-places-left = { $left ->
    [one] { $left } place
   *[other] { $left } places
}
events-going-and-left = { $left ->
    [one] { $count } y vont · reste { $left } place
   *[other] { $count } y vont · restent { $left } places
}

## One event

events-facts = Quand et où
events-now = maintenant
events-your-time = { $time } chez toi
events-due = À faire avant le { $when }
events-organised-by = Organisé par { $name }
events-together-with = avec { $names }
events-show-on-map = Voir sur OpenStreetMap
events-add-to-calendar = Ajouter à mon agenda
events-share = Partager
events-tools = Pour qui organise
events-publish = Publier
events-propose = Proposer
events-give-back = Rendre comme brouillon
events-duplicate = Dupliquer
events-cancel = Annuler l’événement
events-resume = Il a lieu finalement
events-restore = Rétablir
events-cancel-question = { $count ->
    [0] Personne n’a encore répondu : aucun e-mail ne part. L’événement reste visible, marqué comme annulé.
    [one] { $count } personne reçoit un e-mail : l’événement est annulé.
   *[other] { $count } personnes reçoivent un e-mail : l’événement est annulé.
}
events-delete-title = Supprimer l’événement
events-delete-question = { $count ->
    [one] { $count } personne qui a répondu reçoit un e-mail, et l’événement disparaît. Pendant trente jours, tu peux le rétablir.
   *[other] { $count } personnes qui ont répondu reçoivent un e-mail, et l’événement disparaît. Pendant trente jours, tu peux le rétablir.
}
events-deleted-notice = Cet événement est supprimé. Pendant trente jours, on peut le rétablir.
events-draft-notice = Un brouillon : seuls ceux qui l’organisent le voient.
events-proposed-notice = Proposé : un organisateur de la communauté le regarde et le publie.

## The form

events-new-title = Nouvel événement
events-edit-title = Modifier l’événement
events-title = Titre
events-when = Quand
events-whole-days = Journées entières
events-whole-days-hint = Sans heures.
events-start-date = Jour
events-start-time = Commence à
events-end-date = Dernier jour
events-end-date-hint = Seulement si c’est un autre jour.
events-end-time = Finit à
events-end-time-hint = Laisse vide si tu ne sais pas.
events-timezone = Fuseau horaire de ces heures
events-timezone-hint = Le fuseau du lieu, comme Europe/Rome.
events-zone-offer = Ton appareil est dans {"{"}zone{"}"}.
events-zone-use = Utiliser celui-là
events-where = Où
events-venue = Lieu
events-room = Salle
events-address = Adresse
events-lat = Latitude
events-lon = Longitude
events-description = Description
events-markdown-hint = Une ligne vide commence un paragraphe ; **gras**, *italique*, - listes et [liens](https://example.org) fonctionnent.
events-picture = Image
events-picture-now = L’image actuelle
events-picture-remove = Retirer l’image
events-picture-file = Choisir une image
events-picture-hint = JPEG, PNG, WebP ou GIF. Ce que l’appareil note du lieu et de l’heure est retiré.
events-who-sees = Qui le voit
events-visibility-public = Tout le monde
events-visibility-public-hint = Il figure dans l’agenda, les flux et les moteurs de recherche.
events-visibility-private = Seulement les personnes invitées
events-visibility-private-hint = Personne d’autre n’en voit le contenu, pas même les admins de la communauté.
events-capacity = Places
events-capacity-hint = Laisse vide s’il n’y a pas de limite.
events-category = Catégorie
events-category-any = Toutes les catégories
events-category-hint = Un mot à vous, comme Balades.
events-more-fields = Plus : salle, point exact
events-kind = Type
events-create-what = Que veux-tu créer ?
events-task = La tâche
events-due-date = Pour le
events-due-time = Avant
events-due-hint = Si seule l’échéance compte, laisse les horaires ci-dessous vides.
events-type = Type
events-type-none = Aucun
events-type-cultural = Culturel
events-type-religious = Religieux
events-type-meeting = Réunion
events-type-training = Formation
events-type-disaster = Catastrophe
events-engagement = L’échange
events-stakeholder = Avec qui
events-stakeholder-hint = Un bureau, une association, une personne.
events-contact = Comment les joindre
events-contact-hint = Qui voit l’événement voit aussi ceci.
events-follow-up-on = À reprendre le
events-follow-up-note = Ce qu’il faut reprendre
events-priority = Priorité
events-priority-none = Aucune
events-priority-low = Basse
events-priority-medium = Moyenne
events-priority-high = Haute
events-priority-urgent = Urgente
events-save-draft = Enregistrer comme brouillon
events-publish-or-propose = Publier ou proposer
events-publish-or-propose-hint = Tu publies toi-même les événements privés ; tu proposes les publics, et un organisateur les publie.
events-unverified-notice = Confirme ton adresse e-mail pour publier. D’ici là, c’est enregistré comme brouillon.

## My events, proposals

events-mine-title = Mes événements
events-mine-lead = Ce que tu prépares et organises.
events-mine-empty = Tu n’organises encore rien
events-mine-empty-text = Tu trouveras ici tes brouillons, tes propositions et tes événements.
events-mine-drafts = Brouillons
events-mine-proposed = Proposés, en attente d’un organisateur
events-mine-coming = À venir
events-mine-past = Passés
events-mine-deleted = Supprimés
events-mine-deleted-text = Ouvre-en un pour le rétablir. Après trente jours, ils disparaissent.
events-proposals-title = Propositions
events-proposals-lead = Des membres les proposent. Publie-les, ou rends-les.
events-proposals-empty = Aucune proposition en attente
events-proposals-empty-text = Ce que les membres proposent pour tous arrive d’abord ici.
events-proposed-by = proposé par { $name }

## Organisers

events-organisers-title = Organisation
events-organisers-lead = Les coorganisateurs modifient et annulent l’événement, voient qui vient et invitent.
events-organiser-name = Nom
events-organiser-part = Rôle
events-organiser = Organisateur
events-co-organiser = Coorganisateur
events-co-organiser-add = Ajouter un coorganisateur
events-co-organiser-hint = Un membre de cette communauté.
events-co-organiser-remove = Retirer
events-co-organiser-leave = Ne plus organiser
events-member-email = Adresse e-mail
events-hand-over = Confier l’événement
events-hand-over-hint = Ce membre devient l’organisateur, et tu restes coorganisateur.
events-hand-over-question = { $email } devient l’organisateur de cet événement et en décide. Tu restes coorganisateur.

## Notices

events-flash-saved = Enregistré.
events-flash-draft-saved = Enregistré comme brouillon.
events-flash-published = Publié.
events-flash-proposed = Proposé. Un organisateur va le regarder.
events-flash-given-back = Rendu comme brouillon.
events-flash-cancelled = L’événement est annulé.
events-flash-resumed = L’événement a finalement lieu.
events-flash-deleted = L’événement est supprimé.
events-flash-restored = L’événement est de retour.
events-flash-duplicated = Voici la copie, un brouillon. Change ce qui est différent.
events-flash-co-organiser-added = Vous l’organisez maintenant ensemble.
events-flash-co-organiser-removed = Retiré.
events-flash-handed-over = L’événement a un nouvel organisateur.

## Refusals

error-event-private = Cet événement est privé. Connecte-toi, ou ouvre le lien de ton invitation.
error-event-not-yours = Cet événement est privé et tu n’y es pas invité. Demande une invitation à qui l’organise.
error-publishing-is-for-organisers = Les événements publics sont publiés par les organisateurs. Propose-le-leur.
error-nothing-to-propose = Seul un brouillon public peut être proposé.
error-no-such-date = La série n’a pas cette date. Elle a peut-être été déplacée ou supprimée.
field-ends-before-start = La fin est avant le début.
field-bad-datetime = Ce n’est pas une date ni une heure qui existe, comme 2026-04-15T09:00:00+02:00.
field-time-missing = Il faut une heure, ou choisis des journées entières.
field-bad-rrule = Ce n’est pas une règle de répétition, comme FREQ=WEEKLY;BYDAY=WE.
field-rrule-too-dense = Plus de { $max } dates par an, c’est trop. Choisis une règle qui en donne moins.
field-rrule-without-dates = Cette règle ne donne aucune date. Vérifie ses jours et sa fin.
field-no-such-date = La série n’a pas cette date.
field-rule-cannot-move = Cette règle en dit trop sur ses jours pour être déplacée ainsi. Change la règle elle-même.
field-rules-cannot-split = Une série à plusieurs règles ne peut pas être divisée. Change cette date seule, ou toutes.
field-date-is-reached = À partir d’une date antérieure, cette série est différente, comme le disait son fichier. Change seulement cette date, ou toutes.
field-bad-image-url = Envoie d’abord l’image : ceci n’est pas l’adresse d’une image.
field-no-picture = Ce n’est pas une image JPEG, PNG, WebP ou GIF.
field-picture-too-large = Cette image a trop de pixels : au plus 12 000 par côté et 50 millions en tout.
field-picture-damaged = Cette image est abîmée. Enregistre-la à nouveau et réessaie.
field-no-such-member = Aucun membre de cette communauté n’a cette adresse.

## The trail

audit-event-change = { $actor } a modifié l’événement de quelqu’un d’autre
audit-event-publish = { $actor } a publié un événement proposé
audit-event-cancel = { $actor } a annulé l’événement de quelqu’un d’autre
audit-event-delete = { $actor } a supprimé l’événement de quelqu’un d’autre
audit-event-restore = { $actor } a rétabli l’événement de quelqu’un d’autre
audit-event-add-co-organiser = { $actor } a ajouté un coorganisateur à l’événement de quelqu’un d’autre
audit-event-remove-co-organiser = { $actor } a retiré un coorganisateur de l’événement de quelqu’un d’autre

## Series

events-more-dates = Prochaines dates :
series-daily = { $every ->
    [1] Tous les jours
    [2] Tous les deux jours
   *[other] Tous les { $every } jours
 }{ $ends ->
    [count] { $count ->
        [1] , une fois
       *[other] , { $count } fois
     }
    [until] {" "}jusqu’au { $until }
   *[never] {""}
 }
series-weekly = { $every ->
    [1] Chaque semaine : { $weekdays }
    [2] Toutes les deux semaines : { $weekdays }
   *[other] Toutes les { $every } semaines : { $weekdays }
 }{ $ends ->
    [count] { $count ->
        [1] , une fois
       *[other] , { $count } fois
     }
    [until] {" "}jusqu’au { $until }
   *[never] {""}
 }
series-monthly-by-day = { $every ->
    [1] Chaque mois, le { $days }
    [2] Tous les deux mois, le { $days }
   *[other] Tous les { $every } mois, le { $days }
 }{ $ends ->
    [count] { $count ->
        [1] , une fois
       *[other] , { $count } fois
     }
    [until] {" "}jusqu’au { $until }
   *[never] {""}
 }
series-monthly-last-day = { $every ->
    [1] Le dernier jour de chaque mois
    [2] Le dernier jour, tous les deux mois
   *[other] Le dernier jour, tous les { $every } mois
 }{ $ends ->
    [count] { $count ->
        [1] , une fois
       *[other] , { $count } fois
     }
    [until] {" "}jusqu’au { $until }
   *[never] {""}
 }
series-monthly-by-weekday = Le { $which ->
    [first] premier
    [second] deuxième
    [third] troisième
    [fourth] quatrième
    [fifth] cinquième
   *[last] dernier
 } { $weekday } { $every ->
    [1] de chaque mois
    [2] tous les deux mois
   *[other] tous les { $every } mois
 }{ $ends ->
    [count] { $count ->
        [1] , une fois
       *[other] , { $count } fois
     }
    [until] {" "}jusqu’au { $until }
   *[never] {""}
 }
series-yearly-by-day = { $every ->
    [1] Chaque année, le { $date }
    [2] Tous les deux ans, le { $date }
   *[other] Tous les { $every } ans, le { $date }
 }{ $ends ->
    [count] { $count ->
        [1] , une fois
       *[other] , { $count } fois
     }
    [until] {" "}jusqu’au { $until }
   *[never] {""}
 }
series-yearly-by-weekday = Le { $which ->
    [first] premier
    [second] deuxième
    [third] troisième
    [fourth] quatrième
    [fifth] cinquième
   *[last] dernier
 } { $weekday } du mois de { $month }, { $every ->
    [1] chaque année
    [2] tous les deux ans
   *[other] tous les { $every } ans
 }{ $ends ->
    [count] { $count ->
        [1] , une fois
       *[other] , { $count } fois
     }
    [until] {" "}jusqu’au { $until }
   *[never] {""}
 }
series-other = Selon une règle à part{ $ends ->
    [count] { $count ->
        [1] , une fois
       *[other] , { $count } fois
     }
    [until] {" "}jusqu’au { $until }
   *[never] {""}
 }
series-by-own-rule = Selon une règle à part
series-on-chosen-dates = { $count ->
    [1] À une date choisie
   *[other] À { $count } dates choisies
 }

## Repeating, on the form

repeat-title = Répétition
repeat-how = À quel rythme
repeat-never = Jamais
repeat-daily = Chaque jour
repeat-weekly = Chaque semaine
repeat-monthly-day = Chaque mois à ce jour
repeat-monthly-weekday = Chaque mois à ce jour de la semaine
repeat-monthly-last = Chaque mois, le dernier de ces jours de la semaine
repeat-yearly = Chaque année
repeat-custom = Selon ta propre règle
repeat-every = Tous les combien
repeat-every-hint = 2 veut dire un jour, une semaine, un mois ou une année sur deux.
repeat-weekdays = Ces jours-là
repeat-rule = Règle
repeat-rule-hint = Comme l’écrit iCalendar (RFC 5545) : FREQ=MONTHLY;BYDAY=2TU
repeat-ends = Se termine
repeat-ends-never = Jamais
repeat-ends-on = Un certain jour
repeat-ends-after = Après un certain nombre de fois
repeat-until = Dernier jour
repeat-count = Combien de fois
repeat-skip = Sauter ces dates
repeat-skip-hint = Séparées par des virgules : 2026-12-24, 2026-12-31
repeat-scope = La modification vaut pour
repeat-scope-this = Cette date
repeat-scope-following = Cette date et les suivantes
repeat-scope-all = Toutes les dates
events-part-which = Quelles dates
events-part-cancel = Celles et ceux qui ont dit venir en sont avertis par e-mail.
events-part-resume = Celles et ceux qui ont dit venir en sont avertis par e-mail.
events-part-delete = Celles et ceux qui ont dit venir en sont avertis par e-mail. Une date seule ne revient pas ; si c’est provisoire, annule-la plutôt.
events-flash-part-deleted = Les dates ont été supprimées.
