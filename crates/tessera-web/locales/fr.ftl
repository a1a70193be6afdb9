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

## Chrome

chrome-skip-to-content = Aller au contenu
chrome-main-navigation = Principale
chrome-agenda = Agenda
chrome-calendar = Calendrier
chrome-community = Communauté
chrome-inbox = Messages
chrome-me = Moi
chrome-about = À propos
chrome-manage = Gestion
chrome-create = Créer
chrome-search = Rechercher
chrome-sign-in = Se connecter
chrome-sign-out = Se déconnecter
chrome-register = S’inscrire
chrome-language = Langue
chrome-you-are-here = Vous êtes ici
chrome-more = Plus
chrome-keys = Raccourcis clavier
chrome-keys-on = Raccourcis à une seule lettre

## Buttons

button-save = Enregistrer
button-cancel = Annuler
button-delete = Supprimer
button-edit = Modifier
button-back = Retour
button-next = Suivant
button-previous = Précédent
button-close = Fermer
button-undo = Rétablir
button-copy = Copier
button-show-more = Afficher plus
button-filter = Filtrer
button-clear = Effacer

## Forms

form-required = obligatoire
form-optional = facultatif
form-copied = Copié.
form-has-errors = Regarde les champs signalés.
form-show-password = Afficher le mot de passe
form-hide-password = Masquer le mot de passe
form-yes = Oui
form-no = Non

## Roles

role-member = Membre
role-staff = Équipe
role-promoter = Promoteur
role-organiser = Organisateur
role-admin = Administrateur

## Refusals: the code of the answer, with its underscores as hyphens

error-title = Cela n’a pas marché
error-not-found-title = Il n’y a rien ici
error-way-back = Continuer
error-home = Vers l’agenda
error-unauthenticated = Connecte-toi d’abord.
error-forbidden = Tu n’as pas le droit de faire cela. Si tu penses que si, demande à l’administration de ta communauté.
error-not-a-member = Tu ne fais pas partie de cette communauté.
error-not-found = Ce que tu cherches n’existe pas ou ne t’est pas ouvert.
error-method-not-allowed = Cette adresse ne s’utilise pas ainsi.
error-invalid = Une partie de la saisie ne convient pas.
error-bad-json = Le corps n’est pas du JSON valide.
error-bad-body = La requête est illisible.
error-csrf = Cette page est restée ouverte trop longtemps ou vient d’ailleurs. Recharge-la et réessaie.
error-wrong-community = Ce jeton appartient à une autre communauté.
error-suspended = Ton adhésion est suspendue. L’administration de la communauté peut te dire pourquoi.
error-scope-missing = Ce jeton n’a pas ce droit.
error-email-unverified = Confirme d’abord ton adresse e-mail : d’ici là, tu peux préparer, mais pas publier, inviter ni envoyer.
error-too-many = C’était trop souvent. Attends un peu et réessaie.
error-overloaded = Il y a vraiment beaucoup de monde en ce moment. Réessaie dans quelques secondes ; rien de ce que tu as envoyé n’a été pris en compte.
error-timed-out = C’était trop long et a été interrompu. Réessaie, si possible avec une connexion plus rapide.
error-too-large = C’est trop volumineux.
error-changed-meanwhile = Quelqu’un d’autre a modifié ceci entre-temps. Regarde à nouveau avant d’enregistrer.
error-idempotency-key-reused = Cette Idempotency-Key a servi pour une autre requête.
error-unavailable = Le serveur est occupé ou en maintenance. Réessaie dans une minute.
error-not-json = Envoie du JSON, avec l’en-tête Content-Type: application/json.
error-not-multipart = Envoie le fichier en multipart/form-data.
error-not-set-up = Ce serveur n’a pas encore de communauté. Crée la première.
error-bad-token = Ce jeton est inconnu, expiré ou révoqué.
error-bad-idempotency-key = Une Idempotency-Key a entre 1 et 255 caractères.
error-in-progress = La première requête avec cette Idempotency-Key est encore en cours. Réessaie dans un instant.
error-internal = Quelque chose s’est mal passé de notre côté. Si cela se reproduit, donne la référence { $reference } aux personnes qui gèrent ce serveur.

## What is wrong with one field

field-required = Ce champ est nécessaire.
field-too-long = { $max } caractères au plus.
field-bad-email = Ce n’est pas une adresse e-mail, comme ana@example.org.
field-bad-date = Cette date n’existe pas.
field-bad-timezone = Ce fuseau horaire n’existe pas. Il s’écrit comme Europe/Rome.
field-bad-choice = Choisis une des possibilités.
field-bad-number = Ce n’est pas un nombre.
field-out-of-range = Entre { $min } et { $max }.
field-unknown-field = Ce champ n’existe pas.
field-wrong-type = Ce n’est pas du type attendu.
field-bad-characters = Contient des caractères non autorisés ici.

## The API's page

api-docs-title = L’API
api-docs-file = Le document en fichier (OpenAPI 3.1)
api-docs-shapes = Formes des données
field-too-many-addresses = Au plus { $max } adresses à la fois.

## Offline

phone-as-it-was = Tu es hors ligne. Voici comment c’était { $day } à { $time }.
phone-seen = comme { $day } à { $time }
phone-offline = Tu es hors ligne
phone-not-kept = Cette page n’a pas été ouverte quand il y avait du réseau : elle n’est donc pas sur ce téléphone.
phone-retry = Réessayer
phone-kept = Ce que tu peux encore regarder
