## The server

system-title = Sistema
system-text = Il server nel suo insieme. Lo vede solo chi lo gestisce.
system-healthy = Tutto bene
system-unhealthy = Da controllare
system-version = Versione
system-database = Database
system-mail-transport = La posta esce via
system-mail-file = file in una cartella
system-mail-log = solo il log: non parte niente
system-address = Indirizzo
system-communities = Comunità
system-members = Membri
system-since = Dal
system-new-community = Nuova comunità
system-new-community-text = Ha membri, eventi e regole proprie. Ne diventi il primo amministratore.
system-make = Crea la comunità
system-jobs = Lavori in sottofondo
system-no-backlog = Niente in attesa.
system-backlog = { $count ->
    [one] Un lavoro in attesa; il più vecchio da { $since }.
   *[other] { $count } lavori in attesa; il più vecchio da { $since }.
}
system-no-dead = Niente è stato abbandonato.
system-dead-text = Questi sono stati ritentati più volte e abbandonati. Sistema ciò che dicono e riprova.
system-job = Lavoro
system-attempts = { $count ->
    [one] un tentativo
   *[other] { $count } tentativi
}
system-why = Perché
system-retry = Riprova
system-drop = Scarta
system-drop-what = Questo lavoro viene dimenticato e mai più ritentato.
system-mail = Posta
system-mail-server = Server di posta di
system-trail = Che cosa hanno fatto i gestori
system-flash-made = La comunità è pronta.
system-flash-retried = Si riprova.
system-flash-dropped = Scartato.

## The trail

audit-job-retry = { $actor } ha fatto ritentare un lavoro
audit-job-drop = { $actor } ha scartato un lavoro
