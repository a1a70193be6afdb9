## Signing in and joining

accounts-email = E-Mail-Adresse
accounts-password = Passwort
accounts-name = Name
accounts-name-hint = So, wie die anderen dich kennen.
accounts-password-hint = Mindestens 10 Zeichen. Ein paar Wörter hintereinander sind gut.
accounts-forgot-link = Passwort vergessen?
accounts-no-account = Noch kein Konto?
accounts-have-account = Hast du schon ein Konto?
accounts-register-title = Bei { $community } mitmachen
accounts-register-button = Konto anlegen
accounts-register-closed = Bei { $community } macht man nur auf Einladung mit. Frag jemanden, der schon dabei ist.
accounts-role = Was möchtest du tun?
accounts-role-member-hint = Mitmachen und eingeladen werden.
accounts-role-staff-hint = Hier arbeiten, mit Urlaub und Aufgaben.
accounts-role-promoter-hint = Veranstaltungen weitertragen.
accounts-role-organiser-hint = Veranstaltungen veröffentlichen und betreuen.
accounts-sent-title = Schau in dein Postfach
accounts-sent-register = Wir haben an { $email } geschrieben. Der Link in der Mail bestätigt, dass die Adresse dir gehört, und meldet dich an.
accounts-sent-forgot = Wenn { $email } hier zu einem Konto gehört, ist eine Mail mit einem Link zu einem neuen Passwort unterwegs.
accounts-sent-change-email = Wir haben an { $email } geschrieben. Dein Konto wechselt, wenn du den Knopf hinter dem Link in dieser Mail drückst.
accounts-sent-hint = Nichts da? Schau auch in den Spam-Ordner und versuche es in ein paar Minuten noch einmal.
accounts-forgot-title = Passwort vergessen?
accounts-forgot-text = Gib deine Adresse ein, und wir schicken dir einen Link, um ein neues zu wählen.
accounts-forgot-button = Link schicken
accounts-reset-title = Wähle ein neues Passwort
accounts-reset-text = Für das Konto von { $name }. Beim Speichern werden alle anderen Geräte abgemeldet.
accounts-new-password = Neues Passwort
accounts-reset-button = Speichern und anmelden
accounts-verify-title = Bestätige deine Adresse
accounts-verify-text = Drück den Knopf, um zu bestätigen, dass { $email } dir gehört, und dich anzumelden.
accounts-verify-button = Bestätigen und anmelden
accounts-sign-in-as = Als { $name } anmelden
accounts-link-text = Dieser Link funktioniert einmal. Drück den Knopf, um dich auf diesem Gerät anzumelden.
accounts-join-text = { $email } hat auf diesem Server schon ein Konto. Drück den Knopf, um damit Mitglied bei { $community } zu werden.
accounts-join-button = Mitmachen und anmelden
accounts-change-email-title = Diese Adresse verwenden
accounts-change-email-text = Ab jetzt verwendet das Konto von { $name } die Adresse { $email }.
accounts-unverified-text = Wir haben einen Link an { $email } geschickt. Bis du seinen Knopf gedrückt hast, kannst du dich umsehen und vorbereiten, aber nicht veröffentlichen, einladen oder senden.
accounts-verified-text = Deine Adresse { $email } ist bestätigt.
accounts-resend-button = Mail noch einmal schicken
accounts-flash-welcome = Willkommen! Du bist angemeldet.
accounts-flash-signed-out = Du bist abgemeldet.
accounts-flash-resent = Die Mail ist unterwegs.

## One's own account

