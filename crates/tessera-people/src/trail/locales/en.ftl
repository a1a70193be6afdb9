## The trail

trail-audit = Audit
trail-audit-text = What admins did, one entry for each deed. Nothing in it can be changed or removed.
trail-whole = Complete and unaltered since { $date }.
trail-broken = Entry { $number } does not fit the one before: the trail was altered in the database. Compare it with a backup.
trail-not-checked = The trail is long; it is checked when you ask.
trail-check = Check it now
trail-all-actions = Everything
trail-what = What
trail-when = When
trail-none-title = Nothing yet
trail-none-text = What admins do will be told here.
trail-older = Older
trail-newest = Newest
trail-erased = an erased account
trail-nobody = The server itself
trail-somebody = …
trail-something = { $actor } did something this version does not know ({ $action })
trail-from-to = { $from } → { $to }
trail-new-changed = New: { $new } · changed: { $changed }

## Mail

trail-mail = Mail
trail-mail-text = The mails of this community and where they stand. What they say is nobody’s business here.
trail-mail-none-title = No mails yet
trail-mail-none-text = Invitations, confirmations and notices will be listed here.
trail-mail-kind = What for
trail-mail-to = To
trail-mail-state = State
trail-mail-waiting = Waiting
trail-mail-sent = Sent
trail-mail-failed = Failed
trail-mail-withdrawn = Withdrawn
trail-mail-account = Account
trail-mail-member = Invitation to join
trail-mail-event = About an event
trail-mail-any-state = Any state
trail-mail-anything = Anything
trail-mail-digest = Daily digest
trail-mail-none-found = Nothing like this
trail-mail-none-found-text = No mail fits this choice.
trail-mail-show-all = Show all
trail-mail-retry = Try again
trail-flash-mail-retried = It will be tried again.
trail-mail-why-not-there = The mail server could not be reached or was busy. It is tried again several times.
trail-mail-why-unclear = The mail server did not say whether it took it. It may have arrived, so it is not sent a second time.
trail-mail-why-untrusted = The mail server’s certificate is not trusted. Whoever runs the server can mend that.
trail-mail-why-refused = The mail server refused this mail.
trail-mail-why-address = The mail server knows no such address.
trail-mail-why-other = It could not be written. The line below helps whoever runs the server.
audit-mail-retry = { $actor } had a mail tried again
