## Signing in and joining

accounts-email = Indirizzo e-mail
accounts-password = Password
accounts-name = Nome
accounts-name-hint = Come ti conoscono gli altri.
accounts-password-hint = Almeno 10 caratteri. Qualche parola in fila va benissimo.
accounts-forgot-link = Hai dimenticato la password?
accounts-no-account = Non hai ancora un account?
accounts-have-account = Hai già un account?
accounts-register-title = Iscriviti a { $community }
accounts-register-button = Crea l’account
accounts-register-closed = A { $community } ci si iscrive solo su invito. Chiedi a qualcuno che ne fa già parte.
accounts-role = Che cosa vorresti fare?
accounts-role-member-hint = Partecipare e ricevere inviti.
accounts-role-staff-hint = Lavorare qui, con assenze e compiti.
accounts-role-promoter-hint = Far conoscere gli eventi ad altri.
accounts-role-organiser-hint = Pubblicare eventi e seguirli.
accounts-sent-title = Guarda nella tua posta
accounts-sent-register = Abbiamo scritto a { $email }. Il link nella mail conferma che l’indirizzo è tuo e ti fa entrare.
accounts-sent-forgot = Se { $email } appartiene a un account di qui, sta arrivando una mail con un link per una nuova password.
accounts-sent-change-email = Abbiamo scritto a { $email }. Il tuo account cambia indirizzo quando premi il pulsante dietro al link di quella mail.
accounts-sent-hint = Non c’è niente? Guarda anche nello spam e riprova fra qualche minuto.
accounts-forgot-title = Password dimenticata?
accounts-forgot-text = Scrivi il tuo indirizzo e ti mandiamo un link per sceglierne una nuova.
accounts-forgot-button = Manda il link
accounts-reset-title = Scegli una nuova password
accounts-reset-text = Per l’account di { $name }. Salvandola esci da tutti gli altri dispositivi.
accounts-new-password = Nuova password
accounts-reset-button = Salva e accedi
accounts-verify-title = Conferma il tuo indirizzo
accounts-verify-text = Premi il pulsante per confermare che { $email } è tuo e per entrare.
accounts-verify-button = Conferma e accedi
accounts-sign-in-as = Accedi come { $name }
accounts-link-text = Questo link funziona una volta sola. Premi il pulsante per accedere da questo dispositivo.
accounts-join-text = { $email } ha già un account su questo server. Premi il pulsante per entrare in { $community } con quello.
accounts-join-button = Iscriviti e accedi
accounts-change-email-title = Usa questo indirizzo
accounts-change-email-text = Da ora in poi l’account di { $name } userà { $email }.
accounts-unverified-text = Abbiamo mandato un link a { $email }. Finché non premi il suo pulsante puoi guardarti intorno e preparare, ma non pubblicare, invitare o inviare.
accounts-verified-text = Il tuo indirizzo { $email } è confermato.
accounts-resend-button = Manda di nuovo la mail
accounts-flash-welcome = Ti diamo il benvenuto! Hai effettuato l’accesso.
accounts-flash-signed-out = Hai effettuato l’uscita.
accounts-flash-resent = La mail sta arrivando.

## One's own account

accounts-me-profile = Profilo
accounts-me-security = Sicurezza
accounts-me-privacy = I tuoi dati
accounts-language = Lingua
accounts-language-auto = Quella del mio browser
accounts-timezone = Fuso orario
accounts-timezone-hint = Come Europe/Rome. Se lo lasci vuoto, gli orari sono quelli della comunità: { $zone }.
accounts-timezone-offer = Il tuo dispositivo dice { $zone }.
accounts-timezone-take = Usa questo
accounts-email-confirmed = confermato
accounts-email-unconfirmed = non ancora confermato
accounts-new-email = Nuovo indirizzo
accounts-new-email-hint = Ci mandiamo un link; l’indirizzo cambia quando premi il suo pulsante.
accounts-change-email-button = Cambia indirizzo
accounts-current-password = Password attuale
accounts-change-password-button = Cambia password
accounts-choose-password = Non hai ancora una password ed entri con i link. Scegline una qui.
accounts-change-password-note = Se la cambi, esci dagli altri tuoi dispositivi.
accounts-sessions-title = Dove hai effettuato l’accesso
accounts-session-here = questo dispositivo
accounts-session-unknown = Dispositivo sconosciuto
accounts-session-used = Usato l’ultima volta { $when }
accounts-session-end = Esci
accounts-session-end-named = Esci da { $device }
accounts-sessions-end-others = Esci da tutti gli altri
accounts-tokens-title = Token per i programmi
accounts-tokens-text = Un token permette a un programma di agire per te in { $community }, entro i permessi che scegli. Trattalo come una password.
accounts-token-name = A che cosa serve
accounts-token-scopes = Che cosa può fare
accounts-token-scope-read = leggere
accounts-token-scope-write = modificare
accounts-token-lasts = Per quanto tempo funziona
accounts-token-days = { $count ->
    [one] { $count } giorno
   *[other] { $count } giorni
}
accounts-token-forever = Finché non lo revoco
accounts-token-make = Crea un token
accounts-token-made-title = Il tuo nuovo token
accounts-token-made-text = Copialo adesso: non verrà più mostrato.
accounts-token-sign-in = Un programma che ha effettuato l’accesso
accounts-token-everything = tutto quello che puoi fare tu
accounts-token-unused = Non ancora usato
accounts-token-ends = Scade { $when }
accounts-token-revoke = Revoca
accounts-token-revoke-named = Revoca { $name }
accounts-tokens-none = Non hai token.
accounts-export-title = Porta con te i tuoi dati
accounts-export-text = Tutto quello che questo server conserva su di te, in un file JSON.
accounts-export-button = Scarica
accounts-erase-title = Cancella il tuo account
accounts-erase-text = Non si può annullare. Riguarda il tuo account su tutto questo server, in tutte le sue comunità:
accounts-erase-sign-in = Nome, indirizzo e password vengono cancellati, e ogni dispositivo e programma viene disconnesso.
accounts-erase-answers = Le tue iscrizioni e le tue risposte agli eventi vengono cancellate.
accounts-erase-events = Gli eventi tuoi che devono ancora svolgersi passano a chi amministra la comunità, senza il tuo nome.
accounts-erase-button = Cancella il mio account
accounts-erase-confirm = Cancellare per sempre l’account di { $email }?
accounts-flash-profile-saved = Il tuo profilo è salvato.
accounts-flash-password-changed = La password è cambiata; gli altri dispositivi sono usciti.
accounts-flash-email-changed = Il nuovo indirizzo è in uso.
accounts-flash-session-ended = Dispositivo disconnesso.
accounts-flash-token-revoked = Il token è revocato.
accounts-flash-erased = Il tuo account è cancellato. Buona fortuna!

