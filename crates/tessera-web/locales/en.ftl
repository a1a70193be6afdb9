## Dates

dates-weekday-and-date = { $weekday } { $date }
dates-time = { $time }
dates-times = { $from }–{ $to }
dates-day-and-time = { $day }, { $time }
dates-from-to = { $start } – { $end }
dates-days-of-month = { $first }–{ $last } { $month }
dates-days-of-month-and-year = { $first }–{ $last } { $month } { $year }
dates-zone = { $city } time
dates-today = today
dates-tomorrow = tomorrow
dates-yesterday = yesterday
dates-just-now = just now
dates-in-minutes = { $count ->
    [one] in { $count } minute
   *[other] in { $count } minutes
}
dates-minutes-ago = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
dates-in-hours = { $count ->
    [one] in { $count } hour
   *[other] in { $count } hours
}
dates-hours-ago = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
dates-in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
dates-days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
dates-in-months = { $count ->
    [one] in { $count } month
   *[other] in { $count } months
}
dates-months-ago = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}
dates-in-years = { $count ->
    [one] in { $count } year
   *[other] in { $count } years
}
dates-years-ago = { $count ->
    [one] { $count } year ago
   *[other] { $count } years ago
}
