## The panel on an event's page

participation-question = Ci sarai?
participation-answer-going = Ci vado
participation-answer-maybe = Forse
participation-answer-interested = Mi interessa
participation-answer-declined = Non vado
participation-answer-cancelled = Ritirato
participation-mine-going = Ci vai
participation-mine-maybe = Forse ci vai
participation-mine-interested = Ti interessa
participation-mine-declined = Non ci vai
participation-mine-cancelled = Ti sei ritirato
participation-count-going = { $count ->
    [one] { $count } partecipa
   *[other] { $count } partecipano
}
participation-count-maybe = { $count ->
    [one] { $count } forse
   *[other] { $count } forse
}
participation-count-interested = { $count ->
    [one] { $count } è interessato
   *[other] { $count } sono interessati
}
participation-places-left = { $count ->
    [one] { $count } posto libero
   *[other] { $count } posti liberi
}
participation-full = Posti esauriti
participation-closed-cancelled = Questo evento è annullato: non serve più rispondere.
participation-closed-over = È già passato.
participation-closed-draft = Quando sarà pubblicato, qui si potrà rispondere.
participation-name = Il tuo nome
participation-email = Il tuo indirizzo e-mail
participation-email-hint = Ti mandiamo un link per confermare. L’indirizzo lo vede solo chi organizza.
participation-sign-in = Hai un account? Accedi per rispondere.
participation-leave = Ritirati
participation-leave-title = Vuoi ritirarti?
participation-leave-what = Ti ritiri da «{ $event }». Il tuo posto torna libero e non riceverai altre e-mail su questo evento.
participation-left = Ti sei ritirato da questo evento e non riceverai altre e-mail a riguardo.
participation-see-list = Vedi chi viene
participation-pending-title = Manca un passo
participation-pending-text = Premi il pulsante per confermare. Fino ad allora la tua risposta non conta.
participation-confirm-button = Conferma la mia risposta
participation-check-mail = Abbiamo mandato un’e-mail a { $email }. Apri il link e premi il pulsante: solo allora la tua risposta conta.
participation-flash-answered = La tua risposta è registrata.
participation-flash-declined = Grazie di averlo detto.
participation-flash-left = Ti sei ritirato dall’evento.
participation-flash-back = Sei di nuovo dei nostri.

## The organisers' list

participation-list-title = Chi viene
participation-download = Scarica come tabella
participation-filter-all = Tutti
participation-search = Cerca per nome o indirizzo
participation-none-found = Nessun risultato
participation-none-found-text = Nessuna risposta corrisponde a quello che cerchi.
participation-nobody = Nessuno ha ancora risposto
participation-nobody-text = Qui vedrai chi viene, chi forse viene e chi è interessato. Per cominciare, invita qualcuno.
participation-invite-people = Invita persone
participation-column-name = Nome
participation-column-email = E-mail
participation-column-kind = Tipo
participation-column-answer = Risposta
participation-column-confirmed = Confermata
participation-column-when = Data della risposta
participation-kind-member = Socio
participation-kind-guest = Ospite
participation-nameless = (senza nome)
participation-unconfirmed = non ancora confermata
participation-places-taken = Posti occupati: { $going } su { $capacity }
participation-over-capacity = Partecipano in { $going }, anche se ora i posti sono solo { $capacity }. Nessuno perde il suo.

## Mails

participation-notices = Cambiamenti degli eventi
participation-notices-hint = Quando un evento a cui vai, o forse vai, cambia, viene annullato o si fa di nuovo.
participation-when = Quando
participation-where = Dove
participation-mail-open = Vedi l’evento
participation-mail-change = Cambia la mia risposta
participation-mail-leave = Ritirati dall’evento
participation-mail-why = Ricevi questa e-mail perché hai risposto a «{ $event }» presso { $community }. Se ti ritiri dall’evento non ne arriveranno altre.
participation-mail-confirm-subject = Conferma la tua risposta: { $event }
participation-mail-confirm-heading = Vieni a «{ $event }»?
participation-mail-confirm-text = Qualcuno, speriamo tu, ha risposto con questo indirizzo. Apri il link e premi il pulsante: solo allora la risposta conta.
participation-mail-confirm-button = Conferma la risposta
participation-mail-confirm-ignore = Non sei stato tu? Allora non fare nulla: senza la tua conferma non conta nulla, e non riceverai altro.
participation-mail-confirm-why = Ricevi questa e-mail perché qualcuno ha inserito il tuo indirizzo per un evento di { $community }.
participation-mail-answered-subject = Risposta registrata: { $event }
participation-mail-answered-text = La tua risposta a «{ $event }» è registrata.
participation-mail-file = Il file allegato mette l’evento nel tuo calendario.
participation-mail-changed-subject = Cambiamenti: { $event }
participation-mail-changed-heading = «{ $event }» è cambiato
participation-mail-new-time = L’orario è cambiato.
participation-mail-new-place = Il luogo è cambiato.
participation-mail-new-title = Ora ha un altro titolo.
participation-mail-new-status = Riguarda l’evento prima di partire.
participation-mail-cancelled-subject = Annullato: { $event }
participation-mail-cancelled-heading = «{ $event }» è annullato
participation-mail-cancelled-text = Non si tiene più. Non devi fare nulla.
participation-mail-resumed-subject = Si fa: { $event }
participation-mail-resumed-heading = «{ $event }» si fa comunque
participation-mail-resumed-text = Era annullato e ora si fa di nuovo. La tua risposta vale ancora.

## Refusals

error-full = I posti sono esauriti. Puoi comunque dire che ti interessa e riguardare più tardi.
error-event-cancelled = Questo evento è annullato.
error-not-participating = Non partecipi a questo evento.
error-bad-guest-token = Questo link non funziona più. Cerca un’e-mail più recente o rispondi di nuovo sulla pagina dell’evento.
error-sign-in-or-invitation = Prima accedi, oppure usa il link del tuo invito.
error-invitation-needed = A questo evento si viene su invito. Chiedi a chi lo organizza di invitarti.
error-invalid-invitation = Questo invito non è valido. Forse è stato ritirato, o sostituito da un’e-mail più recente.
error-invitation-used = Questo invito è già stato usato. Ognuno vale per una persona.
error-invitation-expired = Questo invito è scaduto. Chiedine uno nuovo a chi te l’ha mandato.
field-not-a-series = Questo evento non si ripete, quindi non ha questa data.
