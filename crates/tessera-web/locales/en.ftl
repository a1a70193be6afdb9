## Dates

dates-weekday-and-date = { $weekday } { $date }
dates-time = { $time }
dates-times = { $from }–{ $to }
dates-day-and-time = { $day }, { $time }
dates-from-to = { $start } – { $end }
dates-days-of-month = { $first }–{ $last } { $month }
dates-days-of-month-and-year = { $first }–{ $last } { $month } { $year }
dates-zone = { $city } time
dates-today = today
dates-tomorrow = tomorrow
dates-yesterday = yesterday
dates-just-now = just now
dates-in-minutes = { $count ->
    [one] in { $count } minute
   *[other] in { $count } minutes
}
dates-minutes-ago = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
dates-in-hours = { $count ->
    [one] in { $count } hour
   *[other] in { $count } hours
}
dates-hours-ago = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
dates-in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
dates-days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
dates-in-months = { $count ->
    [one] in { $count } month
   *[other] in { $count } months
}
dates-months-ago = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}
dates-in-years = { $count ->
    [one] in { $count } year
   *[other] in { $count } years
}
dates-years-ago = { $count ->
    [one] { $count } year ago
   *[other] { $count } years ago
}

## Chrome

chrome-skip-to-content = Skip to content
chrome-main-navigation = Main
chrome-agenda = Agenda
chrome-calendar = Calendar
chrome-community = Community
chrome-inbox = Inbox
chrome-me = Me
chrome-about = About
chrome-manage = Manage
chrome-create = Create
chrome-search = Search
chrome-sign-in = Sign in
chrome-sign-out = Sign out
chrome-register = Join
chrome-language = Language
chrome-you-are-here = You are here
chrome-more = More
chrome-keys = Keyboard shortcuts
chrome-keys-on = Shortcuts with single letters

## Buttons

button-save = Save
button-cancel = Cancel
button-delete = Delete
button-edit = Edit
button-back = Back
button-next = Next
button-previous = Previous
button-close = Close
button-undo = Undo
button-copy = Copy
button-show-more = Show more
button-filter = Filter
button-clear = Clear

## Forms

form-required = required
form-optional = optional
form-copied = Copied.
form-has-errors = Please look at the marked fields.
form-show-password = Show password
form-hide-password = Hide password
form-yes = Yes
form-no = No

## Roles

role-member = Member
role-staff = Staff
role-promoter = Promoter
role-organiser = Organiser
role-admin = Admin

## Refusals: the code of the answer, with its underscores as hyphens

error-title = This did not work
error-not-found-title = There is nothing here
error-way-back = Go on from here
error-home = To the agenda
error-unauthenticated = Please sign in first.
error-forbidden = You may not do this. Ask an admin of your community if you think you should.
error-not-a-member = You are not a member of this community.
error-not-found = What you are looking for does not exist, or is not open to you.
error-method-not-allowed = This address cannot be used that way.
error-invalid = Some of what was entered does not fit.
error-bad-json = The body is not valid JSON.
error-bad-body = The request cannot be read.
error-csrf = This page was open too long or came from elsewhere. Load it again and try once more.
error-wrong-community = This token belongs to another community.
error-suspended = Your membership is suspended. An admin of the community can tell you why.
error-scope-missing = This token may not do this.
error-email-unverified = Confirm your e-mail address first: until then you can prepare, but not publish, invite or send.
error-too-many = That was too often. Wait a little and try again.
error-overloaded = A great many people are here just now. Please try again in a few seconds; nothing that you sent was taken in.
error-timed-out = That took too long and was broken off. Please try again, on a faster connection if you can.
error-too-large = That is too large.
error-changed-meanwhile = Somebody else changed this in the meantime. Look at it again before you save.
error-idempotency-key-reused = This Idempotency-Key was used for another request.
error-unavailable = The server is busy or being looked after. Try again in a minute.
error-not-json = Send JSON, with the header Content-Type: application/json.
error-not-multipart = Send the file as multipart/form-data.
error-not-set-up = This server has no community yet. Set up the first one.
error-bad-token = This token is unknown, has expired or was revoked.
error-bad-idempotency-key = An Idempotency-Key has between 1 and 255 characters.
error-in-progress = The first request with this Idempotency-Key is still under way. Ask again in a moment.
error-internal = Something went wrong on our side. If it happens again, tell the people who run this server the reference { $reference }.

## What is wrong with one field

field-required = This is needed.
field-too-long = At most { $max } characters.
field-bad-email = This is no e-mail address, as in ana@example.org.
field-bad-date = This is no date that exists.
field-bad-timezone = This time zone does not exist. They are named like Europe/Rome.
field-bad-choice = Choose one of those offered.
field-bad-number = This is no number.
field-out-of-range = Between { $min } and { $max }.
field-unknown-field = There is no such field.
field-wrong-type = This is of another type than expected.
field-bad-characters = This has characters that are not allowed here.

## The API's page

api-docs-title = The API
api-docs-file = The document as a file (OpenAPI 3.1)
api-docs-shapes = Shapes
field-too-many-addresses = At most { $max } addresses at once.

## Offline

phone-as-it-was = You are offline. This is how it was on { $day }, { $time }.
phone-seen = as on { $day }, { $time }
phone-offline = You are offline
phone-not-kept = This page was not opened while there was a connection, so it is not on this phone.
phone-retry = Try again
phone-kept = What you can still look at
