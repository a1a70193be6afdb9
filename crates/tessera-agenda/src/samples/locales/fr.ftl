## Made-up events

samples-hall = Maison de quartier
samples-park = Parc municipal
samples-library = Bibliothèque municipale
samples-station = Devant la gare
samples-evening = Soirée ouverte
samples-evening-text = On se retrouve, on discute et on prépare la suite. **Tout le monde est bienvenu**, les nouveaux aussi.
samples-walk = Balade du dimanche dans les collines
samples-walk-text = Douze kilomètres tranquilles, avec une longue pause déjeuner.
    
    - de bonnes chaussures
    - de quoi manger
    - de l’eau
samples-repair = Café réparation
samples-repair-text = Apporte ce qui est cassé : lampes, vélos, pantalons, radios. On répare ensemble, avec un café.
samples-books = Cercle de lecture
samples-books-text = On parle du livre du mois. En avoir lu la moitié suffit.
samples-picnic = Pique-nique pour tous
samples-picnic-text = Chacun apporte quelque chose pour la grande table. S’il pleut, on se replie à la maison de quartier.
samples-trip = Week-end au lac
samples-trip-text = Trois jours, deux nuits à l’auberge, un lac. On partage les voitures.
samples-course = Premiers secours en trois soirées
samples-course-text = Avec une infirmière qui a tout vu. Peu de places : réponds vite.
samples-assembly = Assemblée générale
samples-assembly-text = L’année écoulée, les comptes et un nouveau bureau.
samples-board = Réunion du bureau
samples-board-text = Réservé aux personnes invitées : voilà à quoi ressemble un événement privé.
samples-concert = Concert sous les arbres
samples-concert-text = Le groupe est malade. Une nouvelle date sera bientôt ici.
samples-feast = Fête de quartier
samples-feast-text = Deux jours de musique, de jeux et de grandes tables.