accounts-me-profile = Profil
accounts-me-security = Sicherheit
accounts-me-privacy = Deine Daten
accounts-language = Sprache
accounts-language-auto = Wie mein Browser
accounts-timezone = Zeitzone
accounts-timezone-hint = Wie Europe/Rome. Bleibt es leer, gelten die Zeiten der Gemeinschaft: { $zone }.
accounts-timezone-offer = Dein Gerät sagt { $zone }.
accounts-timezone-take = Übernehmen
accounts-email-confirmed = bestätigt
accounts-email-unconfirmed = noch nicht bestätigt
accounts-new-email = Neue Adresse
accounts-new-email-hint = Wir schicken dorthin einen Link; die Adresse wechselt, wenn du seinen Knopf drückst.
accounts-change-email-button = Adresse ändern
accounts-current-password = Bisheriges Passwort
accounts-change-password-button = Passwort ändern
accounts-choose-password = Du hast noch kein Passwort und meldest dich über Links an. Wähle hier eines.
accounts-change-password-note = Wenn du es änderst, werden deine anderen Geräte abgemeldet.
accounts-sessions-title = Wo du angemeldet bist
accounts-session-here = dieses Gerät
accounts-session-unknown = Unbekanntes Gerät
accounts-session-used = Zuletzt benutzt: { $when }
accounts-session-end = Abmelden
accounts-session-end-named = { $device } abmelden
accounts-sessions-end-others = Überall sonst abmelden
accounts-tokens-title = Tokens für Programme
accounts-tokens-text = Mit einem Token handelt ein Programm für dich in { $community }, mit den Rechten, die du auswählst. Behandle es wie ein Passwort.
accounts-token-name = Wofür es ist
accounts-token-scopes = Was es darf
accounts-token-scope-read = lesen
accounts-token-scope-write = ändern
accounts-token-lasts = Wie lange es gilt
accounts-token-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
accounts-token-forever = Bis ich es widerrufe
accounts-token-make = Token anlegen
accounts-token-made-title = Dein neues Token
accounts-token-made-text = Kopiere es jetzt: Es wird nicht noch einmal gezeigt.
accounts-token-sign-in = Ein angemeldetes Programm
accounts-token-everything = alles, was du darfst
accounts-token-unused = Noch nicht benutzt
accounts-token-ends = Endet { $when }
accounts-token-revoke = Widerrufen
accounts-token-revoke-named = { $name } widerrufen
accounts-tokens-none = Du hast keine Tokens.
accounts-export-title = Nimm deine Daten mit
accounts-export-text = Alles, was dieser Server über dich aufbewahrt, in einer JSON-Datei.
accounts-export-button = Herunterladen
accounts-erase-title = Konto löschen
accounts-erase-text = Das lässt sich nicht rückgängig machen. Es betrifft dein Konto auf diesem ganzen Server, in allen Gemeinschaften:
accounts-erase-sign-in = Name, Adresse und Passwort werden gelöscht und alle Geräte und Programme abgemeldet.
accounts-erase-answers = Deine Mitgliedschaften und deine Antworten auf Veranstaltungen werden gelöscht.
accounts-erase-events = Deine kommenden Veranstaltungen gehen an die Admins ihrer Gemeinschaft über, ohne deinen Namen.
accounts-erase-button = Mein Konto löschen
accounts-erase-confirm = Das Konto von { $email } endgültig löschen?
accounts-flash-profile-saved = Dein Profil ist gespeichert.
accounts-flash-password-changed = Dein Passwort ist geändert; deine anderen Geräte sind abgemeldet.
accounts-flash-email-changed = Die neue Adresse gilt.
accounts-flash-session-ended = Dort abgemeldet.
accounts-flash-token-revoked = Das Token ist widerrufen.
accounts-flash-erased = Dein Konto ist gelöscht. Mach’s gut!

## Refusals

error-bad-credentials = Adresse und Passwort passen nicht zusammen.
error-registration-closed = Hier macht man nur auf Einladung mit.
error-email-taken = Zu dieser Adresse gibt es schon ein Konto. Melde dich damit an.
error-account-suspended = Deine Mitgliedschaft ruht. { $reason }
error-account-banned = Du bist aus dieser Gemeinschaft ausgeschlossen. { $reason }
error-link-gone = Dieser Link funktioniert nicht mehr: Er wurde benutzt, durch einen neueren ersetzt oder ist zu alt. Fordere einen neuen an.
error-wrong-password = Das Passwort stimmt nicht.
error-too-many-tokens = Du hast schon { $max } Tokens. Widerrufe eines, das du nicht mehr brauchst.
error-password-needed = Wähle zuerst ein Passwort: Es wird gefragt, bevor ein Konto gelöscht wird.
error-last-operator = Du betreibst diesen Server allein. Mach zuerst jemand anderen zum Betreiber.
error-only-admin = Nur du bist Admin von { $community }. Mach zuerst jemand anderen zum Admin.
field-password-too-short = Mindestens { $min } Zeichen, bitte.
field-password-too-long = Das ist für ein Passwort zu lang.
field-password-too-common = Das würde jeder als Erstes versuchen. Wähle etwas anderes.
field-wrong-password = Das Passwort stimmt nicht.
field-role-not-open = Diese Rolle können Neue hier nicht wählen.

