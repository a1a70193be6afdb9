## Members

members-nav = Leute
members-count = { $count ->
    [one] Ein Mitglied
   *[other] { $count } Mitglieder
}
members-directory-title = Mitglieder
members-search-name = Nach Namen suchen
members-search = Name oder E-Mail
members-none-title = Niemand gefunden
members-none-text = Kein Mitglied passt zu dem, was du suchst.
members-show-all = Alle zeigen
members-from-start = Von vorn
members-name = Name
members-role = Rolle
members-roles = Rollen
members-roles-hint = Mitglied sind alle. Kreuze an, was jemand darüber hinaus ist.
members-role-admin-hint = Leitet die Gemeinschaft: Leute, Einstellungen, alles Öffentliche.
members-role-organiser-hint = Veröffentlicht Termine und kümmert sich darum.
members-role-promoter-hint = Teilt Termine mit Pässen und Codes.
members-role-staff-hint = Arbeitet hier: Aufgaben, Urlaub, Buchungen.
members-all-roles = Alle Rollen
members-all-states = Jeder Stand
members-state = Stand
members-state-active = Aktiv
members-state-suspended = Gesperrt
members-state-banned = Ausgeschlossen
members-since = Seit
members-actions = Aktionen
members-joined-on = dabei seit { $date }
members-reason-told = Grund, wie mitgeteilt:
members-shut-out = Sperren oder ausschließen
members-shut-out-text = Gesperrt ist für eine Weile, ausgeschlossen für immer: beides heißt, sich hier nicht mehr anmelden zu können, bis du es zurücknimmst; Antworten bleiben. In anderen Gemeinschaften ändert sich nichts.
members-reason = Grund
members-reason-hint = Steht da, wenn sie sich anmelden wollen.
members-suspend = Sperren
members-ban = Ausschließen
members-let-back-text = Anmelden geht dann sofort wieder, mit den Rollen von vorher.
members-reinstate = Sperre aufheben
members-unban = Ausschluss aufheben
members-remove = Aus der Gemeinschaft entfernen
members-remove-text = Beendet die Mitgliedschaft und ihre Rollen. Das Konto bleibt und kann wieder beitreten, wo das offen ist.
members-remove-what = { $name } verliert die Mitgliedschaft in dieser Gemeinschaft und alle Rollen.
members-flash-roles = Die Rollen sind gespeichert.
members-flash-suspended = Gesperrt.
members-flash-banned = Ausgeschlossen.
members-flash-reinstated = Wieder in der Gemeinschaft.
members-flash-removed = Aus der Gemeinschaft entfernt.

## Inviting

members-invite = Leute einladen
members-invite-text = Jede Adresse bekommt eine E-Mail mit einem Link, der einmal funktioniert, sieben Tage lang.
members-addresses = E-Mail-Adressen
members-addresses-hint = Füge ein, so viele du willst (höchstens 500 auf einmal), getrennt durch Kommas oder Zeilenenden.
members-tally-one = 1 Adresse
members-tally-many = {"{"}n{"}"} Adressen
members-invite-send = Einladungen senden
members-invited = { $count ->
    [one] Eine Einladung ist unterwegs.
   *[other] { $count } Einladungen sind unterwegs.
}
members-already-invited = Schon eingeladen: { $list }
members-already-members = Schon Mitglied: { $list }
members-bad-addresses = { $count ->
    [one] Das ist keine E-Mail-Adresse.
   *[other] Diese { $count } sind keine E-Mail-Adressen.
}
members-invitations = Einladungen
members-address = Adresse
members-valid-until = Gültig bis
members-invited-by = Von
members-invitation-open = Wartet
members-invitation-expired = Abgelaufen
members-invitation-used = Beigetreten
members-invitation-revoked = Widerrufen
members-resend = Nochmals senden
members-revoke = Widerrufen
members-flash-resent = Ein neuer Link ist unterwegs; der alte gilt nicht mehr.
members-flash-revoked = Die Einladung ist widerrufen; ihr Link gilt nicht mehr.

## Joining

members-join-title = Komm zu { $community }
members-join-lead = { $name } lädt dich ein, Mitglied von { $community } zu werden.
members-join-lead-unnamed = Du bist eingeladen, Mitglied von { $community } zu werden.
members-join-as = Du trittst als { $name } bei.
members-join-name = Dein Name
members-join-password = Ein Passwort
members-join-password-hint = Mindestens zehn Zeichen; mehrere Wörter sind gut.
members-join-button = Beitreten
members-join-until = Die Einladung gilt bis { $date }.
members-flash-welcome = Willkommen! Du bist jetzt Mitglied.
members-flash-already = Du bist hier schon Mitglied.

## The mail

members-mail-subject = { $name } lädt dich zu { $community } ein
members-mail-text = Du kannst Mitglied von { $community } werden: die Termine sehen, zusagen und mit den Leuten in Verbindung sein.
members-mail-button = Einladung ansehen
members-mail-about = Über die Gemeinschaft
members-mail-until = Der Link funktioniert einmal, bis { $date }. Ihn zu öffnen verpflichtet zu nichts.
members-mail-why = { $name } hat deine Adresse eingegeben, um dich einzuladen. Wenn du nicht magst, tu nichts: wir schreiben nicht wieder.

## Refusals

error-not-yourself = Dich selbst kannst du nicht aussperren.
error-join-expired = Diese Einladung ist abgelaufen. Bitte um eine neue.
error-join-used = Diese Einladung wurde schon benutzt. Falls du das warst, melde dich an.
error-join-revoked = Diese Einladung wurde zurückgenommen.
error-join-again = Gerade eben ist ein Konto mit dieser Adresse entstanden. Öffne die Einladung noch einmal.

## The trail

audit-member-roles = { $actor } hat die Rollen von { $subject } geändert
audit-member-suspend = { $actor } hat { $subject } gesperrt
audit-member-reinstate = { $actor } hat die Sperre von { $subject } aufgehoben
audit-member-ban = { $actor } hat { $subject } ausgeschlossen
audit-member-unban = { $actor } hat den Ausschluss von { $subject } aufgehoben
audit-member-remove = { $actor } hat { $subject } aus der Gemeinschaft entfernt
audit-member-leave = { $actor } hat die Gemeinschaft verlassen
audit-member-invite = { $actor } hat Leute zum Beitreten eingeladen
audit-member-uninvite = { $actor } hat eine Einladung zum Beitreten widerrufen
audit-member-join = { $actor } ist auf Einladung beigetreten
