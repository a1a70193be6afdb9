## Made-up events

samples-hall = Community centre
samples-park = Town park
samples-library = Town library
samples-station = In front of the station
samples-evening = Open evening
samples-evening-text = We meet, talk and plan what comes next. **Everybody is welcome**, newcomers too.
samples-walk = Sunday walk in the hills
samples-walk-text = Twelve kilometres at an easy pace, with a long break for lunch.
    
    - sturdy shoes
    - something to eat
    - water
samples-repair = Repair café
samples-repair-text = Bring what is broken: lamps, bicycles, trousers, radios. We mend it together and have coffee.
samples-books = Reading circle
samples-books-text = We talk about the book of the month. Having read half of it is enough.
samples-picnic = Picnic for everybody
samples-picnic-text = Each brings something for the long table. In the rain we move to the community centre.
samples-trip = Weekend at the lake
samples-trip-text = Three days, two nights in the hostel, one lake. We share cars.
samples-course = First aid in three evenings
samples-course-text = With a nurse who has seen it all. Few places, so answer early.
samples-assembly = General assembly
samples-assembly-text = The year that was, the accounts, and a new board.
samples-board = Board meeting
samples-board-text = Only for those who are invited: this is what a private event looks like.
samples-concert = Concert under the trees
samples-concert-text = The band is ill. A new date will stand here soon.
samples-feast = Neighbourhood feast
samples-feast-text = Two days of music, games and long tables.
