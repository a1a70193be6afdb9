## Subscribing

calendar-subscribe-title = Kalender abonnieren
calendar-subscribe-lead = Deine Kalender-App bleibt von selbst auf dem Laufenden: Neue Termine erscheinen, Änderungen kommen nach, Absagen sind markiert.
calendar-subscribe-open = In deiner Kalender-App öffnen
calendar-subscribe-address = Adresse des Kalenders
calendar-subscribe-address-hint = Für Apps, die nach einer Adresse fragen: in Google Kalender „Weitere Kalender“, „Per URL“; in Outlook „Kalender hinzufügen“, „Aus dem Internet abonnieren“; auf dem Handy „Abo hinzufügen“.
calendar-subscribe-news = Als Nachrichten
calendar-subscribe-news-hint = Für einen Feedreader: was ansteht.
calendar-subscribe-atom = Atom-Feed
calendar-subscribe-json = JSON Feed
calendar-subscribe-filters = Jede Adresse nimmt die Filter der Agenda: Häng ?category=… oder ?place=… an, um nur einem Teil zu folgen.
calendar-subscribe-download = Kalender einmal herunterladen
calendar-feed-description = Die öffentlichen Termine von { $community }
calendar-feed-personal = { $community }, für { $name }

## One's own feed

calendar-mine-title = Ein Kalender nur für dich
calendar-mine-text = Eine geheime Adresse mit den öffentlichen Terminen, denen, die du organisierst, und denen, bei denen du dabei bist, auch den privaten. Wer die Adresse hat, kann sie lesen: Behalte sie für dich.
calendar-mine-create = Meine Adresse erstellen
calendar-mine-once = Das ist deine Adresse. Kopiere sie jetzt: Sie wird nur dieses eine Mal gezeigt.
calendar-mine-since = Du hast seit dem { $date } eine Adresse. Sie wird nicht noch einmal gezeigt; eine neue tritt an ihre Stelle.
calendar-mine-renew = Neue Adresse erstellen
calendar-mine-renew-confirm = Die jetzige Adresse funktioniert sofort nicht mehr, in keiner App, die sie benutzt.
calendar-mine-revoke = Abschalten
calendar-mine-revoke-confirm = Die Adresse funktioniert sofort nicht mehr, in keiner App, die sie benutzt.
calendar-mine-sign-in = Melde dich an, um auch deinen eigenen und privaten Terminen zu folgen.
calendar-flash-revoked = Deine Adresse funktioniert nicht mehr.

## Importing

calendar-import-nav = Importieren
calendar-import-title = Kalender importieren
calendar-import-lead = Bring die Termine mit, die du schon hast: eine .ics-Datei, wie Google, Apple, Outlook, Thunderbird und die meisten anderen Kalender sie exportieren. Wenn du später eine neuere Datei importierst, wird aktualisiert, was sich geändert hat, und nichts verdoppelt.
calendar-import-file = Kalenderdatei
calendar-import-file-hint = Endet auf .ics; höchstens { $megabytes } MB.
calendar-import-visibility = Wer die Termine sieht
calendar-import-visibility-marked = Alle, außer Terminen, die in der Datei privat sind
calendar-import-visibility-public = Alle
calendar-import-visibility-private = Nur du und wen du einlädst
calendar-import-look = Erst ansehen
calendar-import-preview = Was dieser Import tun würde
calendar-import-preview-text = Noch ist nichts geändert.
calendar-import-created = Neu
calendar-import-updated = Geändert
calendar-import-unchanged = Unverändert
calendar-import-skipped = Ausgelassen
calendar-import-go = { $count ->
    [one] { $count } Termin importieren
   *[other] { $count } Termine importieren
}
calendar-import-nothing = Alles in dieser Datei ist schon hier.
calendar-import-another = Andere Datei wählen
calendar-import-running = Import läuft: { $done } von { $total }
calendar-import-running-text = Du kannst diese Seite verlassen, der Import geht weiter.
calendar-import-done = Der Import ist fertig
calendar-import-failed = Der Import ist vor dem Ende stehen geblieben
calendar-import-failed-text = Was bis dahin importiert wurde, bleibt. Importiere die Datei noch einmal: Was schon da ist, wird nicht verdoppelt.
calendar-import-agenda = Zur Agenda
calendar-import-left-out = Was ausgelassen wurde
calendar-import-left-out-text = Der Rest der Datei ist davon nicht betroffen.
calendar-import-left-out-more = { $count ->
    [one] und { $count } weiterer
   *[other] und { $count } weitere
}
calendar-import-what = Was
calendar-import-line = Zeile
calendar-import-why = Warum
audit-calendar-import = { $actor } hat einen Kalender importiert

calendar-component-event = Termin
calendar-component-todo = Aufgabe
calendar-component-journal = Tagebucheintrag
calendar-component-calendar = Kalender
calendar-component-other = Eintrag

## Why something was left out

calendar-skipped-missing-uid = Er hat keine UID und wäre nie wiederzuerkennen.
calendar-skipped-missing-start = Er hat keinen Beginn.
calendar-skipped-invalid-property = Der Wert von { $subject } ergibt keinen Sinn.
calendar-skipped-duplicate-property = { $subject } steht zweimal da.
calendar-skipped-ends-before-start = Er endet, bevor er beginnt.
calendar-skipped-mixed-times = Beginn und Ende passen nicht zusammen: Eines ist ein Tag oder hat keine Zeitzone, das andere schon.
calendar-skipped-unknown-zone = Niemand kennt die Zeitzone „{ $subject }“.
calendar-skipped-malformed-line = Eine Zeile ist kaputt.
calendar-skipped-unterminated = Sein Ende fehlt.
calendar-skipped-stray-end = Da steht ein Ende ohne Anfang.
calendar-skipped-too-many-properties = Er hat zu viele Eigenschaften.
calendar-skipped-line-too-long = Eine Zeile ist zu lang.
calendar-skipped-unsupported = Es werden nur Termine importiert.
calendar-skipped-older = Was hier ist, ist neuer.
calendar-skipped-duplicate = Die Datei enthält einen neueren gleichen Namens.

## Refusals

error-not-a-calendar = Das ist keine Kalenderdatei. Exportiere deinen Kalender als .ics und wähle diese Datei.
error-vcalendar-1 = Das ist eine alte vCalendar-Datei. Exportiere den Kalender im Format iCalendar (.ics).
error-too-many-components = Dieser Kalender hat mehr als { $limit } Einträge. Exportiere ihn in Teilen.
error-too-deep = Diese Kalenderdatei ist beschädigt: Ihre Einträge sind zu tief verschachtelt.
error-import-gone = Dieser Import ist vorbei. Wähle die Datei noch einmal.
