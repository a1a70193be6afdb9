## Forms about a community

communities-name = Name der Gemeinschaft
communities-name-hint = Wie man sie nennt: „Moto Club Torino“.
communities-slug = Kurzname
communities-timezone = Zeitzone
communities-zone-offer = Dein Gerät sagt {"{"}zone{"}"}.
communities-zone-take = Übernehmen
communities-locale = Sprache
communities-hue = Farbe
communities-hue-hint = Knöpfe und Akzente nehmen sie an. Für den Kontrast ist gesorgt, hell wie dunkel.
communities-hue-brick = Ziegel
communities-hue-amber = Bernstein
communities-hue-olive = Olive
communities-hue-green = Grün
communities-hue-teal = Petrol
communities-hue-sky = Himmel
communities-hue-blue = Blau
communities-hue-violet = Violett
communities-hue-pink = Pink
communities-hue-rose = Rosé
communities-registration = Wer beitreten darf
communities-registration-open = Alle
communities-registration-open-hint = mit einer E-Mail-Adresse
communities-registration-invite = Auf Einladung
communities-registration-invite-hint = Admins laden jede Person ein
communities-registration-closed = Niemand
communities-registration-closed-hint = vorerst
communities-newcomers = Wozu sich Neue selbst machen dürfen
communities-newcomers-hint = Neben Mitglied, was sie immer sind.

## The page about it

communities-about-title = Über { $community }
communities-about-empty = Über diese Gemeinschaft hat noch niemand etwas geschrieben.
communities-joining = Beitreten
communities-joining-here = Du bist Mitglied.
communities-joining-open = Alle sind willkommen: eine E-Mail-Adresse genügt.
communities-joining-invite = Neue kommen auf Einladung. Frag jemanden, der dazugehört.
communities-joining-closed = Zurzeit nimmt sie niemanden auf.
communities-feeds = Der Kalender in deinem
communities-feeds-text = Abonniere diese Adresse in deinem Kalender: neue Termine erscheinen dort von selbst.

## Refusals

error-last-admin = Das ist der einzige Admin der Gemeinschaft. Gib zuerst jemand anderem diese Rolle.
field-bad-slug = Kleinbuchstaben, Ziffern und Bindestriche, höchstens 63; nicht „www“.
field-slug-taken = Eine andere Gemeinschaft auf diesem Server hat diesen Kurznamen schon.
field-bad-host = Nur ein Hostname wie termine.example.org, ohne https:// und Port.
field-host-taken = Eine andere Gemeinschaft auf diesem Server hat diesen Host schon.

## The trail

audit-community-create = { $actor } hat die Gemeinschaft { $subject } angelegt
audit-community-edit = { $actor } hat die Einstellungen geändert
audit-community-relocate = { $actor } hat die Adresse der Gemeinschaft geändert
