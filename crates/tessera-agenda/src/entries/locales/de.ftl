field-window-too-long = Ein Kalender zeigt höchstens { $days } Tage auf einmal.
