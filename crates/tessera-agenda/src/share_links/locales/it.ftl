## Condividere una parte del calendario

share-links-nav = Condivisione
share-links-title = Calendari condivisi
share-links-lead = Un link mostra una parte del calendario pubblico a chi lo ha, senza bisogno di accedere. Gli eventi privati non ci sono mai.
share-links-new = Nuovo link
share-links-new-lead = Per il sito di un locale, i genitori di una squadra, la bacheca: solo eventi pubblici, proprio quelli che scegli tu.
share-links-name = Nome
share-links-name-hint = Chi apre il link lo legge in alto.
share-links-kinds = Che cosa mostra
share-links-kinds-hint = Se non scegli niente, mostra tutto.
share-links-every-kind = Tutto
share-links-range = Da quando a quando
share-links-range-hint = Lascia vuoti entrambi per mostrare i prossimi eventi, finché il link è aperto.
share-links-from = Primo giorno
share-links-to = Ultimo giorno
share-links-limits = Per quanto resta aperto
share-links-expires = Aperto fino al
share-links-expires-hint = Quel giorno è compreso.
share-links-max-views = Visite al massimo
share-links-max-views-hint = Conta ogni apertura della pagina, anche l’anteprima in una chat. I calendari iscritti non contano.
share-links-make = Crea il link
share-links-mine = I miei
share-links-everybodys = Di tutti
share-links-none = Non c’è ancora niente di condiviso
share-links-none-text = Un link mostra gli eventi pubblici che scegli a chi non ha un account, in una pagina e nella sua app di calendario.
share-links-state-open = Aperto
share-links-state-revoked = Chiuso a mano
share-links-state-expired = Scaduto
share-links-state-used-up = Visite esaurite
share-links-state-paused = In pausa: chi l’ha creato al momento non organizza qui
share-links-views = { $count ->
    [0] Mai aperto finora
    [one] Aperto una volta
   *[other] Aperto { $count } volte
}
share-links-views-of = { $count } di { $max } visite
share-links-last = l’ultima { $when }
share-links-until = aperto fino al { $when }
share-links-no-end = aperto senza scadenza
share-links-from-to = dal { $from } al { $to }
share-links-from-on = dal { $from }
share-links-up-to = fino al { $to }
share-links-coming = i prossimi eventi
share-links-page = Pagina da mandare
share-links-feed = Indirizzo per le app di calendario
share-links-sealed = La chiave segreta del server è cambiata: il link funziona ancora, ma l’indirizzo non si può più mostrare.
share-links-revoke = Chiudi
share-links-restore = Riapri
share-links-from-start = Dall’inizio
share-links-flash-made = Il link è pronto. Copia l’indirizzo dall’elenco.
share-links-flash-revoked = Il link è chiuso.
share-links-flash-restored = Il link è di nuovo aperto.
share-links-subscribe = Apri nella tua app di calendario
share-links-download = Scarica
share-links-nothing = Per ora qui non c’è niente
share-links-nothing-text = Appena c’è in programma qualcosa che va qui, lo vedi in questa pagina.
share-links-more = Ce ne sono altri. Nel calendario da scaricare ci sono tutti.
share-links-feed-name = { $name } · { $community }
share-links-closed-title = Questo link è chiuso
error-share-link-closed = È scaduto, è stato aperto tutte le volte permesse o è stato chiuso. Chiedine uno nuovo a chi te l’ha dato.
error-too-many-share-links = Hai { $max } link aperti. Chiudine uno che non serve più.
field-in-the-past = È già passato.
audit-share-link-revoke = { $actor } ha chiuso un calendario condiviso di { $subject }
audit-share-link-restore = { $actor } ha riaperto un calendario condiviso di { $subject }
