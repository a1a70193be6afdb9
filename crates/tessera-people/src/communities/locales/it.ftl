## Refusals

error-last-admin = È l’unico amministratore della comunità. Prima rendi amministratore qualcun altro.
field-bad-slug = Lettere minuscole, cifre e trattini, al massimo 63; non «www».
field-slug-taken = Un’altra comunità di questo server ha già questo nome breve.
field-bad-host = Solo un nome di host, come eventi.example.org, senza https:// né porta.
field-host-taken = Un’altra comunità di questo server ha già questo host.
