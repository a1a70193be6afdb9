## Members

members-nav = People
members-count = { $count ->
    [one] One member
   *[other] { $count } members
}
members-directory-title = Members
members-search-name = Search by name
members-search = Name or e-mail
members-none-title = Nobody found
members-none-text = No member fits what you are looking for.
members-show-all = Show all
members-from-start = From the beginning
members-name = Name
members-role = Role
members-roles = Roles
members-roles-hint = Everybody is a member. Tick what they are besides.
members-role-admin-hint = Runs the community: people, settings, everything public.
members-role-organiser-hint = Publishes events and looks after them.
members-role-promoter-hint = Shares events with passes and codes.
members-role-staff-hint = Works here: tasks, leave, bookings.
members-all-roles = All roles
members-all-states = All states
members-state = State
members-state-active = Active
members-state-suspended = Suspended
members-state-banned = Banned
members-since = Since
members-actions = Actions
members-joined-on = joined on { $date }
members-reason-told = Reason, as told to them:
members-shut-out = Suspend or ban
members-shut-out-text = Suspended is for a while, banned for good: both cannot sign in here until you take it back, and their answers stay. In other communities nothing changes.
members-reason = Reason
members-reason-hint = They read it when they try to sign in.
members-suspend = Suspend
members-ban = Ban
members-let-back-text = They can sign in again at once, with the roles they had.
members-reinstate = Reinstate
members-unban = Lift the ban
members-remove = Remove from the community
members-remove-text = Ends the membership and its roles. The account stays and may join again where joining is open.
members-remove-what = { $name } loses the membership of this community and every role in it.
members-flash-roles = The roles are saved.
members-flash-suspended = Suspended.
members-flash-banned = Banned.
members-flash-reinstated = Back in the community.
members-flash-removed = Removed from the community.

## Inviting

members-invite = Invite people
members-invite-text = Each address gets a mail with a link that works once, for seven days.
members-addresses = E-mail addresses
members-addresses-hint = Paste as many as you like (at most 500 at once), separated by commas or line ends.
members-tally-one = 1 address
members-tally-many = {"{"}n{"}"} addresses
members-invite-send = Send invitations
members-invited = { $count ->
    [one] One invitation is on its way.
   *[other] { $count } invitations are on their way.
}
members-already-invited = Invited already: { $list }
members-already-members = Members already: { $list }
members-bad-addresses = { $count ->
    [one] This is no e-mail address.
   *[other] These { $count } are no e-mail addresses.
}
members-invitations = Invitations
members-address = Address
members-valid-until = Valid until
members-invited-by = Invited by
members-invitation-open = Waiting
members-invitation-expired = Expired
members-invitation-used = Joined
members-invitation-revoked = Revoked
members-resend = Send again
members-revoke = Revoke
members-flash-resent = A new link is on its way; the old one works no more.
members-flash-revoked = The invitation is revoked; its link works no more.

## Joining

members-join-title = Join { $community }
members-join-lead = { $name } invites you to become a member of { $community }.
members-join-lead-unnamed = You are invited to become a member of { $community }.
members-join-as = You join as { $name }.
members-join-name = Your name
members-join-password = A password
members-join-password-hint = At least ten characters; several words are good.
members-join-button = Join
members-join-until = The invitation is valid until { $date }.
members-flash-welcome = Welcome! You are a member now.
members-flash-already = You are a member here already.

## The mail

members-mail-subject = { $name } invites you to { $community }
members-mail-text = You can become a member of { $community }: see its events, answer them, and be in touch with its people.
members-mail-button = Look at the invitation
members-mail-about = About the community
members-mail-until = The link works once, until { $date }. Opening it commits you to nothing.
members-mail-why = { $name } entered your address to invite you. If you do not want to join, do nothing: we will not write again.

## Refusals

error-not-yourself = You cannot shut yourself out.
error-join-expired = This invitation has expired. Ask for a new one.
error-join-used = This invitation was used already. If it was you, sign in.
error-join-revoked = This invitation was taken back.
error-join-again = An account with this address was made a moment ago. Open the invitation again.

## The trail

audit-member-roles = { $actor } changed the roles of { $subject }
audit-member-suspend = { $actor } suspended { $subject }
audit-member-reinstate = { $actor } reinstated { $subject }
audit-member-ban = { $actor } banned { $subject }
audit-member-unban = { $actor } lifted the ban of { $subject }
audit-member-remove = { $actor } removed { $subject } from the community
audit-member-leave = { $actor } left the community
audit-member-invite = { $actor } invited people to join
audit-member-uninvite = { $actor } revoked an invitation to join
audit-member-join = { $actor } joined by invitation
