## Settings

settings-title = Impostazioni
settings-about = Sulla comunità
settings-about-hint = La leggono tutti nella pagina «Chi siamo». Markdown funziona.
settings-locale-hint = Per i visitatori il cui browser non chiede nessuna delle nostre, e per le e-mail.
settings-hue-own = Com’è ora
settings-server-invite = Questo server permette di iscriversi solo su invito.
settings-server-closed = Questo server non accoglie nuovi membri.
settings-address = Indirizzo
settings-address-text = Gestisci questo server, perciò lo scegli tu. I link distribuiti con il vecchio indirizzo smettono di funzionare.
settings-host = Host proprio
settings-address-button = Cambia indirizzo
settings-samples = Dati di esempio
settings-samples-there = Questa comunità contiene eventi e membri inventati.
settings-samples-text = Eventi e membri inventati, da guardare. Si tolgono di nuovo tutti insieme.
settings-samples-fill = Riempi con dati di esempio
settings-samples-clear = Togli i dati di esempio
settings-samples-clear-what = Se ne vanno tutti i membri e gli eventi inventati, con ogni risposta. Resta ciò che hanno fatto le persone.
settings-flash-saved = Salvato.
settings-flash-moved = La comunità ora abita qui.
settings-flash-filled = Ora c’è qualcosa da guardare.
settings-flash-cleared = I dati di esempio non ci sono più.
settings-least-told = Numero minimo da dire ai partner
settings-least-told-hint = I club partner sanno in quanti andate, forse venite o siete interessati, mai chi. Se siete meno di così, per loro non c’è nessuno.
