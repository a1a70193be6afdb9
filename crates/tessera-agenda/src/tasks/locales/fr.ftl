## My tasks

tasks-mine-title = Mes tâches
tasks-mine-lead = Ce que tu fais pour la communauté, le plus pressant d’abord.
tasks-create = Nouvelle tâche
tasks-whose = À qui
tasks-whose-mine = Pour moi
tasks-whose-organised = Données par moi
tasks-which = Lesquelles
tasks-show-open = Ouvertes
tasks-show-overdue = En retard
tasks-show-done = Terminées
tasks-show-all = Toutes
tasks-empty = Rien à faire
tasks-empty-text = Ici viendront les tâches que tu prends ou qu’on te confie.
tasks-none-overdue = Rien n’est en retard
tasks-none-overdue-text = Tu es à l’heure partout.
tasks-none-done = Rien n’est encore terminé
tasks-none-done-text = Ici viendra ce que tu termines.

## One task

tasks-due = Échéance
tasks-overdue = En retard
tasks-to-do = À faire
tasks-in-progress = En cours
tasks-done = Terminé
tasks-is-to-do = C’est à faire
tasks-is-in-progress = C’est en cours
tasks-is-done = C’est terminé
tasks-is-cancelled = C’est annulé
tasks-how-far = Où ça en est
tasks-who = Qui s’en charge
tasks-nobody = Personne ne s’en charge encore.
tasks-take = Je m’en charge
tasks-leave = Rendre la tâche
tasks-leave-question = Tu rends « { $task } », et quelqu’un d’autre peut la prendre.
tasks-assign = Choisir qui s’en charge
tasks-for-event = L’événement concerné

## Who does it

tasks-assignees-title = Qui s’en charge
tasks-assignees-lead = La personne choisie reçoit un avis et peut dire où ça en est.
tasks-assignees-empty = Personne ne s’en charge encore
tasks-assignees-empty-text = Choisis quelqu’un ci-dessous, ou attends que quelqu’un la prenne.
tasks-column-name = Nom
tasks-column-actions = Ce que tu peux faire
tasks-choose = Choisir
tasks-unassign = Retirer
tasks-search-members = Chercher parmi les membres
tasks-nobody-found = Personne d’autre n’est trouvé.
tasks-more-members = Il y en a d’autres : cherche par nom.

## Notices

tasks-flash-done = Terminé. Merci !
tasks-flash-begun = C’est maintenant en cours.
tasks-flash-to-do = C’est de nouveau à faire.
tasks-flash-taken = Elle est à toi. Merci !
tasks-flash-assigned = Choisi.
tasks-flash-unassigned = Retiré.
tasks-flash-left = Tu as rendu la tâche.

## Mails

tasks-notices = Tâches
tasks-notices-hint = Quand quelqu’un te confie une tâche.
tasks-mail-subject = Une tâche pour toi : { $task }
tasks-mail-heading = Une tâche pour toi : { $task }
tasks-mail-text = { $name } te demande de t’en charger.
tasks-mail-text-nameless = On te demande de t’en charger.
tasks-mail-open = Ouvrir la tâche
tasks-mail-leave = Je ne peux pas : la rendre
tasks-mail-why = Tu reçois cet e-mail parce que tu es membre de { $community } et que cette tâche t’a été confiée. Rends-la, et il n’y aura plus d’e-mails à son sujet.

## Refusals

error-not-a-task = Ce n’est pas une tâche.
error-task-taken = Quelqu’un a été plus rapide : la tâche est déjà prise.
error-task-closed = Cette tâche est terminée ou annulée.
field-too-many-assignees = Au plus { $max } personnes par tâche.
