## Made-up events

samples-hall = Centro cívico
samples-park = Parque municipal
samples-library = Biblioteca municipal
samples-station = Delante de la estación
samples-evening = Tarde abierta
samples-evening-text = Nos vemos, hablamos y planeamos lo que viene. **Todo el mundo es bienvenido**, también quien viene por primera vez.
samples-walk = Paseo dominical por las colinas
samples-walk-text = Doce kilómetros con calma y una larga pausa para comer.
    
    - calzado resistente
    - algo de comer
    - agua
samples-repair = Café de reparaciones
samples-repair-text = Trae lo que esté roto: lámparas, bicicletas, pantalones, radios. Lo arreglamos juntos, con un café.
samples-books = Club de lectura
samples-books-text = Hablamos del libro del mes. Haber leído la mitad basta.
samples-picnic = Picnic para todos
samples-picnic-text = Cada cual trae algo para la mesa larga. Si llueve, nos vamos al centro cívico.
samples-trip = Fin de semana en el lago
samples-trip-text = Tres días, dos noches en el albergue, un lago. Compartimos coches.
samples-course = Primeros auxilios en tres tardes
samples-course-text = Con una enfermera que lo ha visto todo. Pocas plazas: responde pronto.
samples-assembly = Asamblea general
samples-assembly-text = El año pasado, las cuentas y una nueva junta.
samples-board = Reunión de la junta
samples-board-text = Solo para quien tenga invitación: así es un evento privado.
samples-concert = Concierto bajo los árboles
samples-concert-text = La banda está enferma. Pronto habrá aquí otra fecha.
samples-feast = Fiesta del barrio
samples-feast-text = Dos días de música, juegos y mesas largas.
