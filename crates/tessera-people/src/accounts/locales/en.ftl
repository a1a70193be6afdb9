## Signing in and joining

accounts-email = E-mail address
accounts-password = Password
accounts-name = Name
accounts-name-hint = As the others know you.
accounts-password-hint = At least 10 characters. A few words in a row are good.
accounts-forgot-link = Forgot your password?
accounts-no-account = No account yet?
accounts-have-account = Do you have an account already?
accounts-register-title = Join { $community }
accounts-register-button = Create account
accounts-register-closed = Nobody can join { $community } without an invitation. Ask somebody who is a member already.
accounts-role = What would you like to do?
accounts-role-member-hint = Take part, and get invited.
accounts-role-staff-hint = Work here, with leave and tasks.
accounts-role-promoter-hint = Pass events on to others.
accounts-role-organiser-hint = Publish events and look after them.
accounts-sent-title = Look into your inbox
accounts-sent-register = We have written to { $email }. The link in the mail confirms that the address is yours and signs you in.
accounts-sent-forgot = If { $email } belongs to an account here, a mail with a link to a new password is on its way.
accounts-sent-change-email = We have written to { $email }. Your account changes over when you press the button behind the link in that mail.
accounts-sent-hint = Nothing there? Look into the spam folder too, and try again in a few minutes.
accounts-forgot-title = Forgot your password?
accounts-forgot-text = Enter your address, and we send you a link to choose a new one.
accounts-forgot-button = Send the link
accounts-reset-title = Choose a new password
accounts-reset-text = For the account of { $name }. Saving it signs out every other device.
accounts-new-password = New password
accounts-reset-button = Save and sign in
accounts-verify-title = Confirm your address
accounts-verify-text = Press the button to confirm that { $email } is yours, and to sign in.
accounts-verify-button = Confirm and sign in
accounts-sign-in-as = Sign in as { $name }
accounts-link-text = This link works once. Press the button to sign in on this device.
accounts-join-text = { $email } has an account on this server already. Press the button to become a member of { $community } with it.
accounts-join-button = Join and sign in
accounts-change-email-title = Use this address
accounts-change-email-text = From now on, the account of { $name } uses { $email }.
accounts-unverified-text = We have sent a link to { $email }. Until you have pressed its button you can look around and prepare, but not publish, invite or send.
accounts-verified-text = Your address { $email } is confirmed.
accounts-resend-button = Send the mail again
accounts-flash-welcome = Welcome! You are signed in.
accounts-flash-signed-out = You are signed out.
accounts-flash-resent = The mail is on its way.

## One's own account

accounts-me-profile = Profile
accounts-me-security = Security
accounts-me-privacy = Your data
accounts-language = Language
accounts-language-auto = As my browser says
accounts-timezone = Time zone
accounts-timezone-hint = As in Europe/Rome. Left empty, times are those of the community: { $zone }.
accounts-timezone-offer = Your device says { $zone }.
accounts-timezone-take = Use it
accounts-email-confirmed = confirmed
accounts-email-unconfirmed = not confirmed yet
accounts-new-email = New address
accounts-new-email-hint = We send a link there; the address changes when you press its button.
accounts-change-email-button = Change address
accounts-current-password = Current password
accounts-change-password-button = Change password
accounts-choose-password = You have no password yet and sign in by links. Choose one here.
accounts-change-password-note = Changing it signs out your other devices.
accounts-sessions-title = Where you are signed in
accounts-session-here = this device
accounts-session-unknown = Unknown device
accounts-session-used = Last used { $when }
accounts-session-end = Sign out
accounts-session-end-named = Sign out { $device }
accounts-sessions-end-others = Sign out everywhere else
accounts-tokens-title = Tokens for programs
accounts-tokens-text = A token lets a program act for you in { $community }, within the rights that you choose. Treat it like a password.
accounts-token-name = What it is for
accounts-token-scopes = What it may do
accounts-token-scope-read = reading
accounts-token-scope-write = changing
accounts-token-lasts = How long it works
accounts-token-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
accounts-token-forever = Until I revoke it
accounts-token-make = Make a token
accounts-token-made-title = Your new token
accounts-token-made-text = Copy it now: it is not shown again.
accounts-token-sign-in = A program that is signed in
accounts-token-everything = everything that you may
accounts-token-unused = Not used yet
accounts-token-ends = Ends { $when }
accounts-token-revoke = Revoke
accounts-token-revoke-named = Revoke { $name }
accounts-tokens-none = You have no tokens.
accounts-export-title = Take your data along
accounts-export-text = Everything that this server keeps about you, as one JSON file.
accounts-export-button = Download
accounts-erase-title = Erase your account
accounts-erase-text = This cannot be undone. It concerns your account on this whole server, in all its communities:
accounts-erase-sign-in = Your name, address and password are erased, and every device and program is signed out.
accounts-erase-answers = Your memberships and your answers to events are erased.
accounts-erase-events = Events of yours that are still to come pass to the admins of their community, without your name.
accounts-erase-button = Erase my account
accounts-erase-confirm = Erase the account of { $email } for good?
accounts-flash-profile-saved = Your profile is saved.
accounts-flash-password-changed = Your password is changed; your other devices are signed out.
accounts-flash-email-changed = The new address is in use.
accounts-flash-session-ended = Signed out there.
accounts-flash-token-revoked = The token is revoked.
accounts-flash-erased = Your account is erased. Farewell!

