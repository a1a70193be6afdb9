## The inbox

notifications-inbox = Inbox
notifications-unread = { $count ->
    [0] Nothing is unread.
    [one] { $count } is unread.
   *[other] { $count } are unread.
}
notifications-unread-many = A hundred or more are unread.
notifications-which = Which notices
notifications-all = All
notifications-only-unread = Unread
notifications-new = New
notifications-read-all = Mark all as read
notifications-read-one = Mark as read: { $title }
notifications-read-short = Mark as read
notifications-older = Older
notifications-newest = Newest
notifications-more = and { $count ->
    [one] { $count } more
   *[other] { $count } more
}
notifications-none-title = Nothing here
notifications-none-text = What concerns you will stand here: tasks somebody gives you, events that change, and what is new in the community.
notifications-none-way = See what is coming
notifications-flash-read = Everything is marked as read.

## What reaches me

notifications-preferences = What reaches me
notifications-preferences-text = Choose what you are told of, and how.
notifications-digest-hint = The daily digest is one mail at { $time } with everything since the last one; if there is nothing, there is no mail.
notifications-unverified = Mails reach you once you have confirmed your address.
notifications-in-app = Show it in my inbox
notifications-by-email = By e-mail
notifications-email-instant = At once
notifications-email-digest = In the daily digest
notifications-email-off = Not at all
notifications-flash-saved = Saved. This is what reaches you from now on.

## Stopping mails

notifications-stop-title = Stop these mails?
notifications-stop-text = You get no more mails from { $community } about this: { $about }.
notifications-stop-button = Stop these mails
notifications-stopped-title = These mails have stopped
notifications-stopped-text = You get no more mails from { $community } about this: { $about }.
notifications-again-button = Turn on again
notifications-on-again-title = On again
notifications-on-again-text = You get mails from { $community } about this again: { $about }.
notifications-the-digest = the daily digest

## Mails

notifications-mail-open = Open
notifications-mail-why = You get this mail because you are a member of { $community } and are told about this: { $about }.
notifications-mail-stop = Stop these mails
notifications-mail-choose = Choose what reaches you
notifications-digest-subject = { $community }: { $count ->
    [one] { $count } piece of news
   *[other] { $count } pieces of news
}
notifications-digest-heading = What is new at { $community }
notifications-digest-open = Open the inbox
notifications-digest-why = You get this mail once a day, when there is something new at { $community }, because you chose the daily digest.
field-too-many-named = At most { $max } at once.
