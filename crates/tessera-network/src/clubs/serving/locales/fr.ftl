## Ce que les partenaires demandent et disent

serving-interested-title = Intérêt des clubs partenaires
serving-interested-note = Les clubs nous disent combien, jamais qui.
serving-from-club = { $count ->
    [one] { $count } personne de { $club } intéressée
   *[other] { $count } personnes de { $club } intéressées
}
serving-going = { $count ->
    [one] { $count } y va
   *[other] { $count } y vont
}
serving-maybe = { $count } peut-être
serving-just-interested = { $count ->
    [one] { $count } intéressée
   *[other] { $count } intéressées
}
error-unsigned = La requête n’est pas signée, ou des en-têtes de signature manquent.
error-unknown-key = Cette clé n’est pas connue ici.
error-bad-signature = La signature ne correspond pas à la requête.
error-stale = L’heure de la requête est trop loin de maintenant. Vérifie les horloges.
error-bad-timestamp = L’heure de la requête n’est pas au format RFC 3339 avec un décalage.
error-profile-too-weak = Ce partenaire signe d’une façon plus forte ; la plus faible n’est plus acceptée.
error-replayed = Cette requête a déjà été vue. Signe-la de nouveau, avec une autre heure.
error-https-required = Utilise https.
error-partner-not-approved = Ce partenaire n’est pas encore approuvé ici.
error-partner-inactive = Ce partenaire n’est pas actif ici.
error-not-shared = Les événements ne sont pas partagés avec ce partenaire.
field-other-club = Ce n’est pas le code du partenaire qui a signé.
field-bad-timestamp = Ce n’est pas une heure au format RFC 3339, avec un décalage.
