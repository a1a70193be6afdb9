## The list

categories-title = Categorías
categories-lead = De qué tratan los eventos. Cada una tiene un color y una portada para los que no tienen imagen.
categories-empty = Todavía no hay categorías
categories-empty-text = Los eventos pueden tener cualquier palabra. Da aquí un color a las habituales.
categories-name = Nombre
categories-actions = Qué puedes hacer
categories-events = Ver eventos
categories-new = Una categoría nueva
categories-create = Crear la categoría

## One category

categories-edit = Editar la categoría
categories-colour = Color
categories-colour-hint = Si las letras blancas no se leyeran bien, se oscurece.
categories-cover = Portada
categories-cover-hint = JPEG, PNG, WebP o GIF, para eventos sin imagen propia.
categories-cover-now = La portada actual
categories-cover-remove = Quitar la portada
categories-delete = Eliminar la categoría
categories-delete-question = «{ $name }» pierde su color y su portada. Los eventos conservan la palabra.

## Notices and refusals

categories-flash-saved = Guardado.
categories-flash-darker = Guardado. El color se ha oscurecido para que se lean las letras blancas.
categories-flash-deleted = La categoría se ha eliminado.
error-too-many-categories = Ya hay { $max } categorías. Elimina una antes.
field-bad-colour = Esto no es un color, como #1f6f54.
