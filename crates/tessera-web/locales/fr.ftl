## Dates

dates-weekday-and-date = { $weekday } { $date }
dates-time = { $time }
dates-times = { $from }–{ $to }
dates-day-and-time = { $day }, { $time }
dates-from-to = { $start } – { $end }
dates-days-of-month = { $first }–{ $last } { $month }
dates-days-of-month-and-year = { $first }–{ $last } { $month } { $year }
dates-zone = heure : { $city }
dates-today = aujourd’hui
dates-tomorrow = demain
dates-yesterday = hier
dates-just-now = à l’instant
dates-in-minutes = { $count ->
    [one] dans { $count } minute
   *[other] dans { $count } minutes
}
dates-minutes-ago = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
dates-in-hours = { $count ->
    [one] dans { $count } heure
   *[other] dans { $count } heures
}
dates-hours-ago = { $count ->
    [one] il y a { $count } heure
   *[other] il y a { $count } heures
}
dates-in-days = { $count ->
    [one] dans { $count } jour
   *[other] dans { $count } jours
}
dates-days-ago = { $count ->
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
}
dates-in-months = dans { $count } mois
dates-months-ago = il y a { $count } mois
dates-in-years = { $count ->
    [one] dans { $count } an
   *[other] dans { $count } ans
}
dates-years-ago = { $count ->
    [one] il y a { $count } an
   *[other] il y a { $count } ans
}
