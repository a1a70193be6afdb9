field-window-too-long = Ein Kalender zeigt höchstens { $days } Tage auf einmal.

## Der Kalender

entries-view-month = Monat
entries-view-weeks = 4 Wochen
entries-view-week = Woche
entries-view-day = Tag
entries-view-list = Liste
entries-view-year = Jahr
entries-views = Ansichten
entries-previous = Zurück
entries-today = Heute
entries-next = Weiter
entries-new = Neu
entries-plain = Einfache Liste
entries-with-script = Kalenderansicht
entries-zone-note = Alle Zeiten: { $zone }.
entries-none = Hier ist nichts
entries-cut = Dieser Monat hat mehr, als hierher passt. Mit einem Filter findest du den Rest.
entries-nothing-found-text = Nichts in diesem Monat passt zum Filter. Probier einen anderen Monat oder weniger Filter.
entries-more-that-day = { $count } weitere zeigen
entries-go-to = Zum { $day }

## Filter

entries-filters = Filtern
entries-kinds = Was
entries-status = Findet es statt?
entries-status-and-priority = Status und Priorität
entries-status-scheduled = Wie geplant
entries-status-cancelled = Abgesagt
entries-status-postponed = Verschoben
entries-status-rescheduled = Neues Datum
entries-status-moved-online = Online
entries-priority-low = Niedrig
entries-priority-medium = Mittel
entries-priority-high = Hoch
entries-priority-urgent = Dringend
entries-organiser = Organisiert von
entries-organiser-any = Irgendwem
entries-organiser-me = Mir
entries-organiser-other = Wer in der Adresse steht
entries-saved-filters = Gespeicherte Filter
entries-saved-none = Speichere, was du oft filterst: Ein Tipp holt es zurück.
entries-filter-name = Name
entries-filter-name-hint = Was gerade gefiltert ist, wird unter diesem Namen gespeichert.
entries-filter-save = Diesen Filter speichern
entries-filter-delete = Filter löschen
entries-filter-delete-question = „{ $name }“ wird vergessen. Die Veranstaltungen bleiben, wie sie sind.
entries-flash-filter-saved = Der Filter ist gespeichert.
entries-flash-filter-deleted = Der Filter ist weg.
error-too-many-filters = Du hast schon { $max } gespeicherte Filter. Lösch einen, den du nicht mehr brauchst.
field-filter-name-taken = Du hast schon einen Filter mit diesem Namen.

## Verschieben und anlegen

entries-moved = „{ $title }“ ist jetzt: { $when }.
entries-undone = Es ist wieder, wo es war.
entries-offline = Keine Verbindung. Es wurde nichts geändert.
entries-failed = Das hat nicht geklappt. Es wurde nichts geändert.
entries-refreshed = Aktuell.
entries-pull = Zum Aktualisieren ziehen
entries-new-on = Neu: { $day }
entries-quick-more = Mehr Felder
entries-created = Es steht im Kalender.
entries-created-unseen = Gespeichert. Es erscheint hier, sobald es veröffentlicht ist; du findest es unter Ich, Meine Veranstaltungen.
