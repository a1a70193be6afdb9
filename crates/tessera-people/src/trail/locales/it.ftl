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
