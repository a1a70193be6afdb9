## Events of partners

external-events-title = Events of partner clubs
external-events-lead = Discover what our friends are organising.
external-events-from-partners = From partner clubs
external-events-kind = Partner event
external-events-filter = Filter
external-events-club = Club
external-events-club-any = All clubs
external-events-date = Date
external-events-date-any = All that is coming
external-events-date-week = The next seven days
external-events-date-month = This month
external-events-date-next-month = Next month
external-events-place = Place
external-events-from-start = From the beginning
external-events-none = Nothing from partner clubs yet
external-events-none-text = When a club we share events with has something on, you find it here.
external-events-nothing-found = Nothing found
external-events-nothing-found-text = No event fits what you are looking for.
external-events-show-all = Show all
external-events-to-partners = Go to the partners
external-events-waiting = { $count ->
    [one] One event is waiting for you
   *[other] { $count } events are waiting for you
}
external-events-interest = { $count ->
    [0] Be the first to show interest!
    [one] One of us is interested
   *[other] { $count } of us are interested
}
external-events-theirs = { $count ->
    [one] One from { $club } is interested
   *[other] { $count } from { $club } are interested
}
external-events-nameless = Names are not shown, for privacy.
external-events-question = Are you interested?
external-events-level-interested = Interested
external-events-level-maybe = Maybe
external-events-level-going = Going!
external-events-withdraw = Not interested any more
external-events-sign-in = Sign in to show interest and get organised
external-events-cancelled = Cancelled by the organisers
external-events-cancelled-text = It does not take place.
external-events-over = This is over.
external-events-gone = { $club } does not list this event any more.
external-events-not-shown = Only admins see this: it is not approved, hidden, or its partner is paused.
external-events-facts = When and where
external-events-original = Go to the original event
external-events-read-there = Read on at the organisers’
external-events-map = Map
external-events-map-show = Show the map
external-events-map-note = The map is loaded from { $host }, which then learns your internet address.
external-events-map-in = Zoom in
external-events-map-out = Zoom out
external-events-directions = How to get there
external-events-organise = Let’s organise!
external-events-organise-text = Only members read this. It is not passed on to the partner.
external-events-no-comments = Nobody has written anything yet. Who drives, and when do you leave?
external-events-write = Write a comment
external-events-write-example = Who’s leaving at eight?
external-events-send = Send
external-events-change-comment = Change your comment
external-events-edited = edited
external-events-earlier = Earlier comments
external-events-manage = Partner events
external-events-manage-lead = What partners list. You decide what is shown; the events themselves stay as their organisers write them.
external-events-manage-none = No partner has listed anything yet
external-events-manage-none-text = As soon as a partner is approved and was asked, its events stand here.
external-events-see-list = See the public page
external-events-event = Event
external-events-status = Status
external-events-status-any = Any status
external-events-scheduled = Scheduled
external-events-approval = Approval
external-events-approval-any = Any
external-events-pending = Waiting
external-events-approved = Approved
external-events-hidden = Hidden
external-events-upcoming = Upcoming
external-events-past = Past
external-events-interests = Interested
external-events-actions = Actions
external-events-bulk = For the ticked events
external-events-tick = Tick
external-events-tick-all = All on this page
external-events-approve = Approve
external-events-hide = Hide
external-events-unhide = Show again
external-events-approve-ticked = Approve ticked
external-events-hide-ticked = Hide ticked
external-events-refresh-ticked = Fetch ticked anew
external-events-hide-title = Hide these events?
external-events-hide-what = { $count ->
    [one] One event will not be seen by visitors and members any more.
   *[other] { $count } events will not be seen by visitors and members any more.
}
external-events-flash-said = Noted. Only the number is shown.
external-events-flash-withdrawn = Your interest is taken back.
external-events-flash-comment-changed = Your comment is changed.
external-events-flash-comment-deleted = The comment is deleted.
external-events-flash-comment-restored = The comment is back.
external-events-flash-none-ticked = Tick the events first.
external-events-flash-approved = The events are approved.
external-events-flash-hidden = The events are hidden.
external-events-flash-refreshing = The events are being fetched anew.
external-events-flash-approved-one = The event is approved.
external-events-flash-hidden-one = The event is hidden.
external-events-flash-unhidden = The event is shown again.
external-events-flash-undone = It is as it was before.
external-events-prefer-news = New events of partner clubs
external-events-prefer-news-hint = When partner clubs have something new on.
external-events-prefer-updates = Partner events you are interested in
external-events-prefer-updates-hint = When they change, are called off, or many of us want to go.
external-events-prefer-comments = Comments on partner events
external-events-prefer-comments-hint = When somebody writes about an event you are interested in.
external-events-notice-new = New events from partner clubs 🏍️
external-events-notice-new-text = Our partner clubs have added new events:
external-events-notice-milestone = { $count ->
    [one] 🔥 One member is interested in { $event }!
   *[other] 🔥 { $count } members are interested in { $event }!
}
external-events-notice-changed = { $event } has changed
external-events-notice-cancelled = { $event } is cancelled
external-events-notice-comment = { $name } wrote about { $event }
external-events-mail-milestone-heading = The event you’re interested in is getting attention!
external-events-mail-milestone-count = { $count ->
    [one] One of our members is interested
   *[other] { $count } of our members are interested
}
external-events-mail-milestone-open = See who organises the trip
error-external-event-cancelled = This event is cancelled.
error-external-event-over = This event is over.
audit-external-event-approve = { $actor } approved events of partners
audit-external-event-unapprove = { $actor } took back the approval of events of partners
audit-external-event-hide = { $actor } hid events of partners
audit-external-event-unhide = { $actor } showed events of partners again
audit-external-comment-delete = { $actor } deleted a comment of { $subject }
audit-external-comment-restore = { $actor } brought back a comment of { $subject }
