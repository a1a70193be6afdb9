## Dates

dates-weekday-and-date = { $weekday } { $date }
dates-time = { $time }
dates-times = { $from }–{ $to }
dates-day-and-time = { $day }, { $time }
dates-from-to = { $start } – { $end }
dates-days-of-month = { $first }–{ $last } { $month }
dates-days-of-month-and-year = { $first }–{ $last } { $month } { $year }
dates-zone = ora di { $city }
dates-today = oggi
dates-tomorrow = domani
dates-yesterday = ieri
dates-just-now = proprio ora
dates-in-minutes = { $count ->
    [one] fra { $count } minuto
   *[other] fra { $count } minuti
}
dates-minutes-ago = { $count ->
    [one] { $count } minuto fa
   *[other] { $count } minuti fa
}
dates-in-hours = { $count ->
    [one] fra { $count } ora
   *[other] fra { $count } ore
}
dates-hours-ago = { $count ->
    [one] { $count } ora fa
   *[other] { $count } ore fa
}
dates-in-days = { $count ->
    [one] fra { $count } giorno
   *[other] fra { $count } giorni
}
dates-days-ago = { $count ->
    [one] { $count } giorno fa
   *[other] { $count } giorni fa
}
dates-in-months = { $count ->
    [one] fra { $count } mese
   *[other] fra { $count } mesi
}
dates-months-ago = { $count ->
    [one] { $count } mese fa
   *[other] { $count } mesi fa
}
dates-in-years = { $count ->
    [one] fra { $count } anno
   *[other] fra { $count } anni
}
dates-years-ago = { $count ->
    [one] { $count } anno fa
   *[other] { $count } anni fa
}
