## What partners ask and tell

serving-interested-title = Interest from partner clubs
serving-interested-note = Their clubs tell us how many, never who.
serving-from-club = { $count } from { $club } interested
serving-going = { $count } going
serving-maybe = { $count } maybe
serving-just-interested = { $count } interested
error-unsigned = The request is not signed, or its signature headers are incomplete.
error-unknown-key = This key is not known here.
error-bad-signature = The signature does not fit the request.
error-stale = The time of the request is too far from now. Check the clocks.
error-bad-timestamp = The time of the request is not RFC 3339 with an offset.
error-profile-too-weak = This partner signs in a stronger way; the weaker one is not accepted any more.
error-replayed = This request was seen before. Sign it anew, with another time.
error-https-required = Use https.
error-partner-not-approved = This partner is not approved here yet.
error-partner-inactive = This partner is not active here.
error-not-shared = Events are not shared with this partner.
field-other-club = This is not the code of the partner who signed.
field-bad-timestamp = This is no time as in RFC 3339, with an offset.
