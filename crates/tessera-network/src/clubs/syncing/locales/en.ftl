## What was fetched from partners

syncing-title = { $partner }: what was fetched
syncing-partners = Partners
syncing-history = History
syncing-lead = kept for ninety days
syncing-last = Last successful { $when }
syncing-never = Never successful so far
syncing-none = Nothing was fetched yet
syncing-none-text = An approved partner is asked every two hours or so, or whenever you press “Sync now”.
syncing-to-partner = Back to the partner
syncing-from-start = From the beginning
syncing-when = When
syncing-outcome = Outcome
syncing-listed = Listed
syncing-new = New
syncing-changed = Changed
syncing-cancelled = Cancelled
syncing-took = in { $seconds } s
syncing-outcome-done = Done
syncing-outcome-unchanged = Nothing has changed
syncing-outcome-incomplete = Not complete
syncing-outcome-failed = Failed
syncing-scope-days = some days only
syncing-detail-html = The answer is a web page, not a list of events. Is the address right?
syncing-detail-not-json = The answer is no JSON.
syncing-detail-truncated = The answer breaks off in the middle.
syncing-detail-too-deep = The answer is nested too deeply.
syncing-detail-too-long = The answer is larger than we take.
syncing-detail-too-many = The answer has more than 100,000 events.
syncing-detail-shape = The answer is no list of events.
syncing-gap-not-ended = The list was not sent to its end. What came is kept; nothing was cancelled.
syncing-gap-no-total = The partner does not say how many events there are, so nothing was cancelled.
syncing-gap-shifted = The list changed while it was read. The next time tells.
syncing-gap-total = The partner says it has more events than it sends. What came is kept; nothing was cancelled.
syncing-gap-without-id = An event came without an id, so nothing was cancelled.
syncing-skipped = { $count ->
    [one] One event was left out
   *[other] { $count } events were left out
}
syncing-entry = Number { $number } of the list
syncing-skipped-unreadable = It cannot be read.
syncing-skipped-missing = “{ $field }” is missing.
syncing-skipped-too-long = “{ $field }” is too long.
syncing-skipped-bad-date = “{ $field }” is neither a date nor a time with an offset.
syncing-skipped-end-before-start = It ends before it starts.
syncing-skipped-too-large = It is larger than an event may be.
syncing-prefer = Trouble with partners
syncing-prefer-hint = For admins: when a partner has failed several times in a row, and when it works again.
syncing-notice-failing = { $partner } does not answer as it should
syncing-notice-works = { $partner } works again
error-partner-closed = Nothing is exchanged with { $club } at the moment.
error-sync-under-way = { $club } is being asked already. Try again in a moment.
error-partner-trouble = { $club } did not answer as it should. The partner’s page says what is wrong.
