## The panel on an event's page

participation-question = Will you come?
participation-answer-going = Going
participation-answer-maybe = Maybe
participation-answer-interested = Interested
participation-answer-declined = Not going
participation-answer-cancelled = Left
participation-mine-going = You are going
participation-mine-maybe = You may come
participation-mine-interested = You are interested
participation-mine-declined = You are not going
participation-mine-cancelled = You have left
participation-count-going = { $count ->
    [one] { $count } going
   *[other] { $count } going
}
participation-count-maybe = { $count ->
    [one] { $count } maybe
   *[other] { $count } maybe
}
participation-count-interested = { $count ->
    [one] { $count } interested
   *[other] { $count } interested
}
participation-places-left = { $count ->
    [one] { $count } place left
   *[other] { $count } places left
}
participation-full = No places left
participation-closed-cancelled = This event is cancelled, so there is nothing to answer.
participation-closed-over = This is over.
participation-closed-draft = Once it is published, people can answer here.
participation-name = Your name
participation-email = Your e-mail address
participation-email-hint = We send you a link to confirm. Only the organisers see your address.
participation-sign-in = You have an account? Sign in to answer.
participation-leave = Leave
participation-leave-title = Leave this event?
participation-leave-what = You leave “{ $event }”. Your place goes to somebody else, and you get no more mails about it.
participation-left = You have left this event, and get no more mails about it.
participation-see-list = See who is coming
participation-pending-title = One more step
participation-pending-text = Press the button to confirm. Until then your answer does not count.
participation-confirm-button = Confirm my answer
participation-check-mail = We have sent a mail to { $email }. Open its link and press the button there: only then does your answer count.
participation-flash-answered = Your answer is in.
participation-flash-declined = Thank you for letting us know.
participation-flash-left = You have left the event.
participation-flash-back = You are back.

## The organisers' list

participation-list-title = Who is coming
participation-download = Download as a table
participation-filter-all = All
participation-search = Search by name or address
participation-none-found = Nobody like this
participation-none-found-text = No answer fits what you are looking for.
participation-nobody = Nobody has answered yet
participation-nobody-text = Here you will see who comes, may come or is interested. Invite people to begin with.
participation-invite-people = Invite people
participation-column-name = Name
participation-column-email = E-mail
participation-column-kind = Kind
participation-column-answer = Answer
participation-column-confirmed = Confirmed
participation-column-when = Answered
participation-kind-member = Member
participation-kind-guest = Guest
participation-nameless = (no name)
participation-unconfirmed = not confirmed yet
participation-places-taken = { $going } of { $capacity } places taken
participation-over-capacity = { $going } are going, though there are only { $capacity } places now. Nobody loses theirs.

## Mails

participation-notices = Changes of events
participation-notices-hint = When an event you are going to, or may go to, changes, is cancelled or is on again.
participation-when = When
participation-where = Where
participation-mail-open = See the event
participation-mail-change = Change my answer
participation-mail-leave = Leave the event
participation-mail-why = You get this mail because you answered “{ $event }” at { $community }. Leave the event to get no more.
participation-mail-confirm-subject = Please confirm: { $event }
participation-mail-confirm-heading = Are you coming to “{ $event }”?
participation-mail-confirm-text = Somebody, we hope it was you, answered with this address. Open the link and press the button: only then does the answer count.
participation-mail-confirm-button = Confirm the answer
participation-mail-confirm-ignore = It was not you? Then do nothing: without your confirmation nothing counts, and nobody writes to you again about it.
participation-mail-confirm-why = You get this mail because somebody entered your address for an event of { $community }.
participation-mail-answered-subject = Your answer is in: { $event }
participation-mail-answered-text = Your answer to “{ $event }” is in.
participation-mail-file = The attached file puts the event into your calendar.
participation-mail-changed-subject = Changed: { $event }
participation-mail-changed-heading = “{ $event }” has changed
participation-mail-new-time = The time is new.
participation-mail-new-place = The place is new.
participation-mail-new-title = It has another title now.
participation-mail-new-status = Look at the event again before you set out.
participation-mail-cancelled-subject = Cancelled: { $event }
participation-mail-cancelled-heading = “{ $event }” is cancelled
participation-mail-cancelled-text = It does not take place. You need to do nothing.
participation-mail-resumed-subject = On again: { $event }
participation-mail-resumed-heading = “{ $event }” takes place after all
participation-mail-resumed-text = It was cancelled, and now it is on again. Your answer still stands.

## Refusals

error-full = All places are taken. You can still say that you are interested, and look again later.
error-event-cancelled = This event is cancelled.
error-not-participating = You do not take part in this event.
error-bad-guest-token = This link does not work any more. Look for a newer mail, or answer again on the event’s page.
error-sign-in-or-invitation = Sign in first, or use the link of your invitation.
error-invitation-needed = This event is by invitation. Ask whoever organises it to invite you.
error-invalid-invitation = This invitation is not valid. It may have been withdrawn, or replaced by a newer mail.
error-invitation-used = This invitation was used already. Each is for one person.
error-invitation-expired = This invitation has expired. Ask whoever sent it for a new one.
field-not-a-series = This event does not repeat, so it has no such date.
