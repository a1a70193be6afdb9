field-window-too-long = A calendar is shown for at most { $days } days at once.
