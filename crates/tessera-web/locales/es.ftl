## Dates

dates-weekday-and-date = { $weekday } { $date }
dates-time = { $time }
dates-times = { $from }–{ $to }
dates-day-and-time = { $day }, { $time }
dates-from-to = { $start } – { $end }
dates-days-of-month = { $first }–{ $last } de { $month }
dates-days-of-month-and-year = { $first }–{ $last } de { $month } de { $year }
dates-zone = hora de { $city }
dates-today = hoy
dates-tomorrow = mañana
dates-yesterday = ayer
dates-just-now = ahora mismo
dates-in-minutes = { $count ->
    [one] dentro de { $count } minuto
   *[other] dentro de { $count } minutos
}
dates-minutes-ago = { $count ->
    [one] hace { $count } minuto
   *[other] hace { $count } minutos
}
dates-in-hours = { $count ->
    [one] dentro de { $count } hora
   *[other] dentro de { $count } horas
}
dates-hours-ago = { $count ->
    [one] hace { $count } hora
   *[other] hace { $count } horas
}
dates-in-days = { $count ->
    [one] dentro de { $count } día
   *[other] dentro de { $count } días
}
dates-days-ago = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
}
dates-in-months = { $count ->
    [one] dentro de { $count } mes
   *[other] dentro de { $count } meses
}
dates-months-ago = { $count ->
    [one] hace { $count } mes
   *[other] hace { $count } meses
}
dates-in-years = { $count ->
    [one] dentro de { $count } año
   *[other] dentro de { $count } años
}
dates-years-ago = { $count ->
    [one] hace { $count } año
   *[other] hace { $count } años
}
