## The organisers' page

invitations-title = Invitations
invitations-invite = Invite people
invitations-open-count = { $count ->
    [one] { $count } invitation is open.
   *[other] { $count } invitations are open.
}
invitations-paste = E-mail addresses
invitations-paste-hint = One or many, at most { $max } at once: paste them as they are, with commas or on lines of their own, with names or without.
invitations-address-count = { $count ->
    [one] { $count } address
   *[other] { $count } addresses
}
invitations-address-many = {"{n}"} addresses
invitations-language = Language of the mail
invitations-send = Send invitations
invitations-sent-title = Sent so far
invitations-none = Nobody is invited yet
invitations-none-text = Enter addresses above. Everybody gets a mail with a link of their own, which works for seven days.
invitations-none-such = None like this.
invitations-column-state = State
invitations-column-when = When
invitations-state-open = Open
invitations-state-used = Used
invitations-state-expired = Expired
invitations-used-at = answered { $at }
invitations-open-until = open until { $until }
invitations-expired-at = expired { $at }
invitations-mail-waiting = mail on its way
invitations-mail-sent = mail sent
invitations-mail-failed = mail could not be delivered
invitations-mails-waiting = { $count ->
    [one] { $count } mail is on its way.
   *[other] { $count } mails are on their way.
}
invitations-resend = Send again
invitations-revoke = Revoke
invitations-revoke-title = Revoke this invitation?
invitations-revoke-what = The link that { $email } got stops working. Whoever has used it already stays.
invitations-flash-sent = The invitations are on their way.
invitations-flash-resent = The invitation is on its way again, with a new link.
invitations-flash-revoked = The invitation is revoked.
invitations-sent-to = Invitation sent to { $email }
invitations-sent-count = { $count ->
    [one] { $count } invitation sent
   *[other] { $count } invitations sent
}
invitations-report-already = { $count ->
    [one] { $count } was invited already:
   *[other] { $count } were invited already:
}
invitations-report-wrong = { $count ->
    [one] { $count } is no e-mail address:
   *[other] { $count } are no e-mail addresses:
}
invitations-report-doubled = { $count ->
    [one] { $count } came more than once, and got one mail:
   *[other] { $count } came more than once, and got one mail each:
}
invitations-report-too-often = { $count ->
    [one] { $count } got too many invitations today. Try again tomorrow:
   *[other] { $count } got too many invitations today. Try again tomorrow:
}
invitations-report-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}

## The page behind the link

invitations-somebody = Somebody
invitations-invited-by = { $inviter } invites you
invitations-until = The invitation is open until { $until }.
invitations-private = Only those who are invited see this event.
invitations-email-hint = With another address than the invited one you confirm it by mail first.
invitations-closed-title = This invitation is closed
invitations-event-gone = The event of this invitation does not exist any more.
invitations-event-cancelled = The event was cancelled. Thank you for wanting to come.
invitations-see-event = See the event

## The mail

invitations-mail-subject = { $inviter } invites you: { $event }
invitations-mail-heading = { $inviter } invites you to “{ $event }”
invitations-mail-button = See the invitation and answer
invitations-mail-until = The link is yours alone, works once, and until { $until }. Whoever has it can use it, so keep it to yourself.
invitations-mail-file = The attached file puts the event into your calendar.
invitations-mail-why = You get this mail because { $inviter } entered your address at { $community }. If you do not know each other, ignore it: without your answer nothing more comes of it.

## Refusals

error-already-invited = This address has an open invitation already. Send that one again if it got lost.
error-invite-to-draft = Publish the event first: nobody could see what they are invited to.
error-too-many-invitations = At most { $max } invitations a day. Nothing was sent. Try fewer, or again tomorrow.
error-recipient-has-enough = This address got as many invitations today as anybody may get. Try again tomorrow.
field-too-many-pasted = These are { $count } addresses; at most { $max } go at once. Nothing was sent, and everything you entered is still here.
field-no-addresses = There is no e-mail address in this.
field-one-or-many = Give email or emails, not both.
