## Termine von Partnern

external-events-title = Termine der Partnerclubs
external-events-lead = Entdecke, was unsere Freunde auf die Beine stellen.
external-events-from-partners = Von Partnerclubs
external-events-kind = Termin eines Partnerclubs
external-events-filter = Filtern
external-events-club = Club
external-events-club-any = Alle Clubs
external-events-date = Datum
external-events-date-any = Alles Kommende
external-events-date-week = Die nächsten sieben Tage
external-events-date-month = Diesen Monat
external-events-date-next-month = Nächsten Monat
external-events-place = Ort
external-events-from-start = Zum Anfang
external-events-none = Noch nichts von Partnerclubs
external-events-none-text = Sobald ein Club, mit dem wir Termine teilen, etwas vorhat, findest du es hier.
external-events-nothing-found = Nichts gefunden
external-events-nothing-found-text = Kein Termin passt zu deiner Suche.
external-events-show-all = Alle zeigen
external-events-to-partners = Zu den Partnern
external-events-waiting = { $count ->
    [one] Ein Termin wartet auf dich
   *[other] { $count } Termine warten auf dich
}
external-events-interest = { $count ->
    [0] Zeig als Erstes Interesse!
    [one] Ein Mitglied ist interessiert
   *[other] { $count } Mitglieder sind interessiert
}
external-events-theirs = { $count ->
    [one] Eine Person von { $club } ist interessiert
   *[other] { $count } von { $club } sind interessiert
}
external-events-nameless = Namen bleiben zum Schutz der Privatsphäre verborgen.
external-events-question = Hast du Interesse?
external-events-level-interested = Interessiert
external-events-level-maybe = Vielleicht
external-events-level-going = Bin dabei!
external-events-withdraw = Doch kein Interesse
external-events-sign-in = Melde dich an, um Interesse zu zeigen und dich abzusprechen
external-events-cancelled = Von den Veranstaltern abgesagt
external-events-cancelled-text = Er findet nicht statt.
external-events-over = Das ist vorbei.
external-events-gone = { $club } führt diesen Termin nicht mehr auf.
external-events-not-shown = Das sehen nur Admins: Der Termin ist nicht freigegeben, ausgeblendet, oder der Partner pausiert.
external-events-facts = Wann und wo
external-events-original = Zum ursprünglichen Termin
external-events-read-there = Bei den Veranstaltern weiterlesen
external-events-map = Karte
external-events-map-show = Karte zeigen
external-events-map-note = Die Karte wird von { $host } geladen; dort erfährt man deine Internetadresse.
external-events-map-in = Vergrößern
external-events-map-out = Verkleinern
external-events-directions = So kommst du hin
external-events-organise = Sprechen wir uns ab!
external-events-organise-text = Das lesen nur Mitglieder. Der Partner bekommt nichts davon.
external-events-no-comments = Noch hat niemand geschrieben. Wer fährt, und wann geht es los?
external-events-write = Schreib einen Kommentar
external-events-write-example = Wer fährt um acht los?
external-events-send = Senden
external-events-change-comment = Ändere deinen Kommentar
external-events-edited = geändert
external-events-earlier = Frühere Kommentare
external-events-manage = Partnertermine
external-events-manage-lead = Was Partner anbieten. Du entscheidest, was zu sehen ist; die Termine bleiben so, wie ihre Veranstalter sie schreiben.
external-events-manage-none = Noch hat kein Partner etwas angeboten
external-events-manage-none-text = Sobald ein Partner freigegeben und abgefragt ist, stehen seine Termine hier.
external-events-see-list = Öffentliche Seite ansehen
external-events-event = Termin
external-events-status = Status
external-events-status-any = Jeder Status
external-events-scheduled = Geplant
external-events-approval = Freigabe
external-events-approval-any = Alle
external-events-pending = Wartet
external-events-approved = Freigegeben
external-events-hidden = Ausgeblendet
external-events-upcoming = Kommende
external-events-past = Vergangene
external-events-interests = Interessierte
external-events-actions = Aktionen
external-events-bulk = Für die angehakten Termine
external-events-tick = Anhaken
external-events-tick-all = Alle auf dieser Seite
external-events-approve = Freigeben
external-events-hide = Ausblenden
external-events-unhide = Wieder zeigen
external-events-approve-ticked = Angehakte freigeben
external-events-hide-ticked = Angehakte ausblenden
external-events-refresh-ticked = Angehakte neu holen
external-events-hide-title = Diese Termine ausblenden?
external-events-hide-what = { $count ->
    [one] Besucher und Mitglieder sehen einen Termin nicht mehr.
   *[other] Besucher und Mitglieder sehen { $count } Termine nicht mehr.
}
external-events-flash-said = Notiert. Nur die Zahl ist zu sehen.
external-events-flash-withdrawn = Dein Interesse ist zurückgenommen.
external-events-flash-comment-changed = Dein Kommentar ist geändert.
external-events-flash-comment-deleted = Der Kommentar ist gelöscht.
external-events-flash-comment-restored = Der Kommentar ist wieder da.
external-events-flash-none-ticked = Hake zuerst Termine an.
external-events-flash-approved = Die Termine sind freigegeben.
external-events-flash-hidden = Die Termine sind ausgeblendet.
external-events-flash-refreshing = Die Termine werden neu geholt.
external-events-flash-approved-one = Der Termin ist freigegeben.
external-events-flash-hidden-one = Der Termin ist ausgeblendet.
external-events-flash-unhidden = Der Termin ist wieder zu sehen.
external-events-flash-undone = Es ist wieder wie vorher.
external-events-prefer-news = Neue Termine der Partnerclubs
external-events-prefer-news-hint = Wenn Partnerclubs etwas Neues vorhaben.
external-events-prefer-updates = Partnertermine, die dich interessieren
external-events-prefer-updates-hint = Wenn sie sich ändern, ausfallen oder viele von uns hinwollen.
external-events-prefer-comments = Kommentare zu Partnerterminen
external-events-prefer-comments-hint = Wenn jemand zu einem Termin schreibt, der dich interessiert.
external-events-notice-new = Neue Termine von Partnerclubs 🏍️
external-events-notice-new-text = Unsere Partnerclubs haben neue Termine:
external-events-notice-milestone = { $count ->
    [one] 🔥 Ein Mitglied interessiert sich für { $event }!
   *[other] 🔥 { $count } Mitglieder interessieren sich für { $event }!
}
external-events-notice-changed = { $event } hat sich geändert
external-events-notice-cancelled = { $event } ist abgesagt
external-events-notice-comment = { $name } hat zu { $event } geschrieben
external-events-mail-milestone-heading = Der Termin, der dich interessiert, kommt gut an!
external-events-mail-milestone-count = { $count ->
    [one] Ein Mitglied unseres Clubs ist interessiert
   *[other] { $count } Mitglieder unseres Clubs sind interessiert
}
external-events-mail-milestone-open = Sieh, wer die Fahrt organisiert
error-external-event-cancelled = Dieser Termin ist abgesagt.
error-external-event-over = Dieser Termin ist vorbei.
audit-external-event-approve = { $actor } hat Partnertermine freigegeben
audit-external-event-unapprove = { $actor } hat die Freigabe von Partnerterminen zurückgenommen
audit-external-event-hide = { $actor } hat Partnertermine ausgeblendet
audit-external-event-unhide = { $actor } hat Partnertermine wieder gezeigt
audit-external-comment-delete = { $actor } hat einen Kommentar von { $subject } gelöscht
audit-external-comment-restore = { $actor } hat einen Kommentar von { $subject } wiederhergestellt
