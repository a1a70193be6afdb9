field-window-too-long = Un calendario se muestra para { $days } días como máximo a la vez.
