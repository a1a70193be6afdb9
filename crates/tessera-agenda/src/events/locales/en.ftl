## Lists

events-agenda-title = Agenda
events-agenda-lead = What we are up to. Come along.
events-subscribe-calendar = Subscribe to the calendar
events-filters = Filters
events-filter-all = Everything
events-filter-mine = Mine
events-filter-events = Events
events-filter-community-events = Community events
events-filter-engagements = Engagements
events-filter-tasks = Tasks
events-search = Search
events-search-words = Words
events-place = Place
events-from = From
events-to = To
events-earlier = Earlier
events-later = Later
events-under-way = Under way
events-all-day = all day
events-time-in-zone = { $time } ({ $zone })
events-nothing-planned = Nothing is planned yet
events-nothing-planned-text = What this community does will stand here, day by day.
events-nothing-found = Nothing found
events-nothing-found-text = Try fewer words, another place or other dates.
events-show-all = Show everything
events-create = Create an event
events-create-first = Create the first event

## Months

events-months = Months
events-previous-month = Previous month
events-next-month = Next month
events-this-month = This month
events-more-that-day = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
events-month-empty = Nothing this month
events-month-empty-text = Look at the next one, or fill this one.

## Kinds, states

events-kind-event = Event
events-kind-community-event = Community event
events-kind-engagement = Engagement
events-kind-task = Task
events-cancelled = Cancelled
events-postponed = Postponed
events-rescheduled = New date
events-moved-online = Online
events-in-progress = In progress
events-done = Done
events-state-draft = Draft
events-state-proposed = Proposed
events-state-deleted = Deleted
events-only-invited = By invitation
events-repeats = repeats
events-going = { $count ->
    [one] { $count } is going
   *[other] { $count } are going
}
events-going-full = { $count ->
    [one] { $count } is going · full
   *[other] { $count } are going · full
}
events-places-left = { $left ->
    [one] { $left } place
   *[other] { $left } places
}
events-going-and-left = { $left ->
    [one] { $count } going · { $left } place left
   *[other] { $count } going · { $left } places left
}

## One event

events-facts = When and where
events-now = now
events-your-time = { $time } where you are
events-due = Due { $when }
events-organised-by = Organised by { $name }
events-together-with = together with { $names }
events-show-on-map = Show on OpenStreetMap
events-add-to-calendar = Add to my calendar
events-share = Share
events-tools = For organisers
events-publish = Publish
events-propose = Propose
events-give-back = Give back as draft
events-duplicate = Duplicate
events-cancel = Cancel the event
events-resume = It takes place after all
events-restore = Bring back
events-cancel-question = { $count ->
    [0] Nobody has answered yet, so nobody gets a mail. The event stays visible, marked as cancelled.
    [one] { $count } person gets a mail that the event is cancelled.
   *[other] { $count } people get a mail that the event is cancelled.
}
events-delete-title = Delete the event
events-delete-question = { $count ->
    [one] { $count } person who answered gets a mail, and the event disappears. For thirty days you can bring it back.
   *[other] { $count } people who answered get a mail, and the event disappears. For thirty days you can bring it back.
}
events-deleted-notice = This event is deleted. For thirty days it can be brought back.
events-draft-notice = A draft: only those who organise it see it.
events-proposed-notice = Proposed: an organiser of the community looks at it and publishes it.

## The form