## Refusals

error-bad-credentials = Indirizzo e password non corrispondono.
error-registration-closed = Qui ci si iscrive solo su invito.
error-email-taken = Questo indirizzo ha già un account. Accedi con quello.
error-account-suspended = La tua iscrizione è sospesa. { $reason }
error-account-banned = Questa comunità ti ha tolto l’accesso. { $reason }
error-link-gone = Questo link non funziona più: è già stato usato, sostituito da uno più recente o è scaduto. Chiedine uno nuovo.
error-wrong-password = La password non è giusta.
error-too-many-tokens = Hai già { $max } token. Revocane uno che non ti serve più.
error-password-needed = Prima scegli una password: viene chiesta prima di cancellare un account.
error-last-operator = Sei l’unica persona che gestisce questo server. Prima affidalo anche a qualcun altro.
error-only-admin = Sei l’unica persona che amministra { $community }. Prima nomina qualcun altro.
field-password-too-short = Almeno { $min } caratteri, per favore.
field-password-too-long = È troppo lunga per una password.
field-password-too-common = È fra le prime che chiunque proverebbe. Scegline un’altra.
field-wrong-password = La password non è giusta.
field-role-not-open = Qui chi arriva non può scegliere questo ruolo.

## Mails

accounts-mail-why = Ricevi questa mail perché l’indirizzo è stato inserito su { $community }.
accounts-mail-not-you = Se non eri tu, scegli subito una nuova password e avvisa chi amministra { $community }.
accounts-mail-verify-subject = Conferma il tuo indirizzo
accounts-mail-verify-text = { $name }, è bello averti in { $community }! Premi il pulsante per confermare che questo indirizzo è tuo.
accounts-mail-verify-button = Conferma il mio indirizzo
accounts-mail-verify-after = Il link funziona una volta, per tre giorni. Se non l’hai chiesto tu, ignora questa mail: forse qualcuno ha sbagliato a scrivere il suo indirizzo.
accounts-mail-exists-subject = Hai già un account
accounts-mail-exists-text = Ciao { $name }, qualcuno, probabilmente tu, ha appena inserito questo indirizzo su { $community }. Lì ha già un account: accedi con quello.
accounts-mail-exists-button = Accedi
accounts-mail-exists-after = Se non eri tu, non devi fare nulla.
accounts-mail-join-subject = Entra in { $community } con il tuo account
accounts-mail-join-text = Ciao { $name }, questo indirizzo ha già un account su questo server. Premi il pulsante per entrare in { $community } con quello. La password resta quella che hai.
accounts-mail-join-button = Entra in { $community }
accounts-mail-reset-subject = Scegli una nuova password
accounts-mail-reset-text = Ciao { $name }, qualcuno, probabilmente tu, ha chiesto una nuova password per il tuo account di { $community }.
accounts-mail-reset-button = Scegli una nuova password
accounts-mail-reset-after = Il link funziona una volta, per due ore. Se non eri tu, ignora questa mail: la password resta com’è.
accounts-mail-change-email-subject = Conferma il tuo nuovo indirizzo
accounts-mail-change-email-text = Ciao { $name }, premi il pulsante per usare d’ora in poi questo indirizzo per il tuo account di { $community }.
accounts-mail-change-email-button = Usa questo indirizzo
accounts-mail-change-email-after = Il link funziona una volta, per tre giorni. Se non ne sai niente, ignora questa mail: non cambia nulla.
accounts-mail-email-changed-subject = Il tuo indirizzo è cambiato
accounts-mail-email-changed-text = Ciao { $name }, il tuo account di { $community } ora usa { $email }. Le sue mail non arrivano più qui.
accounts-mail-password-changed-subject = La tua password è cambiata
accounts-mail-password-changed-text = Ciao { $name }, la password del tuo account di { $community } è cambiata, e tutti gli altri dispositivi sono stati disconnessi.

## Deeds of the audit trail

audit-account-change-password = { $actor } ha cambiato la propria password.
audit-account-reset-password = { $actor } ha scelto una nuova password con un link ricevuto per e-mail.
audit-account-change-email = { $actor } ha cambiato il proprio indirizzo.
audit-account-make-token = { $actor } ha creato un token.
audit-account-revoke-token = { $actor } ha revocato un token.
audit-account-erase = Qualcuno ha cancellato il proprio account.
