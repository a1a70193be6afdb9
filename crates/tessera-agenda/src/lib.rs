//! What a community does together: its events, who comes, who is invited, calendars in and out.
