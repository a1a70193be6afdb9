## Settings

settings-title = Einstellungen
settings-about = Über die Gemeinschaft
settings-about-hint = Steht für alle auf der Seite „Über uns“. Markdown geht.
settings-locale-hint = Für alle, deren Browser keine unserer Sprachen verlangt, und für E-Mails.
settings-hue-own = Wie bisher
settings-server-invite = Dieser Server erlaubt das Beitreten nur auf Einladung.
settings-server-closed = Dieser Server nimmt niemanden auf.
settings-address = Adresse
settings-address-text = Du betreibst diesen Server, also bestimmst du das. Links mit der alten Adresse gehen dann nicht mehr.
settings-host = Eigener Host
settings-address-button = Adresse ändern
settings-samples = Beispieldaten
settings-samples-there = In dieser Gemeinschaft stehen ausgedachte Termine und Mitglieder.
settings-samples-text = Ausgedachte Termine und Mitglieder zum Anschauen. Sie lassen sich auf einmal wieder entfernen.
settings-samples-fill = Mit Beispieldaten füllen
settings-samples-clear = Beispieldaten entfernen
settings-samples-clear-what = Alle ausgedachten Mitglieder und Termine gehen, mit jeder Antwort darauf. Was Leute selbst gemacht haben, bleibt.
settings-flash-saved = Gespeichert.
settings-flash-moved = Die Gemeinschaft wohnt jetzt hier.
settings-flash-filled = Jetzt gibt es etwas zum Anschauen.
settings-flash-cleared = Die Beispieldaten sind weg.
settings-least-told = Kleinste Zahl, die Partner erfahren
settings-least-told-hint = Partnerclubs erfahren, wie viele von euch hingehen, vielleicht kommen oder interessiert sind, nie wer. Sind es weniger als hier steht, lesen sie null.
