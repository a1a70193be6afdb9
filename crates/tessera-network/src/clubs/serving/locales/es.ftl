## Lo que los clubes asociados piden y cuentan

serving-interested-title = Interés de los clubes asociados
serving-interested-note = Los clubes nos dicen cuántos, nunca quiénes.
serving-from-club = { $count ->
    [one] { $count } persona de { $club } interesada
   *[other] { $count } personas de { $club } interesadas
}
serving-going = { $count ->
    [one] { $count } va
   *[other] { $count } van
}
serving-maybe = { $count } quizá
serving-just-interested = { $count ->
    [one] { $count } interesada
   *[other] { $count } interesadas
}
error-unsigned = La petición no está firmada, o faltan cabeceras de la firma.
error-unknown-key = Esta clave no se conoce aquí.
error-bad-signature = La firma no corresponde a la petición.
error-stale = La hora de la petición está demasiado lejos de ahora. Revisa los relojes.
error-bad-timestamp = La hora de la petición no es RFC 3339 con desfase.
error-profile-too-weak = Este club firma de una forma más fuerte; la más débil ya no se acepta.
error-replayed = Esta petición ya se ha visto. Fírmala de nuevo, con otra hora.
error-https-required = Usa https.
error-partner-not-approved = Este club todavía no está aprobado aquí.
error-partner-inactive = Este club no está activo aquí.
error-not-shared = Con este club no se comparten eventos.
field-other-club = Este no es el código del club que ha firmado.
field-bad-timestamp = Esta no es una hora como en RFC 3339, con desfase.
