## The list

categories-title = Categories
categories-lead = What your events are about. Each has a colour, and a cover for events without a picture.
categories-empty = No categories yet
categories-empty-text = Events may have any word. Give the usual ones a colour here.
categories-name = Name
categories-actions = What you can do
categories-events = Show events
categories-new = A new category
categories-create = Make the category

## One category

categories-edit = Edit the category
categories-colour = Colour
categories-colour-hint = If white letters could not be read on it, it is made darker.
categories-cover = Cover
categories-cover-hint = JPEG, PNG, WebP or GIF, for events without a picture of their own.
categories-cover-now = The cover it has now
categories-cover-remove = Take the cover away
categories-delete = Delete the category
categories-delete-question = “{ $name }” loses its colour and cover. Events keep the word.

## Notices and refusals

categories-flash-saved = Saved.
categories-flash-darker = Saved. The colour was made darker, so that white letters can be read on it.
categories-flash-deleted = The category is deleted.
error-too-many-categories = There are { $max } categories already. Delete one first.
field-bad-colour = This is no colour, as in #1f6f54.
