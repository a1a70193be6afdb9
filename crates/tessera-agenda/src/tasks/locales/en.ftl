## My tasks

tasks-mine-title = My tasks
tasks-mine-lead = What you do for the community, the most pressing first.
tasks-create = New task
tasks-whose = Whose tasks
tasks-whose-mine = For me
tasks-whose-organised = Given by me
tasks-which = Which tasks
tasks-show-open = Open
tasks-show-overdue = Overdue
tasks-show-done = Done
tasks-show-all = All
tasks-empty = Nothing to do
tasks-empty-text = Tasks that you take or that somebody gives you will stand here.
tasks-none-overdue = Nothing is overdue
tasks-none-overdue-text = You are on time with everything.
tasks-none-done = Nothing is done yet
tasks-none-done-text = What you finish will stand here.

## One task

tasks-due = Due
tasks-overdue = Overdue
tasks-to-do = To do
tasks-in-progress = In progress
tasks-done = Done
tasks-is-to-do = This is to do
tasks-is-in-progress = This is in progress
tasks-is-done = This is done
tasks-is-cancelled = This is called off
tasks-how-far = How far it has come
tasks-who = Who does it
tasks-nobody = Nobody does it yet.
tasks-take = I will do it
tasks-leave = Give the task back
tasks-leave-question = You give “{ $task }” back, and somebody else can take it.
tasks-assign = Choose who does it
tasks-for-event = The event it is for

## Who does it

tasks-assignees-title = Who does it
tasks-assignees-lead = Whoever you choose is told of it and can say how far it has come.
tasks-assignees-empty = Nobody does it yet
tasks-assignees-empty-text = Choose somebody below, or wait until somebody takes it.
tasks-column-name = Name
tasks-column-actions = What you can do
tasks-choose = Choose
tasks-unassign = Take off
tasks-search-members = Search members
tasks-nobody-found = Nobody else is found.
tasks-more-members = There are more: search by name.

## Notices

tasks-flash-done = Done. Thank you!
tasks-flash-begun = Now it is in progress.
tasks-flash-to-do = Now it is to do again.
tasks-flash-taken = It is yours. Thank you!
tasks-flash-assigned = Chosen.
tasks-flash-unassigned = Taken off.
tasks-flash-left = You gave the task back.

## Mails

tasks-notices = Tasks
tasks-notices-hint = When somebody gives you a task.
tasks-mail-subject = A task for you: { $task }
tasks-mail-heading = A task for you: { $task }
tasks-mail-text = { $name } asks you to do this.
tasks-mail-text-nameless = You are asked to do this.
tasks-mail-open = Open the task
tasks-mail-leave = I cannot do it: give it back
tasks-mail-why = You get this because you are a member of { $community } and this task was given to you. Give it back, and there are no more mails about it.

## Refusals

error-not-a-task = This is no task.
error-task-taken = Somebody was faster: the task is taken already.
error-task-closed = This task is done or called off.
field-too-many-assignees = At most { $max } people can do one task.
