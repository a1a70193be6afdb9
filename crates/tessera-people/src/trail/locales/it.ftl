## The trail

trail-audit = Registro
trail-audit-text = Ciò che hanno fatto gli amministratori, una voce per ogni azione. Niente si può cambiare o togliere.
trail-whole = Completo e inalterato dal { $date }.
trail-broken = La voce { $number } non combacia con la precedente: il registro è stato alterato nel database. Confrontalo con una copia di sicurezza.
trail-not-checked = Il registro è lungo; si controlla quando lo chiedi.
trail-check = Controllalo ora
trail-all-actions = Tutto
trail-what = Che cosa
trail-when = Quando
trail-none-title = Ancora niente
trail-none-text = Qui si racconterà ciò che fanno gli amministratori.
trail-older = Più vecchi
trail-newest = Più recenti
trail-erased = un account cancellato
trail-nobody = Il server stesso
trail-somebody = …
trail-something = { $actor } ha fatto qualcosa che questa versione non conosce ({ $action })
trail-from-to = { $from } → { $to }
trail-new-changed = Nuovi: { $new } · modificati: { $changed }

## Mail

trail-mail = Posta
trail-mail-text = Le e-mail di questa comunità e a che punto sono. Che cosa dicono, qui non riguarda nessuno.
trail-mail-none-title = Ancora nessuna e-mail
trail-mail-none-text = Qui compariranno inviti, conferme e avvisi.
trail-mail-kind = Per che cosa
trail-mail-to = A
trail-mail-state = Stato
trail-mail-waiting = In attesa
trail-mail-sent = Inviata
trail-mail-failed = Non riuscita
trail-mail-withdrawn = Ritirata
trail-mail-account = Account
trail-mail-member = Invito a iscriversi
trail-mail-event = Su un evento
trail-mail-any-state = Qualsiasi stato
trail-mail-anything = Qualsiasi motivo
trail-mail-digest = Riepilogo giornaliero
trail-mail-none-found = Niente di simile
trail-mail-none-found-text = Nessuna e-mail corrisponde a questa scelta.
trail-mail-show-all = Mostra tutto
trail-mail-retry = Riprova
trail-flash-mail-retried = Verrà riprovata.
trail-mail-why-not-there = Il server di posta non era raggiungibile o era occupato. Si riprova più volte.
trail-mail-why-unclear = Il server di posta non ha detto se l’ha presa. Potrebbe essere arrivata, quindi non parte una seconda volta.
trail-mail-why-untrusted = Il certificato del server di posta non è affidabile. Chi gestisce il server può rimediare.
trail-mail-why-refused = Il server di posta ha rifiutato questa e-mail.
trail-mail-why-address = Il server di posta non conosce questo indirizzo.
trail-mail-why-other = Non è stato possibile scriverla. La riga qui sotto aiuta chi gestisce il server.
audit-mail-retry = { $actor } ha fatto riprovare un’e-mail
