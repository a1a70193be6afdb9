## Partnerclubs

partners-nav = Partner
partners-title = Partnerclubs
partners-lead = Gemeinschaften auf anderen Servern. Ihre Termine kommen von selbst; eure gehen nur an Partner, die du freigegeben hast und mit denen ihr teilen wollt.
partners-new = Partner hinzufügen
partners-new-lead = Bevor du ihn freigibst, kommt nichts herein und geht nichts hinaus.
partners-add = Hinzufügen
partners-have-link = Ich habe einen Kopplungslink
partners-off = Auf diesem Server ist die Föderation ausgeschaltet. Du kannst Partner vorbereiten; es geht nichts hinaus und kommt nichts herein. Wer den Server betreibt, schaltet sie mit federation.enabled ein.
partners-none = Noch keine Partner
partners-none-text = Teilt Termine mit Clubs auf anderen Servern: Eure Mitglieder sehen, was dort los ist, und deren Mitglieder, was bei euch los ist.
partners-column-club = Club
partners-column-status = Zustand
partners-column-approved = Freigegeben
partners-column-sync = Letzter Abgleich
partners-column-events = Termine
partners-column-actions = Aktionen
partners-not-yet = Noch nicht
partners-never = nie
partners-state-active = Aktiv
partners-state-inactive = Nicht aktiv
partners-state-waiting = Wartet auf deine Freigabe
partners-state-failing = Scheitert, seit { $since }
partners-sync = Jetzt abgleichen
partners-review = Ansehen
partners-activate = Aktivieren
partners-deactivate = Deaktivieren
partners-section-basic = Grundlegendes
partners-section-keys = Ihre Schlüssel
partners-section-permissions = Was vereinbart ist
partners-section-status = Zustand
partners-name = Name des Clubs
partners-code = Kürzel
partners-code-hint = Buchstaben, Ziffern, - und _. Es steht in Adressen, und sie müssen es nennen, wenn sie dir Interesse melden.
partners-url = Adresse ihres Servers
partners-logo = Adresse ihres Logos
partners-logo-hint = Wird einmal geholt und von hier gezeigt, damit sie nicht erfahren, wer es ansieht.
partners-api-key = Schlüssel, den sie dir gaben
partners-api-key-hint = Er beginnt mit pk_. Zwei gekoppelte Server brauchen keinen.
partners-api-secret = Geheimnis, das dazugehört
partners-secret-kept = Ihr Geheimnis ist versiegelt aufgehoben. Lass das Feld leer, um es zu behalten.
partners-keys-new = Trag ein, was dir ihr Admin gegeben hat, oder mach es später.
partners-active = Aktiv
partners-active-hint = Solange das aus ist, geht nichts hinaus, kommt nichts herein, und ihre Termine sind nicht zu sehen.
partners-approved = Freigegeben
partners-approved-hint = Du kennst sie, und sie dürfen mit euch verbunden sein.
partners-share = Unsere Termine mit ihnen teilen
partners-share-hint = Sie können eure öffentlichen Termine holen, dazu wie viele von euch hingehen. Nie wer.
partners-auto = Ihre Termine sofort zeigen
partners-auto-hint = Sonst siehst du dir jeden neuen erst an.
partners-fall-back = Auch die älteren Signaturen annehmen
partners-fall-back-hint = Sie haben schon mit ihrem veröffentlichten Schlüssel signiert. Setz das Häkchen nur, wenn dir ihr Admin gesagt hat, dass sie es nicht mehr können.
partners-waiting-text = Dieser Partner ist nicht freigegeben: Es kommt nichts herein und geht nichts hinaus.
partners-approve = Freigeben
partners-approve-title = { $name } freigeben?
partners-approve-what = Ihre Termine kommen ab jetzt herein, und sie können dir sagen, wie viele von ihnen sich für eure interessieren. Eure Termine werden mit { $name } nicht geteilt, bis du das ankreuzt.
partners-approve-what-sharing = Ihre Termine kommen ab jetzt herein. { $name } kann eure öffentlichen Termine holen, dazu wie viele von euch hingehen, und dir sagen, wie viele von ihnen sich interessieren.
partners-last-sync = Letzter Abgleich:
partners-failures = { $count ->
    [one] der letzte ist gescheitert
   *[other] die letzten { $count } sind gescheitert
}
partners-events-kept = { $count ->
    [0] keine Termine von ihnen
    [one] ein Termin von ihnen
   *[other] { $count } Termine von ihnen
}
partners-given = Schlüssel für sie
partners-given-text = Mit einem dieser Paare signiert ihr Server, was er von eurem will. Gib ihrem Admin beide Zeilen persönlich oder am Telefon, nie mit einer einfachen E-Mail.
partners-pair-since = gemacht { $when }
partners-key-until = gilt bis { $when }
partners-revoke = Widerrufen
partners-revoke-what = Was sie mit diesem Paar signieren, wird sofort abgelehnt. Ist es ihr einziges, können sie nichts holen, bis du ihnen ein neues gibst.
partners-generate = Schlüssel erzeugen
partners-generate-title = Ein neuer Schlüssel für { $name }?
partners-generate-what = Das Paar, das sie jetzt haben, gilt noch { $days } Tage, damit sie Zeit haben, das neue einzutragen.
partners-new-key = Der neue Schlüssel für { $name }
partners-key-once = Nur dieses eine Mal zu sehen. Gib ihrem Admin beide Zeilen persönlich, am Telefon oder in einer verschlüsselten Nachricht; nie mit einer einfachen E-Mail.
partners-key-public = Schlüssel
partners-key-secret = Geheimnis
partners-key-done = Ich habe beide kopiert
partners-pairing = Kopplung
partners-pairing-text = Zwei Tessera-Server kommen ohne Geheimnisse aus: Jeder signiert mit einem eigenen Schlüssel, den der andere geprüft hat. Schick einen Link, dann vergleicht am Telefon sechs Wörter.
partners-paired = Gekoppelt
partners-pair = Kopplungslink erstellen
partners-pair-again = Neu koppeln
partners-pair-open = Ein Link wartet darauf, benutzt zu werden, bis { $when }.
partners-offer-title = Ein Kopplungslink für { $name }
partners-offer-text = Schick ihn ihrem Admin. Er gilt einmal, innerhalb von { $hours } Stunden, und ist nur jetzt zu sehen.
partners-offer-then = Ihr Admin trägt ihn unter Partner, „Ich habe einen Kopplungslink“, ein. Dann seht ihr beide auf der Seite des Partners sechs Wörter: Lest sie euch am Telefon vor.
partners-accept-title = Kopplungslink eintragen
partners-accept-lead = Dein Server geht zu ihrem, und jeder nimmt den Schlüssel des anderen.
partners-accept-link = Kopplungslink
partners-accept-hint = Die ganze Zeile, die dir ihr Admin geschickt hat. Er gilt einmal.
partners-accept = Koppeln
partners-words-title = Sehen sie diese Wörter?
partners-words-text = Ruf ihren Admin an, und lest euch die sechs Wörter vor. Sind sie auf beiden Seiten gleich, steht niemand dazwischen.
partners-words-same = Sie sind gleich
partners-words-differ = Sie sind verschieden
partners-unpair = Kopplung aufheben
partners-unpair-what = Ihre Schlüssel werden vergessen, und was sie damit signieren, wird abgelehnt. Mit einem neuen Link könnt ihr euch wieder koppeln.
partners-landing-title = Ein Link zwischen zwei Servern
partners-landing-text = Dieser Link ist für den Admin einer anderen Gemeinschaft. Im Browser tut er nichts.
partners-landing-one = Kopiere die ganze Adresse dieser Seite, auch den Teil nach #.
partners-landing-two = Öffne auf deinem eigenen Server Verwalten, Partner, „Ich habe einen Kopplungslink“, und füg sie ein.
partners-landing-three = Dann vergleich die sechs Wörter mit dem, der ihn dir geschickt hat.
partners-test = Verbindung testen
partners-test-again = Noch einmal testen
partners-test-title = Test der Verbindung
partners-test-good = Es geht: Sie haben geantwortet und uns geglaubt.
partners-test-good-events = { $count ->
    [0] Es geht: Sie haben geantwortet und heute keine Termine.
    [one] Es geht: Sie haben geantwortet und heute einen Termin.
   *[other] Es geht: Sie haben geantwortet und heute { $count } Termine.
}
partners-step-keys = Unsere Schlüssel zum Fragen
partners-step-address = Ihre Adresse
partners-step-name = Ihren Server finden
partners-step-connection = Ihn erreichen
partners-step-tls = Sein Zertifikat
partners-step-answer = Eine Antwort vom richtigen Ort
partners-step-clock = Die Uhren
partners-step-signature = Schlüssel und Signatur
partners-step-events = Eine Liste von Terminen
partners-outcome-passed = gut
partners-outcome-failed = gescheitert
partners-outcome-not-reached = nicht erreicht
partners-remove = Entfernen
partners-remove-text = Alles, was von diesem Partner aufgehoben ist, geht mit. Um nur eine Weile zu pausieren, deaktiviere ihn.
partners-remove-title = { $name } entfernen?
partners-remove-what = Mit { $name } gehen { $kept }. Das lässt sich nicht rückgängig machen.
partners-kept-events = { $count ->
    [0] keine Termine
    [one] ein Termin
   *[other] { $count } Termine
}
partners-kept-interests = { $count ->
    [0] keine Antworten
    [one] die Antwort eines Mitglieds
   *[other] { $count } Antworten von Mitgliedern
}
partners-kept-comments = { $count ->
    [0] keine Kommentare
    [one] ein Kommentar
   *[other] { $count } Kommentare
}
partners-blocked = Adressen, die warten müssen
partners-blocked-text = Von jeder kamen in dieser Stunde zehn Anfragen ohne richtige Signatur. Sie werden abgelehnt, bis die Stunde um ist. Ein Partner mit falschem Schlüssel kann darunter sein.
partners-forgive = Wieder fragen lassen
partners-own = Unser eigener Schlüssel
partners-own-text = Mit diesem Schlüssel signieren wir gegenüber gekoppelten Partnern. Das ist sein Fingerabdruck.
partners-own-rotate = Schlüssel ersetzen
partners-own-rotate-what = Ein neuer Schlüssel wird jetzt veröffentlicht und übernimmt in einer Woche; dem alten wird noch eine Woche geglaubt. Partner erfahren es von selbst.
partners-own-next = Ein neuer Schlüssel übernimmt am { $when }.
partners-flash-added = Der Partner ist hinzugefügt. Gib ihn frei, wenn du sicher bist.
partners-flash-saved = Gespeichert.
partners-flash-approved = Freigegeben. Ihre Termine kommen mit dem nächsten Abgleich.
partners-flash-activated = Wieder aktiv.
partners-flash-deactivated = Deaktiviert: Es geht nichts hinaus und kommt nichts herein.
partners-flash-syncing = Ihre Termine werden geholt.
partners-flash-removed = Der Partner ist entfernt.
partners-flash-revoked = Der Schlüssel ist widerrufen.
partners-flash-paired = Die Server kennen sich. Jetzt vergleicht die Wörter.
partners-flash-words = Gut. Ab jetzt signieren beide mit ihrem eigenen Schlüssel.
partners-flash-unpaired = Die Kopplung ist aufgehoben.
partners-flash-forgiven = Diese Adresse darf wieder fragen.
partners-flash-rotated = Der neue Schlüssel ist veröffentlicht.
partners-trouble-no-keys = Es gibt nichts, womit wir sie fragen könnten: Trag den Schlüssel ein, den sie dir gaben, oder koppelt euch.
partners-trouble-sealed = Ihr Geheimnis lässt sich nicht mehr öffnen, weil der geheime Schlüssel dieses Servers geändert wurde. Trag es neu ein.
partners-trouble-profile-too-weak = Früher signierten sie mit ihrem veröffentlichten Schlüssel, jetzt nicht mehr. Frag ihren Admin; ist es gewollt, nimm die älteren Signaturen an.
partners-trouble-https-required = Ihre Adresse ist nicht https, und dieser Server verlangt das.
partners-trouble-address-refused = Ihre Adresse führt in ein privates Netz, und dort ruft dieser Server nicht an.
partners-trouble-no-name = Es gibt keinen Server mit diesem Namen. Ist die Adresse richtig geschrieben?
partners-trouble-unreachable = Ihr Server antwortet nicht. Vielleicht steht er eine Weile.
partners-trouble-tls = Ihr Zertifikat gilt nicht: Es kann abgelaufen sein oder einen anderen Namen tragen. Bitte sie, es zu erneuern.
partners-trouble-timed-out = Ihr Server hat zu lange für eine Antwort gebraucht.
partners-trouble-too-long = Ihre Antwort ist größer, als dieser Server annimmt.
partners-trouble-redirected = Ihr Server schickt uns woandershin. Trag die Adresse ein, unter der er wirklich ist.
partners-trouble-clock-ahead = { $minutes ->
    [one] Ihre Uhr geht etwa eine Minute vor unserer, deshalb lehnen sie unsere Anfragen ab. Bitte sie, sie zu stellen, dann teste noch einmal.
   *[other] Ihre Uhr geht { $minutes } Minuten vor unserer, deshalb lehnen sie unsere Anfragen ab. Bitte sie, sie zu stellen, dann teste noch einmal.
}
partners-trouble-clock-behind = { $minutes ->
    [one] Ihre Uhr geht etwa eine Minute hinter unserer, deshalb lehnen sie unsere Anfragen ab. Bitte sie, sie zu stellen, dann teste noch einmal.
   *[other] Ihre Uhr geht { $minutes } Minuten hinter unserer, deshalb lehnen sie unsere Anfragen ab. Bitte sie, sie zu stellen, dann teste noch einmal.
}
partners-trouble-unknown-key = Sie kennen unseren Schlüssel nicht. Haben sie ihn widerrufen oder einen neuen gemacht?
partners-trouble-bad-signature = Sie nehmen unsere Signatur nicht an: Das Geheimnis ist nicht das zum Schlüssel.
partners-trouble-refused = Sie nehmen unseren Schlüssel oder unsere Signatur nicht an. Vergleich beides mit ihrem Admin.
partners-trouble-replayed = Sie hielten unsere Anfrage für eine alte, noch einmal geschickte. Teste noch einmal.
partners-trouble-not-allowed = Sie kennen uns, lassen uns aber noch nicht herein: Ihr Admin muss uns freigeben und ihre Termine teilen.
partners-trouble-not-there = Unter ihrer Adresse gibt es keine Föderation. Stimmt sie, und haben sie sie eingeschaltet?
partners-trouble-limited = Sie bitten uns zu warten: zu viele Anfragen in einer Stunde.
partners-trouble-status = Ihr Server hat mit einem Fehler geantwortet ({ $status }).
partners-trouble-schema = Was sie antworten, ist keine Liste von Terminen.
partners-trouble-incomplete = Ihre Liste war nicht vollständig. Nichts wurde für abgesagt gehalten.
error-too-many-partners = Eine Gemeinschaft hat höchstens { $max } Partner.
error-partner-not-open = Dieser Partner ist nicht aktiv und freigegeben, also wird nichts geholt.
error-federation-off = Auf diesem Server ist die Föderation ausgeschaltet.
error-pairing-other-address = Dieser Link ist für einen Server unter einer anderen Adresse gemacht.
error-pairing-failed = Mit dem anderen Server konnte nicht gekoppelt werden.
error-words-changed = Das sind nicht die Wörter von jetzt. Sieh dir die Seite noch einmal an, und vergleicht neu.
field-bad-code = Nur Buchstaben, Ziffern, - und _.
field-code-taken = Ein anderer Partner hat dieses Kürzel.
field-bad-address = Das ist keine Adresse wie https://partnerclub.example.com.
field-https-required = Die Adresse muss mit https:// beginnen.
field-address-refused = Diese Adresse führt in ein privates Netz oder lässt sich nicht anrufen.
field-secret-needed = Trag das Geheimnis ein, das zu diesem Schlüssel gehört.
field-key-prefix = Es beginnt mit { $expected }. Schlüssel und Geheimnis verwechselt man leicht.
field-key-length = Nach dem Anfang sind es { $expected } Zeichen, nicht { $found }.
field-key-character = Darin ist ein Zeichen, das kein Schlüssel hat, vielleicht ein Leerzeichen.
field-bad-link = Das ist kein Kopplungslink. Kopiere die ganze Zeile, auch das Ende.
field-link-differs = Was dieser Server von sich sagt, ist nicht, was der Link versprach. Mach nicht weiter; bitte ihren Admin um einen neuen.
field-link-used = Dieser Link wurde schon benutzt oder ist zu alt. Bitte um einen neuen.
field-link-not-for-us = Dieser Link ist für einen anderen Server als deinen. Ihr Admin muss zuerst deine Adresse eintragen.
audit-partner-add = { $actor } hat einen Partner hinzugefügt
audit-partner-edit = { $actor } hat geändert, was mit einem Partner vereinbart ist
audit-partner-approve = { $actor } hat einen Partner freigegeben
audit-partner-withdraw = { $actor } hat die Freigabe eines Partners zurückgenommen
audit-partner-deactivate = { $actor } hat einen Partner deaktiviert
audit-partner-remove = { $actor } hat einen Partner entfernt
audit-partner-generate-key = { $actor } hat einen Schlüssel für einen Partner gemacht
audit-partner-revoke-key = { $actor } hat einen Schlüssel eines Partners widerrufen
audit-partner-allow-documented = { $actor } hat einem Partner die älteren Signaturen erlaubt
audit-partner-test = { $actor } hat die Verbindung zu einem Partner getestet
audit-partner-pair = { $actor } hat eine Kopplung mit einem Partner begonnen
audit-partner-confirm-words = { $actor } hat die Wörter einer Kopplung verglichen
audit-partner-unpair = { $actor } hat eine Kopplung aufgehoben
audit-partner-forgive = { $actor } hat eine Adresse wieder fragen lassen
audit-partner-rotate-own = { $actor } hat unseren Schlüssel ersetzt
