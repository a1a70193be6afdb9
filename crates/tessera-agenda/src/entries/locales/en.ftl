field-window-too-long = A calendar is shown for at most { $days } days at once.

## The calendar

entries-view-month = Month
entries-view-weeks = 4 weeks
entries-view-week = Week
entries-view-day = Day
entries-view-list = List
entries-view-year = Year
entries-views = Views
entries-previous = Back
entries-today = Today
entries-next = Forward
entries-new = New
entries-plain = Plain list
entries-with-script = Calendar view
entries-zone-note = Times are { $zone }.
entries-none = Nothing here
entries-cut = This month has more than fits here. A filter finds the rest.
entries-nothing-found-text = Nothing this month fits the filter. Try another month or fewer filters.
entries-more-that-day = Show { $count } more
entries-go-to = Go to { $day }

## Filters

entries-filters = Filter
entries-kinds = What
entries-status = Does it take place?
entries-status-and-priority = Status and priority
entries-status-scheduled = As planned
entries-status-cancelled = Cancelled
entries-status-postponed = Postponed
entries-status-rescheduled = New date
entries-status-moved-online = Online
entries-priority-low = Low
entries-priority-medium = Medium
entries-priority-high = High
entries-priority-urgent = Urgent
entries-organiser = Organised by
entries-organiser-any = Anyone
entries-organiser-me = Me
entries-organiser-other = Whoever is in the address
entries-saved-filters = Saved filters
entries-saved-none = Save what you filter often: one tap brings it back.
entries-filter-name = Name
entries-filter-name-hint = What is filtered now is saved under this name.
entries-filter-save = Save this filter
entries-filter-delete = Delete the filter
entries-filter-delete-question = “{ $name }” is forgotten. Events stay as they are.
entries-flash-filter-saved = The filter is saved.
entries-flash-filter-deleted = The filter is gone.
error-too-many-filters = You have { $max } saved filters already. Delete one that you no longer need.
field-filter-name-taken = You have a filter of this name already.

## Moving and creating

entries-moved = “{ $title }” is now on { $when }.
entries-undone = It is where it was.
entries-offline = No connection. Nothing was changed.
entries-failed = That did not work. Nothing was changed.
entries-refreshed = Up to date.
entries-pull = Pull to refresh
entries-new-on = New on { $day }
entries-quick-more = More fields
entries-created = It is in the calendar.
entries-created-unseen = Saved. It appears here once it is published; you find it under Me, My events.
