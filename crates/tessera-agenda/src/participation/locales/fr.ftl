## The panel on an event's page

participation-question = Tu viens ?
participation-answer-going = J’y vais
participation-answer-maybe = Peut-être
participation-answer-interested = Ça m’intéresse
participation-answer-declined = Je n’y vais pas
participation-answer-cancelled = Retiré
participation-mine-going = Tu y vas
participation-mine-maybe = Tu viendras peut-être
participation-mine-interested = Ça t’intéresse
participation-mine-declined = Tu n’y vas pas
participation-mine-cancelled = Tu t’es retiré
participation-count-going = { $count ->
    [one] { $count } participe
   *[other] { $count } participent
}
participation-count-maybe = { $count ->
    [one] { $count } peut-être
   *[other] { $count } peut-être
}
participation-count-interested = { $count ->
    [one] { $count } est intéressé
   *[other] { $count } sont intéressés
}
participation-places-left = { $count ->
    [one] Il reste { $count } place
   *[other] Il reste { $count } places
}
participation-full = Complet
participation-closed-cancelled = Cet événement est annulé : il n’y a plus rien à répondre.
participation-closed-over = C’est passé.
participation-closed-draft = Une fois publié, on pourra répondre ici.
participation-name = Ton nom
participation-email = Ton adresse e-mail
participation-email-hint = Nous t’envoyons un lien pour confirmer. Seuls les organisateurs voient ton adresse.
participation-sign-in = Tu as un compte ? Connecte-toi pour répondre.
participation-leave = Se retirer
participation-leave-title = Te retirer ?
participation-leave-what = Tu te retires de « { $event } ». Ta place se libère et tu ne reçois plus d’e-mails à ce sujet.
participation-left = Tu t’es retiré de cet événement et ne recevras plus d’e-mails à ce sujet.
participation-see-list = Voir qui vient
participation-pending-title = Encore une étape
participation-pending-text = Appuie sur le bouton pour confirmer. D’ici là, ta réponse ne compte pas.
participation-confirm-button = Confirmer ma réponse
participation-check-mail = Nous avons envoyé un e-mail à { $email }. Ouvre le lien et appuie sur le bouton : c’est alors que ta réponse compte.
participation-flash-answered = Ta réponse est enregistrée.
participation-flash-declined = Merci de l’avoir dit.
participation-flash-left = Tu t’es retiré de l’événement.
participation-flash-back = Te revoilà.

## The organisers' list

participation-list-title = Qui vient
participation-download = Télécharger le tableau
participation-filter-all = Tous
participation-search = Chercher par nom ou adresse
participation-none-found = Personne de ce genre
participation-none-found-text = Aucune réponse ne correspond à ta recherche.
participation-nobody = Personne n’a encore répondu
participation-nobody-text = Tu verras ici qui vient, qui viendra peut-être et qui est intéressé. Commence par inviter du monde.
participation-invite-people = Inviter du monde
participation-column-name = Nom
participation-column-email = E-mail
participation-column-kind = Type
participation-column-answer = Réponse
participation-column-confirmed = Confirmée
participation-column-when = Répondu le
participation-kind-member = Membre
participation-kind-guest = Invité
participation-nameless = (sans nom)
participation-unconfirmed = pas encore confirmée
participation-places-taken = Places prises : { $going } sur { $capacity }
participation-over-capacity = { $going } participent, alors qu’il n’y a plus que { $capacity } places. Personne ne perd la sienne.

## Mails

participation-notices = Changements d’événements
participation-notices-hint = Quand un événement où tu vas, ou vas peut-être, change, est annulé ou a de nouveau lieu.
participation-when = Quand
participation-where = Où
participation-mail-open = Voir l’événement
participation-mail-change = Changer ma réponse
participation-mail-leave = Se retirer de l’événement
participation-mail-why = Tu reçois cet e-mail parce que tu as répondu à « { $event } » chez { $community }. Retire-toi de l’événement pour ne plus en recevoir.
participation-mail-confirm-subject = Confirme ta réponse : { $event }
participation-mail-confirm-heading = Tu viens à « { $event } » ?
participation-mail-confirm-text = Quelqu’un, toi sans doute, a répondu avec cette adresse. Ouvre le lien et appuie sur le bouton : c’est alors que la réponse compte.
participation-mail-confirm-button = Confirmer la réponse
participation-mail-confirm-ignore = Ce n’était pas toi ? Alors ne fais rien : sans ta confirmation rien ne compte, et tu ne recevras rien d’autre.
participation-mail-confirm-why = Tu reçois cet e-mail parce que quelqu’un a saisi ton adresse pour un événement de { $community }.
participation-mail-answered-subject = Ta réponse est enregistrée : { $event }
participation-mail-answered-text = Ta réponse à « { $event } » est enregistrée.
participation-mail-file = Le fichier joint ajoute l’événement à ton agenda.
participation-mail-changed-subject = Modifié : { $event }
participation-mail-changed-heading = « { $event } » a changé
participation-mail-new-time = L’heure ou la date a changé.
participation-mail-new-place = Le lieu a changé.
participation-mail-new-title = Il porte un autre titre.
participation-mail-new-status = Revois l’événement avant de partir.
participation-mail-cancelled-subject = Annulé : { $event }
participation-mail-cancelled-heading = « { $event } » est annulé
participation-mail-cancelled-text = Il n’aura pas lieu. Tu n’as rien à faire.
participation-mail-resumed-subject = Finalement maintenu : { $event }
participation-mail-resumed-heading = « { $event } » aura bien lieu
participation-mail-resumed-text = Il était annulé, il est de nouveau maintenu. Ta réponse tient toujours.

## Refusals

error-full = C’est complet. Tu peux tout de même dire que ça t’intéresse et revenir voir plus tard.
error-event-cancelled = Cet événement est annulé.
error-not-participating = Tu ne participes pas à cet événement.
error-bad-guest-token = Ce lien ne fonctionne plus. Cherche un e-mail plus récent ou réponds de nouveau sur la page de l’événement.
error-sign-in-or-invitation = Connecte-toi d’abord, ou utilise le lien de ton invitation.
error-invitation-needed = Cet événement est sur invitation. Demande à qui l’organise de t’inviter.
error-invalid-invitation = Cette invitation n’est pas valable. Elle a peut-être été retirée ou remplacée par un e-mail plus récent.
error-invitation-used = Cette invitation a déjà servi. Chacune vaut pour une personne.
error-invitation-expired = Cette invitation a expiré. Demandes-en une nouvelle à qui te l’a envoyée.
field-not-a-series = Cet événement ne se répète pas : il n’a pas cette date.
