## Setting up

setup-title = Richte deine Gemeinschaft ein
setup-lead = Zwei Minuten, und dein Kalender hat ein Zuhause. Alles lässt sich später ändern.
setup-community = Die Gemeinschaft
setup-slug-hint = Für ihre Adresse neben anderen auf diesem Server. Leer gelassen entsteht er aus dem Namen.
setup-admin = Du
setup-admin-text = Du wirst ihr Admin und betreibst diesen Server.
setup-admin-name = Dein Name
setup-email = Deine E-Mail
setup-password = Ein Passwort
setup-password-hint = Mindestens zehn Zeichen; mehrere Wörter sind gut.
setup-samples = Etwas zum Anschauen
setup-samples-fill = Mit Beispielterminen und Beispielmitgliedern füllen
setup-samples-hint = Ausgedacht rund um heute. Ein Knopf in den Einstellungen nimmt alle wieder weg.
setup-button = Einrichten

## The trail

audit-samples-fill = { $actor } hat die Gemeinschaft mit Beispielen gefüllt
audit-samples-clear = { $actor } hat die Beispiele entfernt
