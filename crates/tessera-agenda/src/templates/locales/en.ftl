## The list

templates-title = Task templates
templates-lead = Work that comes back, each task so many days before or after a date.
templates-empty = No templates yet
templates-empty-text = Write down once what every event needs, and use it for the next one.
templates-name = Name
templates-name-hint = As in “Before a ride”.
templates-tasks = Tasks
templates-actions = What you can do
templates-count = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
templates-new = A new template
templates-create = Make the template
templates-for-event = Tasks for this event

## One template

templates-no-tasks = No tasks yet
templates-no-tasks-text = Add the first one below.
templates-task = Task
templates-when = When
templates-before = before the date
templates-after = on the date or after
templates-days = Days
templates-on-the-day = on the day
templates-days-before = { $count ->
    [one] { $count } day before
   *[other] { $count } days before
}
templates-days-after = { $count ->
    [one] { $count } day after
   *[other] { $count } days after
}
templates-time = Until
templates-assignee = Who does it
templates-assignee-nobody = Nobody yet
templates-assignee-applier = Whoever uses the template
templates-assignee-event-organiser = The organiser of the event
templates-assignee-staff = Everybody on the staff
templates-assignee-promoter = All promoters
templates-assignee-organiser = All organisers
templates-assignee-admin = All admins
templates-description = Description
templates-add = Add a task
templates-up = Up
templates-down = Down
templates-rename = Name of the template
templates-delete = Delete the template
templates-delete-question = “{ $name }” is deleted. The tasks that were made with it stay.

## Using it

templates-use = Use it
templates-use-lead = Choose the date, look at the days, then make the tasks.
templates-date = Date
templates-date-hint = The days are counted from it.
templates-look = Show the days
templates-preview = These tasks will be made
templates-due = Due
templates-who-sees = Who sees the tasks
templates-visibility-private = Only you and those who do them
templates-visibility-public = Everybody
templates-make = Make the tasks

## Notices and refusals

templates-flash-created = The template is there. Add its tasks.
templates-flash-saved = Saved.
templates-flash-deleted = The template is deleted.
templates-flash-applied = The tasks are made.
error-too-many-templates = There are { $max } templates already. Delete one first.
error-template-empty = This template has no tasks yet.
field-name-taken = This name is taken. Choose another one.
field-too-many-items = At most { $max } tasks.
field-bad-time = This is no time of day, as in 18:00.
