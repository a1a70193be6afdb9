## Partner clubs

partners-nav = Partners
partners-title = Partner clubs
partners-lead = Communities on other servers. Their events come in by themselves; ours go out only to partners that you approved and chose to share with.
partners-new = Add a partner
partners-new-lead = Nothing comes in or goes out before you approve it.
partners-add = Add
partners-have-link = I have a pairing link
partners-off = Federation is switched off on this server. You can prepare partners; nothing goes out or comes in. Whoever runs the server switches it on with federation.enabled.
partners-none = No partners yet
partners-none-text = Share events with clubs on other servers: your members see what is on there, and theirs see yours.
partners-column-club = Club
partners-column-status = Status
partners-column-approved = Approved
partners-column-sync = Last sync
partners-column-events = Events
partners-column-actions = Actions
partners-not-yet = Not yet
partners-never = never
partners-state-active = Active
partners-state-inactive = Inactive
partners-state-waiting = Waiting for your approval
partners-state-failing = Failing, since { $since }
partners-sync = Sync now
partners-review = Review
partners-activate = Activate
partners-deactivate = Deactivate
partners-section-basic = Basic info
partners-section-keys = Their keys
partners-section-permissions = What is agreed
partners-section-status = Status
partners-name = Name of the club
partners-code = Short code
partners-code-hint = Letters, digits, - and _. It stands in addresses, and they must name it when they tell you of interest.
partners-url = Address of their server
partners-logo = Address of their logo
partners-logo-hint = Fetched once and shown from here, so that they do not learn who looks at it.
partners-api-key = Key they gave you
partners-api-key-hint = It begins with pk_. Two servers that are paired need none.
partners-api-secret = Secret that goes with it
partners-secret-kept = Their secret is kept, sealed. Leave the field empty to keep it.
partners-keys-new = Enter what their admin gave you, or leave it for later.
partners-active = Active
partners-active-hint = While this is off, nothing goes out, nothing comes in, and their events are not shown.
partners-approved = Approved
partners-approved-hint = You know them, and they may be connected with you.
partners-share = Share our events with them
partners-share-hint = They can fetch your public events, with how many of you are going. Never who.
partners-auto = Show their events at once
partners-auto-hint = Otherwise you look at each new one first.
partners-fall-back = Accept the older signatures too
partners-fall-back-hint = They have signed with their published key before. Tick this only if their admin told you that they cannot any more.
partners-waiting-text = This partner is not approved: nothing comes in and nothing goes out.
partners-approve = Approve
partners-approve-title = Approve { $name }?
partners-approve-what = Their events come in from now on, and they can tell you how many of them are interested in yours. Your events are not shared with { $name } until you tick that.
partners-approve-what-sharing = Their events come in from now on. { $name } can fetch your public events, with how many of you are going, and tell you how many of them are interested.
partners-last-sync = Last sync:
partners-failures = { $count ->
    [one] the last one failed
   *[other] the last { $count } failed
}
partners-events-kept = { $count ->
    [0] no events of theirs
    [one] one event of theirs
   *[other] { $count } events of theirs
}
partners-given = Keys for them
partners-given-text = With a pair of these, their server signs what it asks of yours. Give both lines to their admin in person or by phone, never by plain e-mail.
partners-pair-since = made { $when }
partners-key-until = works until { $when }
partners-revoke = Revoke
partners-revoke-what = What they sign with this pair is refused at once. If it is their only one, they cannot fetch anything until you give them another.
partners-generate = Generate key
partners-generate-title = A new key for { $name }?
partners-generate-what = The pair they have now works for { $days } more days, so that they have time to enter the new one.
partners-new-key = The new key for { $name }
partners-key-once = Shown this once. Give both lines to their admin in person, by phone or in a sealed message; never by plain e-mail.
partners-key-public = Key
partners-key-secret = Secret
partners-key-done = I have copied both
partners-pairing = Pairing
partners-pairing-text = Two Tessera servers can do without secrets: each signs with a key of its own that the other has looked at. Send a link, then compare six words by phone.
partners-paired = Paired
partners-pair = Make a pairing link
partners-pair-again = Pair anew
partners-pair-open = A link is waiting to be used, until { $when }.
partners-offer-title = A pairing link for { $name }
partners-offer-text = Send it to their admin. It works once, within { $hours } hours, and is shown only now.
partners-offer-then = Their admin enters it under Partners, “I have a pairing link”. Then both of you see six words on this partner’s page: read them to each other by phone.
partners-accept-title = Enter a pairing link
partners-accept-lead = Your server goes to theirs, and each takes the other’s key.
partners-accept-link = Pairing link
partners-accept-hint = The whole line that their admin sent you. It works once.
partners-accept = Pair
partners-words-title = Are these the words they see?
partners-words-text = Call their admin, and read the six words to each other. If they are the same on both sides, nobody stands in between.
partners-words-same = They are the same
partners-words-differ = They differ
partners-unpair = Undo the pairing
partners-unpair-what = Their keys are forgotten, and what they sign with them is refused. You can pair again with a new link.
partners-landing-title = A link between two servers
partners-landing-text = This link is for the admin of another community. It does nothing in a browser.
partners-landing-one = Copy the whole address of this page, the part after # included.
partners-landing-two = On your own server, open Manage, Partners, “I have a pairing link”, and paste it.
partners-landing-three = Then compare the six words with whoever sent it to you.
partners-test = Test the connection
partners-test-again = Test again
partners-test-title = Test of the connection
partners-test-good = It works: they answered, and believed us.
partners-test-good-events = { $count ->
    [0] It works: they answered, and have no events today.
    [one] It works: they answered, and have one event today.
   *[other] It works: they answered, and have { $count } events today.
}
partners-step-keys = Our keys for asking
partners-step-address = Their address
partners-step-name = Finding their server
partners-step-connection = Reaching it
partners-step-tls = Its certificate
partners-step-answer = An answer from the right place
partners-step-clock = The clocks
partners-step-signature = Key and signature
partners-step-events = A list of events
partners-outcome-passed = good
partners-outcome-failed = failed
partners-outcome-not-reached = not reached
partners-remove = Remove
partners-remove-text = Everything that is kept of this partner goes with it. To only stop for a while, deactivate it.
partners-remove-title = Remove { $name }?
partners-remove-what = With { $name } go { $kept }. This cannot be undone.
partners-kept-events = { $count ->
    [0] no events
    [one] one event
   *[other] { $count } events
}
partners-kept-interests = { $count ->
    [0] nobody’s interest
    [one] the interest of one member
   *[other] { $count } answers of members
}
partners-kept-comments = { $count ->
    [0] no comments
    [one] one comment
   *[other] { $count } comments
}
partners-blocked = Addresses that have to wait
partners-blocked-text = From each of these, ten requests in this hour had no right signature. They are refused until the hour is over. A partner with a wrong key may be among them.
partners-forgive = Let it ask again
partners-own = Our own key
partners-own-text = With this key we sign towards paired partners. This is its fingerprint.
partners-own-rotate = Replace the key
partners-own-rotate-what = A new key is published now and takes over in a week; the old one is believed for another week. Partners learn of it by themselves.
partners-own-next = A new key takes over on { $when }.
partners-flash-added = The partner is added. Approve it when you are sure.
partners-flash-saved = Saved.
partners-flash-approved = Approved. Their events come in with the next sync.
partners-flash-activated = Active again.
partners-flash-deactivated = Deactivated: nothing goes out or comes in.
partners-flash-syncing = Their events are being fetched.
partners-flash-removed = The partner is removed.
partners-flash-revoked = The key is revoked.
partners-flash-paired = The servers know each other. Now compare the words.
partners-flash-words = Good. From now on both sign with their own keys.
partners-flash-unpaired = The pairing is undone.
partners-flash-forgiven = That address may ask again.
partners-flash-rotated = The new key is published.
partners-trouble-no-keys = There is nothing to ask them with: enter the key they gave you, or pair with them.
partners-trouble-sealed = Their secret cannot be opened any more, because this server’s secret key was changed. Enter the secret again.
partners-trouble-profile-too-weak = They used to sign with their published key and do not any more. Ask their admin; if that is meant, allow the older signatures.
partners-trouble-https-required = Their address is not https, and this server asks for that.
partners-trouble-address-refused = Their address leads into a private network, where this server does not call.
partners-trouble-no-name = There is no server of that name. Is the address spelt right?
partners-trouble-unreachable = Their server does not answer. It may be down for a while.
partners-trouble-tls = Their certificate does not hold: it may have expired, or be for another name. Ask them to renew it.
partners-trouble-timed-out = Their server took too long to answer.
partners-trouble-too-long = Their answer is larger than this server takes.
partners-trouble-redirected = Their server sends us somewhere else. Enter the address where it really is.
partners-trouble-clock-ahead = { $minutes ->
    [one] Their clock is about a minute ahead of ours, so they refuse our requests. Ask them to set it, then test again.
   *[other] Their clock is { $minutes } minutes ahead of ours, so they refuse our requests. Ask them to set it, then test again.
}
partners-trouble-clock-behind = { $minutes ->
    [one] Their clock is about a minute behind ours, so they refuse our requests. Ask them to set it, then test again.
   *[other] Their clock is { $minutes } minutes behind ours, so they refuse our requests. Ask them to set it, then test again.
}
partners-trouble-unknown-key = They do not know our key. Did they revoke it, or make a new one?
partners-trouble-bad-signature = They do not accept our signature: the secret is not the one that goes with the key.
partners-trouble-refused = They do not accept our key or our signature. Compare key and secret with their admin.
partners-trouble-replayed = They took our request for an old one sent again. Test once more.
partners-trouble-not-allowed = They know us, but let us not in yet: their admin has to approve us and share their events.
partners-trouble-not-there = Nothing of federation is at their address. Is it the right one, and have they switched it on?
partners-trouble-limited = They ask us to wait: too many requests within an hour.
partners-trouble-status = Their server answered with an error ({ $status }).
partners-trouble-schema = What they answer is no list of events.
partners-trouble-incomplete = Their list was not complete. Nothing was taken for cancelled.
error-too-many-partners = A community has at most { $max } partners.
error-partner-not-open = This partner is not active and approved, so nothing is fetched from it.
error-federation-off = Federation is switched off on this server.
error-pairing-other-address = This link was made for a server at another address.
error-pairing-failed = The other server could not be paired with.
error-words-changed = These words are not the ones of now. Look at the page again, and compare once more.
field-bad-code = Only letters, digits, - and _.
field-code-taken = Another partner has this code.
field-bad-address = This is no address, as in https://partnerclub.example.com.
field-https-required = The address must begin with https://.
field-address-refused = This address leads into a private network, or cannot be called.
field-secret-needed = Enter the secret that goes with this key.
field-key-prefix = It begins with { $expected }. Key and secret are easily mixed up.
field-key-length = It has { $expected } characters after its beginning, not { $found }.
field-key-character = It has a character that no key has: a space, perhaps.
field-bad-link = This is no pairing link. Copy the whole line, its end included.
field-link-differs = What that server says of itself is not what the link promised. Do not go on; ask their admin for a new link.
field-link-used = This link was used already, or is too old. Ask for a new one.
field-link-not-for-us = This link was made for another server than yours. Their admin has to enter your address first.
audit-partner-add = { $actor } added a partner
audit-partner-edit = { $actor } changed what is agreed with a partner
audit-partner-approve = { $actor } approved a partner
audit-partner-withdraw = { $actor } withdrew the approval of a partner
audit-partner-deactivate = { $actor } deactivated a partner
audit-partner-remove = { $actor } removed a partner
audit-partner-generate-key = { $actor } made a key for a partner
audit-partner-revoke-key = { $actor } revoked a key of a partner
audit-partner-allow-documented = { $actor } allowed a partner the older signatures
audit-partner-test = { $actor } tested the connection to a partner
audit-partner-pair = { $actor } began a pairing with a partner
audit-partner-confirm-words = { $actor } compared the words of a pairing
audit-partner-unpair = { $actor } undid a pairing
audit-partner-forgive = { $actor } let an address ask again
audit-partner-rotate-own = { $actor } replaced our signing key
