## Forms about a community

communities-name = Nome della comunità
communities-name-hint = Come la chiama la gente: «Moto Club Torino».
communities-slug = Nome breve
communities-timezone = Fuso orario
communities-zone-offer = Il tuo dispositivo dice {"{"}zone{"}"}.
communities-zone-take = Usalo
communities-locale = Lingua
communities-hue = Colore
communities-hue-hint = La prendono pulsanti e accenti. Al contrasto pensiamo noi, nel chiaro e nello scuro.
communities-hue-brick = Mattone
communities-hue-amber = Ambra
communities-hue-olive = Oliva
communities-hue-green = Verde
communities-hue-teal = Petrolio
communities-hue-sky = Cielo
communities-hue-blue = Blu
communities-hue-violet = Viola
communities-hue-pink = Fucsia
communities-hue-rose = Rosa
communities-registration = Chi può iscriversi
communities-registration-open = Tutti
communities-registration-open-hint = con un indirizzo e-mail
communities-registration-invite = Su invito
communities-registration-invite-hint = gli amministratori invitano ogni persona
communities-registration-closed = Nessuno
communities-registration-closed-hint = per ora
communities-newcomers = Che cosa può scegliere di essere chi arriva
communities-newcomers-hint = Oltre che membro, che è sempre.

## The page about it

communities-about-title = { $community }: chi siamo
communities-about-empty = Nessuno ha ancora scritto qualcosa su questa comunità.
communities-joining = Iscriversi
communities-joining-here = Ne fai parte.
communities-joining-open = Tutti sono benvenuti: basta un indirizzo e-mail.
communities-joining-invite = I nuovi membri arrivano su invito. Chiedi a chi ne fa parte.
communities-joining-closed = Per ora non accoglie nuovi membri.
communities-feeds = Il calendario nel tuo
communities-feeds-text = Abbonati a questo indirizzo nel tuo calendario: i nuovi eventi vi compaiono da soli.

## Refusals

error-last-admin = È l’unico amministratore della comunità. Prima rendi amministratore qualcun altro.
field-bad-slug = Lettere minuscole, cifre e trattini, al massimo 63; non «www».
field-slug-taken = Un’altra comunità di questo server ha già questo nome breve.
field-bad-host = Solo un nome di host, come eventi.example.org, senza https:// né porta.
field-host-taken = Un’altra comunità di questo server ha già questo host.

## The trail

audit-community-create = { $actor } ha creato la comunità { $subject }
audit-community-edit = { $actor } ha cambiato le impostazioni
audit-community-relocate = { $actor } ha cambiato l’indirizzo della comunità