## Refusals

error-bad-credentials = Address and password do not fit together.
error-registration-closed = Nobody can join here without an invitation.
error-email-taken = This address has an account already. Sign in with it.
error-account-suspended = Your membership is suspended. { $reason }
error-account-banned = You are banned from this community. { $reason }
error-link-gone = This link does not work any more: it was used, replaced by a newer one, or is too old. Ask for a new one.
error-wrong-password = The password is not right.
error-too-many-tokens = You have { $max } tokens already. Revoke one that you no longer need.
error-password-needed = Choose a password first: it is asked before an account is erased.
error-last-operator = You are the only one who runs this server. Make somebody else an operator first.
error-only-admin = You are the only admin of { $community }. Make somebody else an admin first.
field-password-too-short = At least { $min } characters, please.
field-password-too-long = This is too long for a password.
field-password-too-common = This is among the first that anybody would try. Choose something else.
field-wrong-password = The password is not right.
field-role-not-open = Newcomers cannot choose this role here.

## Mails

accounts-mail-why = You get this because the address was entered at { $community }.
accounts-mail-not-you = If that was not you, choose a new password at once and tell the admins of { $community }.
accounts-mail-verify-subject = Confirm your address
accounts-mail-verify-text = Welcome to { $community }, { $name }! Press the button to confirm that this address is yours.
accounts-mail-verify-button = Confirm my address
accounts-mail-verify-after = The link works once, for three days. If you did not ask for this, ignore this mail: somebody may have mistyped their address.
accounts-mail-exists-subject = You already have an account
accounts-mail-exists-text = Hello { $name }, somebody, probably you, has just entered this address at { $community }. It has an account there already: sign in with it.
accounts-mail-exists-button = Sign in
accounts-mail-exists-after = If that was not you, there is nothing to do.
accounts-mail-join-subject = Join { $community } with your account
accounts-mail-join-text = Hello { $name }, this address has an account on this server already. Press the button to become a member of { $community } with it. Your password stays the one you have.
accounts-mail-join-button = Join { $community }
accounts-mail-reset-subject = Choose a new password
accounts-mail-reset-text = Hello { $name }, somebody, probably you, has asked for a new password for your account at { $community }.
accounts-mail-reset-button = Choose a new password
accounts-mail-reset-after = The link works once, for two hours. If that was not you, ignore this mail: your password stays as it is.
accounts-mail-change-email-subject = Confirm your new address
accounts-mail-change-email-text = Hello { $name }, press the button to use this address for your account at { $community } from now on.
accounts-mail-change-email-button = Use this address
accounts-mail-change-email-after = The link works once, for three days. If you know nothing of this, ignore this mail: nothing changes.
accounts-mail-email-changed-subject = Your address was changed
accounts-mail-email-changed-text = Hello { $name }, your account at { $community } now uses { $email }. Its mails no longer come here.
accounts-mail-password-changed-subject = Your password was changed
accounts-mail-password-changed-text = Hello { $name }, the password of your account at { $community } was changed, and every other device was signed out.

## Deeds of the audit trail

audit-account-change-password = { $actor } changed their password.
audit-account-reset-password = { $actor } set a new password by a mailed link.
audit-account-change-email = { $actor } changed their address.
audit-account-make-token = { $actor } made a token.
audit-account-revoke-token = { $actor } revoked a token.
audit-account-erase = Somebody erased their account.
