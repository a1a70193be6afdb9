## Einen Teil des Kalenders teilen

share-links-nav = Teilen
share-links-title = Geteilte Kalender
share-links-lead = Ein Link zeigt allen, die ihn haben, einen Teil des öffentlichen Kalenders, ohne Anmeldung. Private Termine sind nie dabei.
share-links-new = Neuer Link
share-links-new-lead = Für die Website eines Lokals, die Eltern einer Mannschaft, das Schwarze Brett: nur öffentliche Termine, genau die, die du auswählst.
share-links-name = Name
share-links-name-hint = Wer den Link öffnet, liest ihn ganz oben.
share-links-kinds = Was er zeigt
share-links-kinds-hint = Wähle nichts aus, um alles zu zeigen.
share-links-every-kind = Alles
share-links-range = Von wann bis wann
share-links-range-hint = Lass beides leer, um zu zeigen, was ansteht, solange der Link offen ist.
share-links-from = Erster Tag
share-links-to = Letzter Tag
share-links-limits = Wie lange er offen ist
share-links-expires = Offen bis
share-links-expires-hint = Dieser Tag zählt noch mit.
share-links-max-views = Höchstens so viele Aufrufe
share-links-max-views-hint = Jedes Öffnen der Seite zählt, auch die Vorschau in einem Chat. Kalender, die abonniert haben, zählen nicht.
share-links-make = Link erstellen
share-links-mine = Meine
share-links-everybodys = Alle
share-links-none = Noch ist nichts geteilt
share-links-none-text = Ein Link zeigt die öffentlichen Termine, die du auswählst, auch Leuten ohne Konto: als Seite und in ihrer Kalender-App.
share-links-state-open = Offen
share-links-state-revoked = Von Hand geschlossen
share-links-state-expired = Abgelaufen
share-links-state-used-up = Alle Aufrufe verbraucht
share-links-state-paused = Pausiert: Wer ihn erstellt hat, organisiert hier gerade nicht
share-links-views = { $count ->
    [0] Noch nicht geöffnet
    [one] Einmal geöffnet
   *[other] { $count }-mal geöffnet
}
share-links-views-of = { $count } von { $max } Aufrufen
share-links-last = zuletzt { $when }
share-links-until = offen bis { $when }
share-links-no-end = offen ohne Ende
share-links-from-to = { $from } bis { $to }
share-links-from-on = ab { $from }
share-links-up-to = bis { $to }
share-links-coming = was ansteht
share-links-page = Seite zum Verschicken
share-links-feed = Adresse für Kalender-Apps
share-links-sealed = Der geheime Schlüssel des Servers wurde inzwischen geändert: Der Link funktioniert noch, seine Adresse lässt sich aber nicht mehr zeigen.
share-links-revoke = Schließen
share-links-restore = Wieder öffnen
share-links-from-start = Von vorn
share-links-flash-made = Der Link ist fertig. Kopiere seine Adresse aus der Liste.
share-links-flash-revoked = Der Link ist geschlossen.
share-links-flash-restored = Der Link ist wieder offen.
share-links-subscribe = In deiner Kalender-App öffnen
share-links-download = Herunterladen
share-links-nothing = Hier gibt es gerade nichts zu sehen
share-links-nothing-text = Sobald etwas geplant ist, das hierher gehört, siehst du es auf dieser Seite.
share-links-more = Es gibt noch mehr. Im Kalender zum Herunterladen sind alle.
share-links-feed-name = { $name } · { $community }
share-links-closed-title = Dieser Link ist geschlossen
error-share-link-closed = Er ist abgelaufen, wurde so oft geöffnet wie erlaubt oder wurde geschlossen. Frag nach einem neuen, wo du ihn herhast.
error-too-many-share-links = Du hast { $max } offene Links. Schließe einen, den niemand mehr braucht.
field-in-the-past = Das ist schon vorbei.
audit-share-link-revoke = { $actor } hat einen geteilten Kalender von { $subject } geschlossen
audit-share-link-restore = { $actor } hat einen geteilten Kalender von { $subject } wieder geöffnet
