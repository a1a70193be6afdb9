## Setting up

setup-title = Crea la tua comunità
setup-lead = Due minuti e il tuo calendario ha una casa. Tutto si può cambiare dopo.
setup-community = La comunità
setup-slug-hint = Per il suo indirizzo accanto ad altre su questo server. Se lo lasci vuoto, nasce dal nome.
setup-admin = Tu
setup-admin-text = Ne diventi amministratore e gestisci questo server.
setup-admin-name = Il tuo nome
setup-email = La tua e-mail
setup-password = Una password
setup-password-hint = Almeno dieci caratteri; più parole vanno bene.
setup-samples = Qualcosa da guardare
setup-samples-fill = Riempila con eventi e membri di esempio
setup-samples-hint = Inventati attorno a oggi. Un pulsante nelle impostazioni li toglie tutti.
setup-button = Crea la comunità

## The trail

audit-samples-fill = { $actor } ha riempito la comunità di esempi
audit-samples-clear = { $actor } ha tolto gli esempi
