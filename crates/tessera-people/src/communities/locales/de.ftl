## Refusals

error-last-admin = Das ist der einzige Admin der Gemeinschaft. Gib zuerst jemand anderem diese Rolle.
field-bad-slug = Kleinbuchstaben, Ziffern und Bindestriche, höchstens 63; nicht „www“.
field-slug-taken = Eine andere Gemeinschaft auf diesem Server hat diesen Kurznamen schon.
field-bad-host = Nur ein Hostname wie termine.example.org, ohne https:// und Port.
field-host-taken = Eine andere Gemeinschaft auf diesem Server hat diesen Host schon.
