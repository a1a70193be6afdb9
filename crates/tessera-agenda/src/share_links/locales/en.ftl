## Sharing a part of the calendar

share-links-nav = Sharing
share-links-title = Shared calendars
share-links-lead = A link shows a part of the public calendar to whoever has it, without signing in. Private events are never in it.
share-links-new = New link
share-links-new-lead = For the website of a venue, the parents of a team, the noticeboard: public events only, exactly those that you choose.
share-links-name = Name
share-links-name-hint = Whoever opens the link reads it at the top.
share-links-kinds = What it shows
share-links-kinds-hint = Choose none to show everything.
share-links-every-kind = Everything
share-links-range = From when to when
share-links-range-hint = Leave both empty to show what is coming, for as long as the link is open.
share-links-from = First day
share-links-to = Last day
share-links-limits = How long it is open
share-links-expires = Open until
share-links-expires-hint = That day is included.
share-links-max-views = At most so many views
share-links-max-views-hint = Each opening of the page counts, a preview in a chat too. Calendars that subscribed do not.
share-links-make = Make the link
share-links-mine = Mine
share-links-everybodys = Everybody’s
share-links-none = Nothing is shared yet
share-links-none-text = A link shows the public events that you choose to people without an account, as a page and in their own calendar app.
share-links-state-open = Open
share-links-state-revoked = Closed by hand
share-links-state-expired = Expired
share-links-state-used-up = All views used
share-links-state-paused = Paused: its maker does not organise here at the moment
share-links-views = { $count ->
    [0] Not opened yet
    [one] Opened once
   *[other] Opened { $count } times
}
share-links-views-of = { $count } of { $max } views
share-links-last = last { $when }
share-links-until = open until { $when }
share-links-no-end = open without an end
share-links-from-to = { $from } to { $to }
share-links-from-on = from { $from }
share-links-up-to = up to { $to }
share-links-coming = what is coming
share-links-page = Page to send
share-links-feed = Address for calendar apps
share-links-sealed = The server’s secret key was changed since: the link still works, but its address cannot be shown any more.
share-links-revoke = Close
share-links-restore = Open again
share-links-from-start = From the start
share-links-flash-made = The link is ready. Copy its address from the list.
share-links-flash-revoked = The link is closed.
share-links-flash-restored = The link is open again.
share-links-subscribe = Open in your calendar app
share-links-download = Download
share-links-nothing = Nothing to see here right now
share-links-nothing-text = As soon as something is planned that belongs here, you see it on this page.
share-links-more = There are more. The calendar to download has all of them.
share-links-feed-name = { $name } · { $community }
share-links-closed-title = This link is closed
error-share-link-closed = It has expired, was opened as often as allowed, or was closed. Ask whoever gave it to you for a new one.
error-too-many-share-links = You have { $max } open links. Close one that nobody needs any more.
field-in-the-past = This is over already.
audit-share-link-revoke = { $actor } closed a shared calendar of { $subject }
audit-share-link-restore = { $actor } opened a shared calendar of { $subject } again
