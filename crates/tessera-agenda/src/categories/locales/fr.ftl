## The list

categories-title = Catégories
categories-lead = Le sujet de vos événements. Chacune a une couleur, et une image pour ceux qui n’en ont pas.
categories-empty = Pas encore de catégorie
categories-empty-text = Un événement peut avoir n’importe quel mot. Donne ici une couleur aux plus courants.
categories-name = Nom
categories-actions = Ce que tu peux faire
categories-events = Voir les événements
categories-new = Une nouvelle catégorie
categories-create = Créer la catégorie

## One category

categories-edit = Modifier la catégorie
categories-colour = Couleur
categories-colour-hint = Si des lettres blanches y seraient illisibles, elle est assombrie.
categories-cover = Image de couverture
categories-cover-hint = JPEG, PNG, WebP ou GIF, pour les événements sans image.
categories-cover-now = La couverture actuelle
categories-cover-remove = Retirer la couverture
categories-delete = Supprimer la catégorie
categories-delete-question = « { $name } » perd sa couleur et sa couverture. Les événements gardent le mot.

## Notices and refusals

categories-flash-saved = Enregistré.
categories-flash-darker = Enregistré. La couleur a été assombrie pour que les lettres blanches soient lisibles.
categories-flash-deleted = La catégorie est supprimée.
error-too-many-categories = Il y a déjà { $max } catégories. Supprimes-en une d’abord.
field-bad-colour = Ce n’est pas une couleur, comme #1f6f54.
