field-window-too-long = Un calendario si mostra per al massimo { $days } giorni alla volta.
