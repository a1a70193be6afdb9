## The list

categories-title = Categorie
categories-lead = Di che cosa trattano gli eventi. Ognuna ha un colore, e una copertina per chi non ha immagine.
categories-empty = Ancora nessuna categoria
categories-empty-text = Gli eventi possono avere qualsiasi parola. Qui dai un colore alle più usate.
categories-name = Nome
categories-actions = Cosa puoi fare
categories-events = Mostra gli eventi
categories-new = Una nuova categoria
categories-create = Crea la categoria

## One category

categories-edit = Modifica la categoria
categories-colour = Colore
categories-colour-hint = Se le lettere bianche non si leggessero, viene scurito.
categories-cover = Copertina
categories-cover-hint = JPEG, PNG, WebP o GIF, per gli eventi senza immagine propria.
categories-cover-now = La copertina attuale
categories-cover-remove = Togli la copertina
categories-delete = Elimina la categoria
categories-delete-question = «{ $name }» perde colore e copertina. Gli eventi tengono la parola.

## Notices and refusals

categories-flash-saved = Salvato.
categories-flash-darker = Salvato. Il colore è stato scurito, perché le lettere bianche si leggano.
categories-flash-deleted = La categoria è eliminata.
error-too-many-categories = Ci sono già { $max } categorie. Eliminane prima una.
field-bad-colour = Questo non è un colore, come #1f6f54.
