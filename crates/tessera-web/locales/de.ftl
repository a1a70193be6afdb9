## Dates

dates-weekday-and-date = { $weekday }, { $date }
dates-time = { $time } Uhr
dates-times = { $from }–{ $to } Uhr
dates-day-and-time = { $day }, { $time }
dates-from-to = { $start } – { $end }
dates-days-of-month = { $first }.–{ $last }. { $month }
dates-days-of-month-and-year = { $first }.–{ $last }. { $month } { $year }
dates-zone = Ortszeit { $city }
dates-today = heute
dates-tomorrow = morgen
dates-yesterday = gestern
dates-just-now = gerade eben
dates-in-minutes = { $count ->
    [one] in { $count } Minute
   *[other] in { $count } Minuten
}
dates-minutes-ago = { $count ->
    [one] vor { $count } Minute
   *[other] vor { $count } Minuten
}
dates-in-hours = { $count ->
    [one] in { $count } Stunde
   *[other] in { $count } Stunden
}
dates-hours-ago = { $count ->
    [one] vor { $count } Stunde
   *[other] vor { $count } Stunden
}
dates-in-days = { $count ->
    [one] in { $count } Tag
   *[other] in { $count } Tagen
}
dates-days-ago = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
}
dates-in-months = { $count ->
    [one] in { $count } Monat
   *[other] in { $count } Monaten
}
dates-months-ago = { $count ->
    [one] vor { $count } Monat
   *[other] vor { $count } Monaten
}
dates-in-years = { $count ->
    [one] in { $count } Jahr
   *[other] in { $count } Jahren
}
dates-years-ago = { $count ->
    [one] vor { $count } Jahr
   *[other] vor { $count } Jahren
}
