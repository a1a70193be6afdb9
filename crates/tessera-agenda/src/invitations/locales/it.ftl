## The organisers' page

invitations-title = Inviti
invitations-invite = Invita persone
invitations-open-count = { $count ->
    [one] { $count } invito è in attesa.
   *[other] { $count } inviti sono in attesa.
}
invitations-paste = Indirizzi e-mail
invitations-paste-hint = Uno o tanti, al massimo { $max } per volta: incollali come sono, con virgole o uno per riga, con o senza nomi.
invitations-address-count = { $count ->
    [one] { $count } indirizzo
   *[other] { $count } indirizzi
}
invitations-address-many = {"{n}"} indirizzi
invitations-language = Lingua dell’e-mail
invitations-send = Manda gli inviti
invitations-sent-title = Già mandati
invitations-none = Ancora nessun invito
invitations-none-text = Scrivi gli indirizzi qui sopra. Ognuno riceve un’e-mail con un link tutto suo, valido sette giorni.
invitations-none-such = Nessuno di questo tipo.
invitations-column-state = Stato
invitations-column-when = Quando
invitations-state-open = In attesa
invitations-state-used = Usato
invitations-state-expired = Scaduto
invitations-used-at = risposta del { $at }
invitations-open-until = valido fino al { $until }
invitations-expired-at = scaduto il { $at }
invitations-mail-waiting = e-mail in partenza
invitations-mail-sent = e-mail inviata
invitations-mail-failed = e-mail non recapitata
invitations-mails-waiting = { $count ->
    [one] { $count } e-mail è in partenza.
   *[other] { $count } e-mail sono in partenza.
}
invitations-resend = Rimanda
invitations-revoke = Ritira
invitations-revoke-title = Ritirare questo invito?
invitations-revoke-what = Il link ricevuto da { $email } smette di funzionare. Chi l’ha già usato resta.
invitations-flash-sent = Gli inviti sono in partenza.
invitations-flash-resent = L’invito è di nuovo in partenza, con un link nuovo.
invitations-flash-revoked = L’invito è ritirato.
invitations-sent-to = Invito mandato a { $email }
invitations-sent-count = { $count ->
    [one] { $count } invito mandato
   *[other] { $count } inviti mandati
}
invitations-report-already = { $count ->
    [one] { $count } era già stato invitato:
   *[other] { $count } erano già stati invitati:
}
invitations-report-wrong = { $count ->
    [one] { $count } non è un indirizzo e-mail:
   *[other] { $count } non sono indirizzi e-mail:
}
invitations-report-doubled = { $count ->
    [one] { $count } era ripetuto, con una sola e-mail:
   *[other] { $count } erano ripetuti, con una sola e-mail ciascuno:
}
invitations-report-too-often = { $count ->
    [one] { $count } oggi ha già ricevuto troppi inviti. Riprova domani:
   *[other] { $count } oggi hanno già ricevuto troppi inviti. Riprova domani:
}
invitations-report-more = { $count ->
    [one] e un altro
   *[other] e altri { $count }
}

## The page behind the link

invitations-somebody = Qualcuno
invitations-invited-by = { $inviter } ti invita
invitations-until = L’invito vale fino al { $until }.
invitations-private = Questo evento lo vede solo chi è invitato.
invitations-email-hint = Con un indirizzo diverso da quello invitato, prima lo confermi per e-mail.
invitations-closed-title = Questo invito è chiuso
invitations-event-gone = L’evento di questo invito non esiste più.
invitations-event-cancelled = L’evento è stato annullato. Grazie di voler venire.
invitations-see-event = Vedi l’evento

## The mail

invitations-mail-subject = { $inviter } ti invita: { $event }
invitations-mail-heading = { $inviter } ti invita a «{ $event }»
invitations-mail-button = Guarda l’invito e rispondi
invitations-mail-until = Il link è solo tuo, vale una volta e fino al { $until }. Chi ce l’ha può usarlo: tienilo per te.
invitations-mail-file = Il file allegato mette l’evento nel tuo calendario.
invitations-mail-why = Ricevi questa e-mail perché { $inviter } ha inserito il tuo indirizzo presso { $community }. Se non vi conoscete, ignorala: se non rispondi non succede altro.

## Refusals

error-already-invited = Questo indirizzo ha già un invito in attesa. Se è andato perso, rimandalo.
error-invite-to-draft = Prima pubblica l’evento: nessuno potrebbe vedere a che cosa è invitato.
error-too-many-invitations = Al massimo { $max } inviti al giorno. Non è partito nulla. Prova con meno, o domani.
error-recipient-has-enough = Oggi questo indirizzo ha già ricevuto tutti gli inviti che può ricevere. Riprova domani.
field-too-many-pasted = Questi sono { $count } indirizzi; al massimo { $max } per volta. Non è partito nulla, e quello che hai scritto è ancora qui.
field-no-addresses = Qui non c’è nessun indirizzo e-mail.
field-one-or-many = Indica email oppure emails, non entrambi.
