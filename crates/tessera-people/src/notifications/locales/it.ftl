## La posta in arrivo

notifications-inbox = Avvisi
notifications-unread = { $count ->
    [0] Hai letto tutto.
    [one] { $count } da leggere.
   *[other] { $count } da leggere.
}
notifications-unread-many = Cento o più da leggere.
notifications-which = Quali avvisi
notifications-all = Tutti
notifications-only-unread = Da leggere
notifications-new = Nuovo
notifications-read-all = Segna tutto come letto
notifications-read-one = Segna come letto: { $title }
notifications-read-short = Segna come letto
notifications-older = Meno recenti
notifications-newest = Più recenti
notifications-more = e { $count ->
    [one] un altro
   *[other] altri { $count }
}
notifications-none-title = Qui non c’è niente
notifications-none-text = Qui trovi quello che ti riguarda: i compiti che qualcuno ti affida, gli eventi che cambiano e le novità della comunità.
notifications-none-way = Guarda che cosa c’è in programma
notifications-flash-read = Tutto segnato come letto.

## Che cosa ricevo

notifications-preferences = Che cosa ricevo
notifications-preferences-text = Scegli di che cosa vuoi sapere, e come.
notifications-digest-hint = Il riepilogo giornaliero è una sola e-mail alle { $time } con tutto quello che è successo dall’ultima; se non c’è niente, non arriva niente.
notifications-unverified = Le e-mail ti arrivano dopo che hai confermato il tuo indirizzo.
notifications-in-app = Mostralo tra i miei avvisi
notifications-by-email = Per e-mail
notifications-email-instant = Subito
notifications-email-digest = Nel riepilogo giornaliero
notifications-email-off = Mai
notifications-flash-saved = Salvato. Da adesso ricevi questo.

## Smettere di ricevere e-mail

notifications-stop-title = Vuoi fermare queste e-mail?
notifications-stop-text = Non riceverai più e-mail da { $community } su: { $about }.
notifications-stop-button = Ferma queste e-mail
notifications-stopped-title = Queste e-mail sono ferme
notifications-stopped-text = Non ricevi più e-mail da { $community } su: { $about }.
notifications-again-button = Riattivale
notifications-on-again-title = Riattivate
notifications-on-again-text = Ricevi di nuovo e-mail da { $community } su: { $about }.
notifications-the-digest = il riepilogo giornaliero

## E-mail

notifications-mail-open = Apri
notifications-mail-why = Ricevi questa e-mail perché fai parte di { $community } e vuoi sapere di: { $about }.
notifications-mail-stop = Ferma queste e-mail
notifications-mail-choose = Scegli che cosa ricevere
notifications-digest-subject = { $community }: { $count ->
    [one] { $count } novità
   *[other] { $count } novità
}
notifications-digest-heading = Le novità di { $community }
notifications-digest-open = Apri gli avvisi
notifications-digest-why = Ricevi questa e-mail una volta al giorno, quando c’è qualcosa di nuovo in { $community }, perché hai scelto il riepilogo giornaliero.
field-too-many-named = Al massimo { $max } alla volta.
