## The list

categories-title = Kategorien
categories-lead = Worum es bei euren Ereignissen geht. Jede hat eine Farbe und ein Titelbild für Ereignisse ohne Bild.
categories-empty = Noch keine Kategorien
categories-empty-text = Ereignisse können jedes Wort haben. Gib den üblichen hier eine Farbe.
categories-name = Name
categories-actions = Was du tun kannst
categories-events = Ereignisse zeigen
categories-new = Eine neue Kategorie
categories-create = Kategorie anlegen

## One category

categories-edit = Kategorie bearbeiten
categories-colour = Farbe
categories-colour-hint = Ist weiße Schrift darauf nicht lesbar, wird sie dunkler gemacht.
categories-cover = Titelbild
categories-cover-hint = JPEG, PNG, WebP oder GIF, für Ereignisse ohne eigenes Bild.
categories-cover-now = Das jetzige Titelbild
categories-cover-remove = Titelbild entfernen
categories-delete = Kategorie löschen
categories-delete-question = „{ $name }“ verliert Farbe und Titelbild. Ereignisse behalten das Wort.

## Notices and refusals

categories-flash-saved = Gespeichert.
categories-flash-darker = Gespeichert. Die Farbe wurde dunkler gemacht, damit weiße Schrift lesbar ist.
categories-flash-deleted = Die Kategorie ist gelöscht.
error-too-many-categories = Es gibt schon { $max } Kategorien. Lösch zuerst eine.
field-bad-colour = Das ist keine Farbe wie #1f6f54.
