## Made-up events

samples-hall = Centro civico
samples-park = Parco comunale
samples-library = Biblioteca comunale
samples-station = Davanti alla stazione
samples-evening = Serata aperta
samples-evening-text = Ci troviamo, parliamo e decidiamo che cosa fare. **Tutti sono benvenuti**, anche chi viene per la prima volta.
samples-walk = Passeggiata domenicale in collina
samples-walk-text = Dodici chilometri con calma e una lunga pausa pranzo.
    
    - scarpe robuste
    - qualcosa da mangiare
    - acqua
samples-repair = Caffè delle riparazioni
samples-repair-text = Porta ciò che è rotto: lampade, biciclette, pantaloni, radio. Lo aggiustiamo insieme, con un caffè.
samples-books = Gruppo di lettura
samples-books-text = Parliamo del libro del mese. Averne letto metà basta.
samples-picnic = Picnic per tutti
samples-picnic-text = Ognuno porta qualcosa per la tavolata. Se piove ci spostiamo al centro civico.
samples-trip = Fine settimana al lago
samples-trip-text = Tre giorni, due notti in ostello, un lago. Condividiamo le auto.
samples-course = Primo soccorso in tre serate
samples-course-text = Con un’infermiera che ne ha viste tante. Pochi posti: rispondi presto.
samples-assembly = Assemblea generale
samples-assembly-text = L’anno passato, i conti e il nuovo direttivo.
samples-board = Riunione del direttivo
samples-board-text = Solo per chi è invitato: ecco com’è un evento privato.
samples-concert = Concerto sotto gli alberi
samples-concert-text = La band è malata. Presto qui ci sarà una nuova data.
samples-feast = Festa di quartiere
samples-feast-text = Due giorni di musica, giochi e tavolate.
