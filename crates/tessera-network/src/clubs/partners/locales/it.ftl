## Club partner

partners-nav = Partner
partners-title = Club partner
partners-lead = Comunità su altri server. I loro eventi arrivano da soli; i vostri vanno solo ai partner che hai approvato e con cui hai scelto di condividerli.
partners-new = Aggiungi un partner
partners-new-lead = Finché non lo approvi non entra e non esce niente.
partners-add = Aggiungi
partners-have-link = Ho un link di abbinamento
partners-off = Su questo server la federazione è spenta. Puoi preparare i partner; non entra e non esce niente. La accende chi gestisce il server, con federation.enabled.
partners-none = Ancora nessun partner
partners-none-text = Condividi gli eventi con club su altri server: i tuoi soci vedono che cosa c’è da loro, e i loro che cosa c’è da voi.
partners-column-club = Club
partners-column-status = Stato
partners-column-approved = Approvato
partners-column-sync = Ultima sincronizzazione
partners-column-events = Eventi
partners-column-actions = Azioni
partners-not-yet = Non ancora
partners-never = mai
partners-state-active = Attivo
partners-state-inactive = Non attivo
partners-state-waiting = Aspetta la tua approvazione
partners-state-failing = Non riesce, da { $since }
partners-sync = Sincronizza ora
partners-review = Guarda
partners-activate = Attiva
partners-deactivate = Disattiva
partners-section-basic = Informazioni di base
partners-section-keys = Le loro chiavi
partners-section-permissions = Che cosa è concordato
partners-section-status = Stato
partners-name = Nome del club
partners-code = Codice breve
partners-code-hint = Lettere, cifre, - e _. Sta negli indirizzi, e loro devono indicarlo quando ti dicono quanti sono interessati.
partners-url = Indirizzo del loro server
partners-logo = Indirizzo del loro logo
partners-logo-hint = Viene preso una volta e mostrato da qui, così non sanno chi lo guarda.
partners-api-key = Chiave che ti hanno dato
partners-api-key-hint = Comincia con pk_. A due server abbinati non serve.
partners-api-secret = Segreto che va con la chiave
partners-secret-kept = Il loro segreto è conservato, sigillato. Lascia il campo vuoto per tenerlo.
partners-keys-new = Scrivi quello che ti ha dato il loro admin, oppure fallo più tardi.
partners-active = Attivo
partners-active-hint = Finché è spento non esce e non entra niente, e i loro eventi non si vedono.
partners-approved = Approvato
partners-approved-hint = Li conosci, e possono essere collegati con voi.
partners-share = Condividi con loro i nostri eventi
partners-share-hint = Possono prendere i vostri eventi pubblici, con il numero di chi ci va. Mai i nomi.
partners-auto = Mostra subito i loro eventi
partners-auto-hint = Altrimenti guardi prima ogni evento nuovo.
partners-fall-back = Accetta anche le firme più vecchie
partners-fall-back-hint = In passato hanno firmato con la loro chiave pubblicata. Spunta solo se il loro admin ti ha detto che non possono più.
partners-waiting-text = Questo partner non è approvato: non entra e non esce niente.
partners-approve = Approva
partners-approve-title = Approvare { $name }?
partners-approve-what = Da ora i loro eventi arrivano, e possono dirti quanti di loro sono interessati ai vostri. I vostri eventi non vanno a { $name } finché non lo spunti.
partners-approve-what-sharing = Da ora i loro eventi arrivano. { $name } può prendere i vostri eventi pubblici, con il numero di chi ci va, e dirti quanti di loro sono interessati.
partners-last-sync = Ultima sincronizzazione:
partners-failures = { $count ->
    [one] l’ultima non è riuscita
   *[other] le ultime { $count } non sono riuscite
}
partners-events-kept = { $count ->
    [0] nessun loro evento
    [one] un loro evento
   *[other] { $count } loro eventi
}
partners-given = Chiavi per loro
partners-given-text = Con una di queste coppie il loro server firma quello che chiede al vostro. Dai le due righe al loro admin di persona o per telefono, mai con una semplice e-mail.
partners-pair-since = creata { $when }
partners-key-until = vale fino al { $when }
partners-revoke = Revoca
partners-revoke-what = Quello che firmano con questa coppia viene rifiutato subito. Se è l’unica che hanno, non possono prendere niente finché non gliene dai un’altra.
partners-generate = Genera una chiave
partners-generate-title = Una nuova chiave per { $name }?
partners-generate-what = La coppia che hanno adesso vale ancora { $days } giorni, così hanno il tempo di mettere quella nuova.
partners-new-key = La nuova chiave per { $name }
partners-key-once = Si vede solo questa volta. Dai le due righe al loro admin di persona, per telefono o in un messaggio sigillato; mai con una semplice e-mail.
partners-key-public = Chiave
partners-key-secret = Segreto
partners-key-done = Le ho copiate tutte e due
partners-pairing = Abbinamento
partners-pairing-text = Due server Tessera possono fare a meno dei segreti: ciascuno firma con una chiave sua, che l’altro ha controllato. Manda un link, poi confrontate sei parole per telefono.
partners-paired = Abbinato
partners-pair = Crea un link di abbinamento
partners-pair-again = Abbina di nuovo
partners-pair-open = Un link aspetta di essere usato, fino al { $when }.
partners-offer-title = Un link di abbinamento per { $name }
partners-offer-text = Mandalo al loro admin. Funziona una volta sola, entro { $hours } ore, e si vede solo adesso.
partners-offer-then = Il loro admin lo mette in Partner, «Ho un link di abbinamento». Poi tutti e due vedete sei parole nella pagina del partner: leggetevele per telefono.
partners-accept-title = Inserisci un link di abbinamento
partners-accept-lead = Il tuo server va dal loro, e ciascuno prende la chiave dell’altro.
partners-accept-link = Link di abbinamento
partners-accept-hint = Tutta la riga che ti ha mandato il loro admin. Funziona una volta sola.
partners-accept = Abbina
partners-words-title = Sono queste le parole che vedono loro?
partners-words-text = Chiama il loro admin e leggetevi le sei parole. Se sono le stesse, in mezzo non c’è nessuno.
partners-words-same = Sono le stesse
partners-words-differ = Sono diverse
partners-unpair = Annulla l’abbinamento
partners-unpair-what = Le loro chiavi vengono dimenticate, e quello che firmano con esse viene rifiutato. Potete abbinarvi di nuovo con un link nuovo.
partners-landing-title = Un link fra due server
partners-landing-text = Questo link è per l’admin di un’altra comunità. In un browser non fa niente.
partners-landing-one = Copia tutto l’indirizzo di questa pagina, anche la parte dopo #.
partners-landing-two = Sul tuo server apri Gestione, Partner, «Ho un link di abbinamento», e incollalo.
partners-landing-three = Poi confronta le sei parole con chi te l’ha mandato.
partners-test = Prova il collegamento
partners-test-again = Prova di nuovo
partners-test-title = Prova del collegamento
partners-test-good = Funziona: hanno risposto e ci hanno creduto.
partners-test-good-events = { $count ->
    [0] Funziona: hanno risposto, e oggi non hanno eventi.
    [one] Funziona: hanno risposto, e oggi hanno un evento.
   *[other] Funziona: hanno risposto, e oggi hanno { $count } eventi.
}
partners-step-keys = Le nostre chiavi per chiedere
partners-step-address = Il loro indirizzo
partners-step-name = Trovare il loro server
partners-step-connection = Raggiungerlo
partners-step-tls = Il suo certificato
partners-step-answer = Una risposta dal posto giusto
partners-step-clock = Gli orologi
partners-step-signature = Chiave e firma
partners-step-events = Un elenco di eventi
partners-outcome-passed = va bene
partners-outcome-failed = non riuscito
partners-outcome-not-reached = non raggiunto
partners-remove = Togli
partners-remove-text = Se ne va tutto quello che si conserva di questo partner. Per fermarti solo per un po’, disattivalo.
partners-remove-title = Togliere { $name }?
partners-remove-what = Con { $name } se ne vanno { $kept }. Non si può tornare indietro.
partners-kept-events = { $count ->
    [0] nessun evento
    [one] un evento
   *[other] { $count } eventi
}
partners-kept-interests = { $count ->
    [0] nessuna risposta
    [one] la risposta di un socio
   *[other] { $count } risposte di soci
}
partners-kept-comments = { $count ->
    [0] nessun commento
    [one] un commento
   *[other] { $count } commenti
}
partners-blocked = Indirizzi che devono aspettare
partners-blocked-text = Da ciascuno, in quest’ora, sono arrivate dieci richieste senza la firma giusta. Vengono rifiutati fino alla fine dell’ora. Fra loro può esserci un partner con la chiave sbagliata.
partners-forgive = Lascialo chiedere di nuovo
partners-own = La nostra chiave
partners-own-text = Con questa chiave firmiamo verso i partner abbinati. Questa è la sua impronta.
partners-own-rotate = Sostituisci la chiave
partners-own-rotate-what = Una chiave nuova viene pubblicata adesso e prende il posto fra una settimana; alla vecchia si crede ancora per un’altra settimana. I partner lo imparano da soli.
partners-own-next = Una chiave nuova prende il posto il { $when }.
partners-flash-added = Il partner è aggiunto. Approvalo quando sei sicuro.
partners-flash-saved = Salvato.
partners-flash-approved = Approvato. I loro eventi arrivano con la prossima sincronizzazione.
partners-flash-activated = Di nuovo attivo.
partners-flash-deactivated = Disattivato: non esce e non entra niente.
partners-flash-syncing = I loro eventi stanno arrivando.
partners-flash-removed = Il partner è tolto.
partners-flash-revoked = La chiave è revocata.
partners-flash-paired = I server si conoscono. Ora confrontate le parole.
partners-flash-words = Bene. Da ora tutti e due firmano con la propria chiave.
partners-flash-unpaired = L’abbinamento è annullato.
partners-flash-forgiven = Quell’indirizzo può chiedere di nuovo.
partners-flash-rotated = La chiave nuova è pubblicata.
partners-trouble-no-keys = Non c’è niente con cui chiedere: scrivi la chiave che ti hanno dato, o abbinatevi.
partners-trouble-sealed = Il loro segreto non si può più aprire, perché la chiave segreta di questo server è cambiata. Scrivilo di nuovo.
partners-trouble-profile-too-weak = Firmavano con la loro chiave pubblicata e ora non più. Chiedi al loro admin; se è voluto, accetta le firme più vecchie.
partners-trouble-https-required = Il loro indirizzo non è https, e questo server lo richiede.
partners-trouble-address-refused = Il loro indirizzo porta in una rete privata, dove questo server non chiama.
partners-trouble-no-name = Non c’è nessun server con quel nome. L’indirizzo è scritto bene?
partners-trouble-unreachable = Il loro server non risponde. Forse è fermo per un po’.
partners-trouble-tls = Il loro certificato non vale: può essere scaduto, o di un altro nome. Chiedi che lo rinnovino.
partners-trouble-timed-out = Il loro server ci ha messo troppo a rispondere.
partners-trouble-too-long = La loro risposta è più grande di quanto questo server accetta.
partners-trouble-redirected = Il loro server ci manda altrove. Scrivi l’indirizzo dove sta davvero.
partners-trouble-clock-ahead = { $minutes ->
    [one] Il loro orologio è avanti di circa un minuto sul nostro, e così rifiutano le nostre richieste. Chiedi che lo mettano a posto, poi prova di nuovo.
   *[other] Il loro orologio è avanti di { $minutes } minuti sul nostro, e così rifiutano le nostre richieste. Chiedi che lo mettano a posto, poi prova di nuovo.
}
partners-trouble-clock-behind = { $minutes ->
    [one] Il loro orologio è indietro di circa un minuto sul nostro, e così rifiutano le nostre richieste. Chiedi che lo mettano a posto, poi prova di nuovo.
   *[other] Il loro orologio è indietro di { $minutes } minuti sul nostro, e così rifiutano le nostre richieste. Chiedi che lo mettano a posto, poi prova di nuovo.
}
partners-trouble-unknown-key = Non conoscono la nostra chiave. L’hanno revocata, o ne hanno fatta una nuova?
partners-trouble-bad-signature = Non accettano la nostra firma: il segreto non è quello che va con la chiave.
partners-trouble-refused = Non accettano la nostra chiave o la nostra firma. Confronta chiave e segreto con il loro admin.
partners-trouble-replayed = Hanno preso la nostra richiesta per una vecchia mandata di nuovo. Prova ancora.
partners-trouble-not-allowed = Ci conoscono ma non ci lasciano ancora entrare: il loro admin deve approvarci e condividere i loro eventi.
partners-trouble-not-there = Al loro indirizzo non c’è niente di federazione. È quello giusto, e l’hanno accesa?
partners-trouble-limited = Ci chiedono di aspettare: troppe richieste in un’ora.
partners-trouble-status = Il loro server ha risposto con un errore ({ $status }).
partners-trouble-schema = Quello che rispondono non è un elenco di eventi.
partners-trouble-incomplete = Il loro elenco non era completo. Niente è stato preso per annullato.
error-too-many-partners = Una comunità ha al massimo { $max } partner.
error-partner-not-open = Questo partner non è attivo e approvato, quindi non si prende niente.
error-federation-off = Su questo server la federazione è spenta.
error-pairing-other-address = Questo link è stato fatto per un server a un altro indirizzo.
error-pairing-failed = Non è stato possibile abbinarsi con l’altro server.
error-words-changed = Queste parole non sono quelle di adesso. Guarda di nuovo la pagina e confrontate ancora.
field-bad-code = Solo lettere, cifre, - e _.
field-code-taken = Un altro partner ha questo codice.
field-bad-address = Questo non è un indirizzo, come https://partnerclub.example.com.
field-https-required = L’indirizzo deve cominciare con https://.
field-address-refused = Questo indirizzo porta in una rete privata, o non si può chiamare.
field-secret-needed = Scrivi il segreto che va con questa chiave.
field-key-prefix = Comincia con { $expected }. Chiave e segreto si scambiano facilmente.
field-key-length = Dopo l’inizio ha { $expected } caratteri, non { $found }.
field-key-character = C’è un carattere che nessuna chiave ha: forse uno spazio.
field-bad-link = Questo non è un link di abbinamento. Copia tutta la riga, anche la fine.
field-link-differs = Quello che quel server dice di sé non è quello che il link prometteva. Non andare avanti; chiedi al loro admin un link nuovo.
field-link-used = Questo link è già stato usato, o è troppo vecchio. Chiedine uno nuovo.
field-link-not-for-us = Questo link è stato fatto per un altro server. Il loro admin deve prima scrivere il tuo indirizzo.
audit-partner-add = { $actor } ha aggiunto un partner
audit-partner-edit = { $actor } ha cambiato gli accordi con un partner
audit-partner-approve = { $actor } ha approvato un partner
audit-partner-withdraw = { $actor } ha ritirato l’approvazione di un partner
audit-partner-deactivate = { $actor } ha disattivato un partner
audit-partner-remove = { $actor } ha tolto un partner
audit-partner-generate-key = { $actor } ha creato una chiave per un partner
audit-partner-revoke-key = { $actor } ha revocato una chiave di un partner
audit-partner-allow-documented = { $actor } ha permesso a un partner le firme più vecchie
audit-partner-test = { $actor } ha provato il collegamento con un partner
audit-partner-pair = { $actor } ha iniziato un abbinamento con un partner
audit-partner-confirm-words = { $actor } ha confrontato le parole di un abbinamento
audit-partner-unpair = { $actor } ha annullato un abbinamento
audit-partner-forgive = { $actor } ha lasciato chiedere di nuovo un indirizzo
audit-partner-rotate-own = { $actor } ha sostituito la nostra chiave
