## The server

system-title = System
system-text = Der Server als Ganzes. Das sehen nur die, die ihn betreiben.
system-healthy = Alles in Ordnung
system-unhealthy = Bitte nachsehen
system-version = Version
system-database = Datenbank
system-mail-transport = Post geht hinaus über
system-mail-file = Dateien in einem Ordner
system-mail-log = nur das Log: nichts wird gesendet
system-address = Adresse
system-communities = Gemeinschaften
system-members = Mitglieder
system-since = Seit
system-new-community = Neue Gemeinschaft
system-new-community-text = Sie hat eigene Mitglieder, Termine und Regeln. Du wirst ihr erster Admin.
system-make = Gemeinschaft anlegen
system-jobs = Hintergrundarbeit
system-no-backlog = Nichts wartet.
system-backlog = { $count ->
    [one] Eine Aufgabe wartet; die älteste war fällig { $since }.
   *[other] { $count } Aufgaben warten; die älteste war fällig { $since }.
}
system-no-dead = Nichts wurde aufgegeben.
system-dead-text = Diese wurden wieder und wieder versucht und aufgegeben. Behebe, was dasteht, dann versuche es noch einmal.
system-job = Aufgabe
system-attempts = { $count ->
    [one] einmal versucht
   *[other] { $count } Mal versucht
}
system-why = Warum
system-retry = Noch einmal
system-drop = Verwerfen
system-drop-what = Diese Aufgabe wird vergessen und nie wieder versucht.
system-mail = Post
system-mail-server = Mailserver von
system-trail = Was die Betreiber getan haben
system-flash-made = Die Gemeinschaft steht.
system-flash-retried = Es wird noch einmal versucht.
system-flash-dropped = Verworfen.

## The trail

audit-job-retry = { $actor } hat eine Aufgabe noch einmal versuchen lassen
audit-job-drop = { $actor } hat eine Aufgabe verworfen
