## The organisers' page

invitations-title = Invitations
invitations-invite = Inviter du monde
invitations-open-count = { $count ->
    [one] { $count } invitation en attente.
   *[other] { $count } invitations en attente.
}
invitations-paste = Adresses e-mail
invitations-paste-hint = Une ou plusieurs, { $max } au plus à la fois : colle-les telles quelles, avec des virgules ou une par ligne, avec ou sans noms.
invitations-address-count = { $count ->
    [one] { $count } adresse
   *[other] { $count } adresses
}
invitations-address-many = {"{n}"} adresses
invitations-language = Langue de l’e-mail
invitations-send = Envoyer les invitations
invitations-sent-title = Déjà envoyées
invitations-none = Personne n’est encore invité
invitations-none-text = Saisis des adresses ci-dessus. Chacun reçoit un e-mail avec son propre lien, valable sept jours.
invitations-none-such = Aucune de ce genre.
invitations-column-state = État
invitations-column-when = Quand
invitations-state-open = En attente
invitations-state-used = Utilisée
invitations-state-expired = Expirée
invitations-used-at = réponse du { $at }
invitations-open-until = valable jusqu’au { $until }
invitations-expired-at = expirée le { $at }
invitations-mail-waiting = e-mail en route
invitations-mail-sent = e-mail envoyé
invitations-mail-failed = e-mail non distribué
invitations-mails-waiting = { $count ->
    [one] { $count } e-mail est en route.
   *[other] { $count } e-mails sont en route.
}
invitations-resend = Renvoyer
invitations-revoke = Retirer
invitations-revoke-title = Retirer cette invitation ?
invitations-revoke-what = Le lien reçu par { $email } cesse de fonctionner. Qui l’a déjà utilisé reste.
invitations-flash-sent = Les invitations sont en route.
invitations-flash-resent = L’invitation est de nouveau en route, avec un nouveau lien.
invitations-flash-revoked = L’invitation est retirée.
invitations-sent-to = Invitation envoyée à { $email }
invitations-sent-count = { $count ->
    [one] { $count } invitation envoyée
   *[other] { $count } invitations envoyées
}
invitations-report-already = { $count ->
    [one] { $count } était déjà invité :
   *[other] { $count } étaient déjà invités :
}
invitations-report-wrong = { $count ->
    [one] { $count } n’est pas une adresse e-mail :
   *[other] { $count } ne sont pas des adresses e-mail :
}
invitations-report-doubled = { $count ->
    [one] { $count } était en double, un seul e-mail est parti :
   *[other] { $count } étaient en double, un seul e-mail chacun est parti :
}
invitations-report-too-often = { $count ->
    [one] { $count } a déjà reçu trop d’invitations aujourd’hui. Réessaie demain :
   *[other] { $count } ont déjà reçu trop d’invitations aujourd’hui. Réessaie demain :
}
invitations-report-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}

## The page behind the link

invitations-somebody = Quelqu’un
invitations-invited-by = { $inviter } t’invite
invitations-until = L’invitation est valable jusqu’au { $until }.
invitations-private = Seuls les invités voient cet événement.
invitations-email-hint = Avec une autre adresse que celle invitée, tu la confirmes d’abord par e-mail.
invitations-closed-title = Cette invitation est close
invitations-event-gone = L’événement de cette invitation n’existe plus.
invitations-event-cancelled = L’événement a été annulé. Merci d’avoir voulu venir.
invitations-see-event = Voir l’événement

## The mail

invitations-mail-subject = { $inviter } t’invite : { $event }
invitations-mail-heading = { $inviter } t’invite à « { $event } »
invitations-mail-button = Voir l’invitation et répondre
invitations-mail-until = Le lien n’est qu’à toi, sert une fois et jusqu’au { $until }. Qui l’a peut s’en servir : garde-le pour toi.
invitations-mail-file = Le fichier joint ajoute l’événement à ton agenda.
invitations-mail-why = Tu reçois cet e-mail parce que { $inviter } a saisi ton adresse chez { $community }. Si vous ne vous connaissez pas, ignore-le : sans réponse de ta part, il n’y aura pas de suite.

## Refusals

error-already-invited = Cette adresse a déjà une invitation en attente. Renvoie-la si elle s’est perdue.
error-invite-to-draft = Publie d’abord l’événement : personne ne verrait à quoi il est invité.
error-too-many-invitations = Au plus { $max } invitations par jour. Rien n’est parti. Essaie avec moins, ou demain.
error-recipient-has-enough = Cette adresse a reçu aujourd’hui autant d’invitations qu’on peut en recevoir. Réessaie demain.
field-too-many-pasted = Cela fait { $count } adresses ; { $max } au plus à la fois. Rien n’est parti, et tout ce que tu as saisi est encore là.
field-no-addresses = Il n’y a là aucune adresse e-mail.
field-one-or-many = Donne email ou emails, pas les deux.