events-new-title = New event
events-edit-title = Edit the event
events-title = Title
events-when = When
events-whole-days = Whole days
events-whole-days-hint = Without times of day.
events-start-date = Day
events-start-time = Begins at
events-end-date = Last day
events-end-date-hint = Only if it is another day.
events-end-time = Ends at
events-end-time-hint = Leave it empty if you do not know.
events-timezone = Time zone of these times
events-timezone-hint = The zone of the place, as in Europe/Rome.
events-zone-offer = Your device is in {"{"}zone{"}"}.
events-zone-use = Use that
events-where = Where
events-venue = Place
events-room = Room
events-address = Address
events-lat = Latitude
events-lon = Longitude
events-description = Description
events-markdown-hint = A blank line begins a paragraph; **bold**, *italic*, - lists and [links](https://example.org) work.
events-picture = Picture
events-picture-now = The picture it has now
events-picture-remove = Take the picture away
events-picture-file = Choose a picture
events-picture-hint = JPEG, PNG, WebP or GIF. What the camera notes about place and time is removed.
events-who-sees = Who sees it
events-visibility-public = Everybody
events-visibility-public-hint = It stands in the agenda, in feeds and in search engines.
events-visibility-private = Only those who are invited
events-visibility-private-hint = Nobody else sees that it exists, the admins of the community included.
events-capacity = Places
events-capacity-hint = Leave it empty for any number.
events-category = Category
events-category-any = Any category
events-category-hint = A word of your own, as in Rides.
events-more-fields = More: room, exact place
events-kind = Kind
events-create-what = What do you want to create?
events-task = The task
events-due-date = Due on
events-due-time = Until
events-due-hint = If it only matters when it must be done, leave the times below empty.
events-type = Type
events-type-none = None
events-type-cultural = Cultural
events-type-religious = Religious
events-type-meeting = Meeting
events-type-training = Training
events-type-disaster = Disaster
events-engagement = The engagement
events-stakeholder = With whom
events-stakeholder-hint = An office, an association, a person.
events-contact = How to reach them
events-contact-hint = Whoever sees the event sees this too.
events-follow-up-on = Follow up on
events-follow-up-note = What to follow up
events-priority = Priority
events-priority-none = None
events-priority-low = Low
events-priority-medium = Medium
events-priority-high = High
events-priority-urgent = Urgent
events-save-draft = Save as draft
events-publish-or-propose = Publish or propose
events-publish-or-propose-hint = You publish private events yourself; public ones you propose, and an organiser publishes them.
events-unverified-notice = Confirm your e-mail address to publish. Until then this is saved as a draft.

## My events, proposals

events-mine-title = My events
events-mine-lead = What you prepare and organise.
events-mine-empty = You organise nothing yet
events-mine-empty-text = Drafts, proposals and events of yours will stand here.
events-mine-drafts = Drafts
events-mine-proposed = Proposed, waiting for an organiser
events-mine-coming = Coming
events-mine-past = Past
events-mine-deleted = Deleted
events-mine-deleted-text = Open one to bring it back. After thirty days they are gone.
events-proposals-title = Proposals
events-proposals-lead = Members propose these. Publish them, or give them back.
events-proposals-empty = No proposals are waiting
events-proposals-empty-text = What members propose for everybody comes here first.
events-proposed-by = proposed by { $name }

## Organisers

events-organisers-title = Organisers
events-organisers-lead = Co-organisers edit and cancel the event, see who comes and invite.
events-organiser-name = Name
events-organiser-part = Part
events-organiser = Organiser
events-co-organiser = Co-organiser
events-co-organiser-add = Add a co-organiser
events-co-organiser-hint = A member of this community.
events-co-organiser-remove = Remove
events-co-organiser-leave = Stop organising
events-member-email = E-mail address
events-hand-over = Hand the event over
events-hand-over-hint = That member becomes its organiser, and you stay as co-organiser.
events-hand-over-question = { $email } becomes the organiser of this event and decides about it. You stay as co-organiser.

## Notices

events-flash-saved = Saved.
events-flash-draft-saved = Saved as a draft.
events-flash-published = Published.
events-flash-proposed = Proposed. An organiser looks at it.
events-flash-given-back = Given back as a draft.
events-flash-cancelled = The event is cancelled.
events-flash-resumed = The event takes place after all.
events-flash-deleted = The event is deleted.
events-flash-restored = The event is back.
events-flash-duplicated = This is the copy, a draft. Change what is different.
events-flash-co-organiser-added = Now you organise it together.
events-flash-co-organiser-removed = Removed.
events-flash-handed-over = The event has a new organiser.

## Refusals

error-event-private = This event is private. Sign in, or open the link of your invitation.
error-event-not-yours = This event is private, and you are not invited. Ask its organiser for an invitation.
error-publishing-is-for-organisers = Public events are published by organisers. Propose it to them.
error-nothing-to-propose = Only a public draft can be proposed.
error-no-such-date = The series has no such date. It may have been moved or deleted.
field-ends-before-start = The end is before the start.
field-bad-datetime = This is no date or time that exists, as in 2026-04-15T09:00:00+02:00.
field-time-missing = A time of day is needed, or choose whole days.
field-bad-rrule = This is no rule of repetition, as in FREQ=WEEKLY;BYDAY=WE.
field-rrule-too-dense = More than { $max } dates a year are too many. Please choose a rule with fewer.
field-rrule-without-dates = This rule gives no date at all. Please check its days and its end.
field-no-such-date = The series has no such date.
field-rule-cannot-move = This rule says too much of its days to be moved like this. Please change the rule itself.
field-rules-cannot-split = A series with several rules cannot be divided. Please change this date alone, or all of them.
field-date-is-reached = From an earlier date on, this series differs, as its file had it. Please change this date alone, or all of them.
field-bad-image-url = Upload the picture first: this is no address of a picture.
field-no-picture = This is no picture in JPEG, PNG, WebP or GIF.
field-picture-too-large = This picture has too many pixels: at most 12,000 on a side and 50 million in all.
field-picture-damaged = This picture is damaged. Save it again and try once more.
field-no-such-member = Nobody with this address is a member of this community.

## The trail

audit-event-change = { $actor } changed somebody else’s event
audit-event-publish = { $actor } published a proposed event
audit-event-cancel = { $actor } cancelled somebody else’s event
audit-event-delete = { $actor } deleted somebody else’s event
audit-event-restore = { $actor } brought somebody else’s event back
audit-event-add-co-organiser = { $actor } named a co-organiser for somebody else’s event
audit-event-remove-co-organiser = { $actor } removed a co-organiser from somebody else’s event

## Series

events-more-dates = Next dates:
series-daily = { $every ->
    [1] Every day
    [2] Every second day
   *[other] Every { $every } days
 }{ $ends ->
    [count] { $count ->
        [1] , once
       *[other] , { $count } times
     }
    [until] {" "}until { $until }
   *[never] {""}
 }
series-weekly = { $every ->
    [1] Every week on { $weekdays }
    [2] Every second week on { $weekdays }
   *[other] Every { $every } weeks on { $weekdays }
 }{ $ends ->
    [count] { $count ->
        [1] , once
       *[other] , { $count } times
     }
    [until] {" "}until { $until }
   *[never] {""}
 }
series-monthly-by-day = { $every ->
    [1] Every month on day { $days }
    [2] Every second month on day { $days }
   *[other] Every { $every } months on day { $days }
 }{ $ends ->
    [count] { $count ->
        [1] , once
       *[other] , { $count } times
     }
    [until] {" "}until { $until }
   *[never] {""}
 }
series-monthly-last-day = { $every ->
    [1] On the last day of every month
    [2] On the last day of every second month
   *[other] On the last day, every { $every } months
 }{ $ends ->
    [count] { $count ->
        [1] , once
       *[other] , { $count } times
     }
    [until] {" "}until { $until }
   *[never] {""}
 }
series-monthly-by-weekday = On the { $which ->
    [first] first
    [second] second
    [third] third
    [fourth] fourth
    [fifth] fifth
   *[last] last
 } { $weekday } of { $every ->
    [1] every month
    [2] every second month
   *[other] every { $every } months
 }{ $ends ->
    [count] { $count ->
        [1] , once
       *[other] , { $count } times
     }
    [until] {" "}until { $until }
   *[never] {""}
 }
series-yearly-by-day = { $every ->
    [1] Every year on { $date }
    [2] Every second year on { $date }
   *[other] Every { $every } years on { $date }
 }{ $ends ->
    [count] { $count ->
        [1] , once
       *[other] , { $count } times
     }
    [until] {" "}until { $until }
   *[never] {""}
 }
series-yearly-by-weekday = On the { $which ->
    [first] first
    [second] second
    [third] third
    [fourth] fourth
    [fifth] fifth
   *[last] last
 } { $weekday } of { $month }, { $every ->
    [1] every year
    [2] every second year
   *[other] every { $every } years
 }{ $ends ->
    [count] { $count ->
        [1] , once
       *[other] , { $count } times
     }
    [until] {" "}until { $until }
   *[never] {""}
 }
series-other = By a rule of its own{ $ends ->
    [count] { $count ->
        [1] , once
       *[other] , { $count } times
     }
    [until] {" "}until { $until }
   *[never] {""}
 }
series-by-own-rule = By a rule of its own
series-on-chosen-dates = { $count ->
    [1] On one chosen date
   *[other] On { $count } chosen dates
 }

## Repeating, on the form

repeat-title = Repeats
repeat-how = How often
repeat-never = Never
repeat-daily = Every day
repeat-weekly = Every week
repeat-monthly-day = Every month on this day
repeat-monthly-weekday = Every month on this weekday
repeat-monthly-last = Every month on the last such weekday
repeat-yearly = Every year
repeat-custom = By a rule of your own
repeat-every = Every how many
repeat-every-hint = 2 is every second day, week, month or year.
repeat-weekdays = On these days
repeat-rule = Rule
repeat-rule-hint = As iCalendar writes it (RFC 5545): FREQ=MONTHLY;BYDAY=2TU
repeat-ends = Ends
repeat-ends-never = Never
repeat-ends-on = On a day
repeat-ends-after = After a number of times
repeat-until = Last day
repeat-count = How many times
repeat-skip = Leave out these dates
repeat-skip-hint = Separated by commas: 2026-12-24, 2026-12-31
repeat-scope = The change is for
repeat-scope-this = This date
repeat-scope-following = This and the following dates
repeat-scope-all = All dates
events-part-which = Which dates
events-part-cancel = Those who said that they would come hear of it by mail.
events-part-resume = Those who said that they would come hear of it by mail.
events-part-delete = Those who said that they would come hear of it by mail. A single date does not come back; to call it off for a while, cancel it instead.
events-flash-part-deleted = The dates were deleted.
