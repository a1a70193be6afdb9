## The trail

trail-audit = Protokoll
trail-audit-text = Was Admins getan haben, ein Eintrag je Handlung. Nichts darin lässt sich ändern oder entfernen.
trail-whole = Vollständig und unverändert seit { $date }.
trail-broken = Eintrag { $number } passt nicht zum vorigen: das Protokoll wurde in der Datenbank verändert. Vergleiche es mit einer Sicherung.
trail-not-checked = Das Protokoll ist lang; geprüft wird es auf Wunsch.
trail-check = Jetzt prüfen
trail-all-actions = Alles
trail-what = Was
trail-when = Wann
trail-none-title = Noch nichts
trail-none-text = Hier steht dann, was Admins tun.
trail-older = Älteres
trail-newest = Neuestes
trail-erased = ein gelöschtes Konto
trail-nobody = Der Server selbst
trail-somebody = …
trail-something = { $actor } hat etwas getan, das diese Version nicht kennt ({ $action })
trail-from-to = { $from } → { $to }
trail-new-changed = Neu: { $new } · geändert: { $changed }

## Mail

trail-mail = Post
trail-mail-text = Die E-Mails dieser Gemeinschaft und wie es um sie steht. Was darin steht, geht hier niemanden etwas an.
trail-mail-none-title = Noch keine E-Mails
trail-mail-none-text = Hier stehen dann Einladungen, Bestätigungen und Hinweise.
trail-mail-kind = Wofür
trail-mail-to = An
trail-mail-state = Stand
trail-mail-waiting = Wartet
trail-mail-sent = Gesendet
trail-mail-failed = Gescheitert
trail-mail-withdrawn = Zurückgezogen
trail-mail-account = Konto
trail-mail-member = Einladung zum Beitreten
trail-mail-event = Zu einem Termin
trail-mail-any-state = Jeder Stand
trail-mail-anything = Jeder Anlass
trail-mail-digest = Tägliche Zusammenfassung
trail-mail-none-found = Nichts dergleichen
trail-mail-none-found-text = Keine E-Mail passt zu dieser Auswahl.
trail-mail-show-all = Alle zeigen
trail-mail-retry = Noch einmal versuchen
trail-flash-mail-retried = Es wird noch einmal versucht.
trail-mail-why-not-there = Der Mailserver war nicht erreichbar oder beschäftigt. Es wird mehrmals versucht.
trail-mail-why-unclear = Der Mailserver hat nicht gesagt, ob er sie angenommen hat. Vielleicht ist sie angekommen, darum geht sie nicht noch einmal hinaus.
trail-mail-why-untrusted = Dem Zertifikat des Mailservers ist nicht zu trauen. Wer den Server betreibt, kann das beheben.
trail-mail-why-refused = Der Mailserver hat diese E-Mail abgelehnt.
trail-mail-why-address = Der Mailserver kennt diese Adresse nicht.
trail-mail-why-other = Sie konnte nicht geschrieben werden. Die Zeile darunter hilft denen, die den Server betreiben.
audit-mail-retry = { $actor } ließ eine E-Mail noch einmal versuchen
