## Subscribing

calendar-subscribe-title = Subscribe to the calendar
calendar-subscribe-lead = Your own calendar app keeps up by itself: new events appear, changes follow, cancelled ones are marked.
calendar-subscribe-open = Open in your calendar app
calendar-subscribe-address = Address of the calendar
calendar-subscribe-address-hint = For apps that ask for an address: in Google Calendar “Other calendars”, “From URL”; in Outlook “Add calendar”, “Subscribe from web”; on a phone “Add subscription”.
calendar-subscribe-news = As news
calendar-subscribe-news-hint = For a news reader: what is coming.
calendar-subscribe-atom = Atom feed
calendar-subscribe-json = JSON Feed
calendar-subscribe-filters = Every address takes the filters of the agenda: add ?category=… or ?place=… to follow only a part.
calendar-subscribe-download = Download the calendar once
calendar-feed-description = The public events of { $community }
calendar-feed-personal = { $community }, for { $name }

## One's own feed

calendar-mine-title = A calendar for you alone
calendar-mine-text = One secret address with the public events, those you organise and those you said yes to, private ones included. Whoever has the address can read them, so keep it to yourself.
calendar-mine-create = Make my address
calendar-mine-once = This is your address. Copy it now: it is shown this once.
calendar-mine-since = You have an address since { $date }. It is not shown again; a new one takes its place.
calendar-mine-renew = Make a new address
calendar-mine-renew-confirm = The address you have now stops working at once, in every app that uses it.
calendar-mine-revoke = Turn it off
calendar-mine-revoke-confirm = The address stops working at once, in every app that uses it.
calendar-mine-sign-in = Sign in to follow your own and private events too.
calendar-flash-revoked = Your address no longer works.

## Importing

calendar-import-nav = Import
calendar-import-title = Import a calendar
calendar-import-lead = Bring the events you already have: an .ics file, as Google, Apple, Outlook, Thunderbird and most other calendars export it. Importing a newer file later updates what changed and doubles nothing.
calendar-import-file = Calendar file
calendar-import-file-hint = Ends in .ics; at most { $megabytes } MB.
calendar-import-visibility = Who sees the events
calendar-import-visibility-marked = Everybody, except for events the file marks as private
calendar-import-visibility-public = Everybody
calendar-import-visibility-private = Only you and those you invite
calendar-import-look = Look at it first
calendar-import-preview = What this import would do
calendar-import-preview-text = Nothing has been changed yet.
calendar-import-created = New
calendar-import-updated = Changed
calendar-import-unchanged = Unchanged
calendar-import-skipped = Left out
calendar-import-go = { $count ->
    [one] Import { $count } event
   *[other] Import { $count } events
}
calendar-import-nothing = Everything in this file is here already.
calendar-import-another = Choose another file
calendar-import-running = Importing: { $done } of { $total }
calendar-import-running-text = You can leave this page; the import goes on.
calendar-import-done = The import is done
calendar-import-failed = The import stopped before its end
calendar-import-failed-text = What was imported up to there stays. Import the file again: what is here already is not doubled.
calendar-import-agenda = See the agenda
calendar-import-left-out = What was left out
calendar-import-left-out-text = Everything else in the file is not affected.
calendar-import-left-out-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
calendar-import-what = What
calendar-import-line = Line
calendar-import-why = Why
audit-calendar-import = { $actor } imported a calendar

calendar-component-event = Event
calendar-component-todo = To-do
calendar-component-journal = Journal entry
calendar-component-calendar = Calendar
calendar-component-other = Entry

## Why something was left out

calendar-skipped-missing-uid = It has no UID, so it could never be recognised again.
calendar-skipped-missing-start = It has no start.
calendar-skipped-invalid-property = The value of { $subject } makes no sense.
calendar-skipped-duplicate-property = { $subject } stands there twice.
calendar-skipped-ends-before-start = It ends before it starts.
calendar-skipped-mixed-times = Start and end do not fit together: one is a day or has no zone, the other not.
calendar-skipped-unknown-zone = Nobody knows the time zone “{ $subject }”.
calendar-skipped-malformed-line = A line is broken.
calendar-skipped-unterminated = Its end is missing.
calendar-skipped-stray-end = An end stands there without a beginning.
calendar-skipped-too-many-properties = It has too many properties.
calendar-skipped-line-too-long = A line is too long.
calendar-skipped-unsupported = Only events are imported.
calendar-skipped-older = What is here is newer.
calendar-skipped-duplicate = The file holds a newer one of the same name.

## Refusals

error-not-a-calendar = This is no calendar file. Export your calendar as .ics and choose that file.
error-vcalendar-1 = This is an old vCalendar file. Export your calendar in the format iCalendar (.ics).
error-too-many-components = This calendar has more than { $limit } entries. Export it in parts.
error-too-deep = This calendar file is damaged: its entries are nested too deeply.
error-import-gone = This import is over. Choose the file again.
