## The list

templates-title = Modèles de tâches
templates-lead = Du travail qui revient : chaque tâche tant de jours avant ou après une date.
templates-empty = Pas encore de modèle
templates-empty-text = Note une fois ce qu’il faut pour chaque événement, et réutilise-le.
templates-name = Nom
templates-name-hint = Par exemple « Avant une sortie ».
templates-tasks = Tâches
templates-actions = Ce que tu peux faire
templates-count = { $count ->
    [one] { $count } tâche
   *[other] { $count } tâches
}
templates-new = Un nouveau modèle
templates-create = Créer le modèle
templates-for-event = Tâches pour cet événement

## One template

templates-no-tasks = Pas encore de tâche
templates-no-tasks-text = Ajoute la première ci-dessous.
templates-task = Tâche
templates-when = Quand
templates-before = avant la date
templates-after = à la date ou après
templates-days = Jours
templates-on-the-day = le jour même
templates-days-before = { $count ->
    [one] { $count } jour avant
   *[other] { $count } jours avant
}
templates-days-after = { $count ->
    [one] { $count } jour après
   *[other] { $count } jours après
}
templates-time = Avant
templates-assignee = Qui s’en charge
templates-assignee-nobody = Personne encore
templates-assignee-applier = Qui utilise le modèle
templates-assignee-event-organiser = Qui organise l’événement
templates-assignee-staff = Toute l’équipe
templates-assignee-promoter = Tous les promoteurs
templates-assignee-organiser = Tous les organisateurs
templates-assignee-admin = Tous les administrateurs
templates-description = Description
templates-add = Ajouter une tâche
templates-up = Monter
templates-down = Descendre
templates-rename = Nom du modèle
templates-delete = Supprimer le modèle
templates-delete-question = « { $name } » est supprimé. Les tâches déjà créées restent.

## Using it

templates-use = L’utiliser
templates-use-lead = Choisis la date, regarde les jours, puis crée les tâches.
templates-date = Date
templates-date-hint = Les jours sont comptés à partir d’elle.
templates-look = Montrer les jours
templates-preview = Ces tâches seront créées
templates-due = Échéance
templates-who-sees = Qui voit les tâches
templates-visibility-private = Seulement toi et qui s’en charge
templates-visibility-public = Tout le monde
templates-make = Créer les tâches

## Notices and refusals

templates-flash-created = Le modèle est là. Ajoute ses tâches.
templates-flash-saved = Enregistré.
templates-flash-deleted = Le modèle est supprimé.
templates-flash-applied = Les tâches sont créées.
error-too-many-templates = Il y a déjà { $max } modèles. Supprimes-en un d’abord.
error-template-empty = Ce modèle n’a pas encore de tâches.
field-name-taken = Ce nom est déjà pris. Choisis-en un autre.
field-too-many-items = Au plus { $max } tâches.
field-bad-time = Ce n’est pas une heure, comme 18:00.
