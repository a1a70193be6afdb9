## Made-up events

samples-hall = Gemeindezentrum
samples-park = Stadtpark
samples-library = Stadtbibliothek
samples-station = Vor dem Bahnhof
samples-evening = Offener Abend
samples-evening-text = Wir treffen uns, reden und planen, was kommt. **Alle sind willkommen**, auch Neue.
samples-walk = Sonntagswanderung in den Hügeln
samples-walk-text = Zwölf gemütliche Kilometer mit langer Mittagspause.
    
    - feste Schuhe
    - etwas zu essen
    - Wasser
samples-repair = Reparaturcafé
samples-repair-text = Bring mit, was kaputt ist: Lampen, Fahrräder, Hosen, Radios. Wir reparieren gemeinsam bei Kaffee.
samples-books = Lesekreis
samples-books-text = Wir sprechen über das Buch des Monats. Die Hälfte gelesen zu haben reicht.
samples-picnic = Picknick für alle
samples-picnic-text = Jede und jeder bringt etwas für die lange Tafel mit. Bei Regen ziehen wir ins Gemeindezentrum.
samples-trip = Wochenende am See
samples-trip-text = Drei Tage, zwei Nächte in der Herberge, ein See. Wir teilen uns Autos.
samples-course = Erste Hilfe an drei Abenden
samples-course-text = Mit einer Krankenpflegerin, die alles gesehen hat. Wenige Plätze: antworte bald.
samples-assembly = Mitgliederversammlung
samples-assembly-text = Das vergangene Jahr, die Kasse und ein neuer Vorstand.
samples-board = Vorstandssitzung
samples-board-text = Nur für Eingeladene: so sieht ein privater Termin aus.
samples-concert = Konzert unter Bäumen
samples-concert-text = Die Band ist krank. Bald steht hier ein neuer Termin.
samples-feast = Nachbarschaftsfest
samples-feast-text = Zwei Tage Musik, Spiele und lange Tafeln.
