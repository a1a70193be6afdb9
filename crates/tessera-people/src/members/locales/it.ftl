## Members

members-nav = Persone
members-count = { $count ->
    [one] Un membro
   *[other] { $count } membri
}
members-directory-title = Membri
members-search-name = Cerca per nome
members-search = Nome o e-mail
members-none-title = Nessuno trovato
members-none-text = Nessun membro corrisponde a ciò che cerchi.
members-show-all = Mostra tutti
members-from-start = Dall’inizio
members-name = Nome
members-role = Ruolo
members-roles = Ruoli
members-roles-hint = Tutti sono membri. Spunta che cosa sono in più.
members-role-admin-hint = Gestisce la comunità: persone, impostazioni, tutto ciò che è pubblico.
members-role-organiser-hint = Pubblica eventi e li segue.
members-role-promoter-hint = Diffonde gli eventi con pass e codici.
members-role-staff-hint = Lavora qui: compiti, ferie, prenotazioni.
members-all-roles = Tutti i ruoli
members-all-states = Tutti gli stati
members-state = Stato
members-state-active = Attivo
members-state-suspended = Sospeso
members-state-banned = Escluso
members-since = Da
members-actions = Azioni
members-joined-on = iscrizione: { $date }
members-reason-told = Motivo, come comunicato:
members-shut-out = Sospendere o escludere
members-shut-out-text = La sospensione è temporanea, l’esclusione definitiva: in entrambi i casi non si può più accedere qui finché non la annulli, e le risposte restano. Nelle altre comunità non cambia nulla.
members-reason = Motivo
members-reason-hint = Si legge quando si prova ad accedere.
members-suspend = Sospendi
members-ban = Escludi
members-let-back-text = Potrà accedere di nuovo subito, con i ruoli che aveva.
members-reinstate = Riammetti
members-unban = Annulla l’esclusione
members-remove = Togli dalla comunità
members-remove-text = Termina l’iscrizione e i suoi ruoli. L’account resta e può iscriversi di nuovo dove l’iscrizione è aperta.
members-remove-what = { $name } perde l’iscrizione a questa comunità e ogni ruolo.
members-flash-roles = Ruoli salvati.
members-flash-suspended = Sospensione attiva.
members-flash-banned = Esclusione attiva.
members-flash-reinstated = Di nuovo nella comunità.
members-flash-removed = Tolto dalla comunità.

## Inviting

members-invite = Invita persone
members-invite-text = Ogni indirizzo riceve un’e-mail con un link valido una volta sola, per sette giorni.
members-addresses = Indirizzi e-mail
members-addresses-hint = Incollane quanti vuoi (al massimo 500 per volta), separati da virgole o a capo.
members-tally-one = 1 indirizzo
members-tally-many = {"{"}n{"}"} indirizzi
members-invite-send = Manda gli inviti
members-invited = { $count ->
    [one] Un invito è in viaggio.
   *[other] { $count } inviti sono in viaggio.
}
members-already-invited = Già invitati: { $list }
members-already-members = Già membri: { $list }
members-bad-addresses = { $count ->
    [one] Questo non è un indirizzo e-mail.
   *[other] Questi { $count } non sono indirizzi e-mail.
}
members-invitations = Inviti
members-address = Indirizzo
members-valid-until = Valido fino al
members-invited-by = Invitato da
members-invitation-open = In attesa
members-invitation-expired = Scaduto
members-invitation-used = Accettato
members-invitation-revoked = Revocato
members-resend = Manda di nuovo
members-revoke = Revoca
members-flash-resent = Un nuovo link è in viaggio; il vecchio non vale più.
members-flash-revoked = L’invito è revocato; il suo link non vale più.

## Joining

members-join-title = Unisciti a { $community }
members-join-lead = { $name } ti invita a far parte di { $community }.
members-join-lead-unnamed = Hai un invito a far parte di { $community }.
members-join-as = Entri come { $name }.
members-join-name = Il tuo nome
members-join-password = Una password
members-join-password-hint = Almeno dieci caratteri; più parole vanno bene.
members-join-button = Unisciti
members-join-until = L’invito vale fino al { $date }.
members-flash-welcome = Benvenuto nella comunità! Ora ne fai parte.
members-flash-already = Fai già parte di questa comunità.

## The mail

members-mail-subject = { $name } ti invita in { $community }
members-mail-text = Puoi far parte di { $community }: vedere i suoi eventi, rispondere e restare in contatto con chi ne fa parte.
members-mail-button = Guarda l’invito
members-mail-about = Sulla comunità
members-mail-until = Il link vale una volta sola, fino al { $date }. Aprirlo non ti impegna a nulla.
members-mail-why = { $name } ha inserito il tuo indirizzo per invitarti. Se non vuoi, non fare nulla: non scriveremo più.

## Refusals

error-not-yourself = Non puoi escludere te stesso.
error-join-expired = Questo invito è scaduto. Chiedine uno nuovo.
error-join-used = Questo invito è già stato usato. Se l’hai usato tu, accedi.
error-join-revoked = Questo invito è stato revocato.
error-join-again = Un account con questo indirizzo è appena nato. Apri di nuovo l’invito.

## The trail

audit-member-roles = { $actor } ha cambiato i ruoli di { $subject }
audit-member-suspend = { $actor } ha sospeso { $subject }
audit-member-reinstate = { $actor } ha riammesso { $subject }
audit-member-ban = { $actor } ha escluso { $subject }
audit-member-unban = { $actor } ha annullato l’esclusione di { $subject }
audit-member-remove = { $actor } ha tolto { $subject } dalla comunità
audit-member-leave = { $actor } ha lasciato la comunità
audit-member-invite = { $actor } ha invitato persone a unirsi
audit-member-uninvite = { $actor } ha revocato un invito a unirsi
audit-member-join = { $actor } si è unito su invito
