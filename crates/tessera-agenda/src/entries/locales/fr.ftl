field-window-too-long = Un calendrier se montre pour { $days } jours au plus à la fois.