## Mails

accounts-mail-why = Du bekommst dies, weil die Adresse bei { $community } eingegeben wurde.
accounts-mail-not-you = Wenn du das nicht warst, wähle sofort ein neues Passwort und sag den Admins von { $community } Bescheid.
accounts-mail-verify-subject = Bestätige deine Adresse
accounts-mail-verify-text = Willkommen bei { $community }, { $name }! Drück den Knopf, um zu bestätigen, dass diese Adresse dir gehört.
accounts-mail-verify-button = Meine Adresse bestätigen
accounts-mail-verify-after = Der Link funktioniert einmal, drei Tage lang. Wenn das nicht von dir kam, vergiss diese Mail: Vielleicht hat sich jemand bei der Adresse vertippt.
accounts-mail-exists-subject = Du hast schon ein Konto
accounts-mail-exists-text = Hallo { $name }, jemand, vermutlich du, hat gerade diese Adresse bei { $community } eingegeben. Dort gibt es dazu schon ein Konto: Melde dich damit an.
accounts-mail-exists-button = Anmelden
accounts-mail-exists-after = Wenn du das nicht warst, musst du nichts tun.
accounts-mail-join-subject = Komm mit deinem Konto zu { $community }
accounts-mail-join-text = Hallo { $name }, zu dieser Adresse gibt es auf diesem Server schon ein Konto. Drück den Knopf, um damit Mitglied bei { $community } zu werden. Dein Passwort bleibt, wie es ist.
accounts-mail-join-button = Bei { $community } mitmachen
accounts-mail-reset-subject = Wähle ein neues Passwort
accounts-mail-reset-text = Hallo { $name }, jemand, vermutlich du, möchte ein neues Passwort für dein Konto bei { $community }.
accounts-mail-reset-button = Neues Passwort wählen
accounts-mail-reset-after = Der Link funktioniert einmal, zwei Stunden lang. Wenn du das nicht warst, vergiss diese Mail: Dein Passwort bleibt, wie es ist.
accounts-mail-change-email-subject = Bestätige deine neue Adresse
accounts-mail-change-email-text = Hallo { $name }, drück den Knopf, um ab jetzt diese Adresse für dein Konto bei { $community } zu verwenden.
accounts-mail-change-email-button = Diese Adresse verwenden
accounts-mail-change-email-after = Der Link funktioniert einmal, drei Tage lang. Wenn du davon nichts weißt, vergiss diese Mail: Es ändert sich nichts.
accounts-mail-email-changed-subject = Deine Adresse wurde geändert
accounts-mail-email-changed-text = Hallo { $name }, dein Konto bei { $community } verwendet jetzt { $email }. Seine Mails kommen nicht mehr hierher.
accounts-mail-password-changed-subject = Dein Passwort wurde geändert
accounts-mail-password-changed-text = Hallo { $name }, das Passwort deines Kontos bei { $community } wurde geändert, und alle anderen Geräte wurden abgemeldet.

## Deeds of the audit trail

audit-account-change-password = { $actor } hat das eigene Passwort geändert.
audit-account-reset-password = { $actor } hat über einen gemailten Link ein neues Passwort gesetzt.
audit-account-change-email = { $actor } hat die eigene Adresse geändert.
audit-account-make-token = { $actor } hat ein Token angelegt.
audit-account-revoke-token = { $actor } hat ein Token widerrufen.
audit-account-erase = Jemand hat das eigene Konto gelöscht.
