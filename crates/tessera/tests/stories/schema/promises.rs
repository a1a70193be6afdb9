//! Each constraint that guards a promise: what it promises, a second row beside the first that keeps it, and what
//! breaks it.
//!
//! `#1` is an id, `@1` an instant. A row is told by what is particular about it; the rest is filled in.

pub struct Promise {
    pub table: &'static str,
    /// As the schema says it: see `live.rs`.
    pub constraint: &'static str,
    pub promises: &'static str,
    /// A change of the second row that is let in.
    pub kept: &'static str,
    pub refused: Refused,
}

#[derive(Clone, Copy, Debug)]
pub enum Refused {
    /// A change of the second row.
    Row(&'static str),
    Statement(&'static str),
}
use Refused::{Row, Statement};

/// Two rows of each table that get along, the tables in an order in which they can be filled.
pub const FIRST_AND_SECOND: &[(&str, &str, &str)] = &[
    ("migrations", "slice = 'x', number = 1", "slice = 'x', number = 2"),
    ("epochs", "community_id = #1", "community_id = #2"),
    ("jobs", "state = 'ready', dedupe_key = 'a'", "id = #2, state = 'ready', dedupe_key = 'b'"),
    ("schedules", "name = 'a'", "name = 'b'"),
    ("mails", "dedupe_key = 'a', state = 'waiting'", "id = #2, dedupe_key = 'b', state = 'waiting'"),
    ("audit", "seq = 1", "id = #2, seq = 2"),
    ("audit_heads", "community_id = #1", "community_id = #2"),
    ("limits", "subject = 'a'", "subject = 'b'"),
    ("idempotency", "key = 'a'", "key = 'b'"),
    ("facts", "name = 'a'", "name = 'b'"),
    (
        "communities",
        "slug = 'torino', host = 'torino.it', hue = 28, registration = 'open'",
        "id = #2, slug = 'milano', host = 'milano.it', hue = 28, registration = 'open'",
    ),
    ("memberships", "state = 'active'", "id = #2, account_id = #2, state = 'active'"),
    ("accounts", "email_key = 'ana'", "id = #2, email_key = 'bob'"),
    ("sessions", "token_hash = 'a'", "id = #2, token_hash = 'b'"),
    ("api_tokens", "token_hash = 'a'", "id = #2, token_hash = 'b'"),
    (
        "one_time_links",
        "token_hash = 'a', purpose = 'verify'",
        "id = #2, token_hash = 'b', purpose = 'verify'",
    ),
    (
        "join_invitations",
        "email_key = 'eve', token_hash = 'a'",
        "id = #2, email_key = 'kim', token_hash = 'b'",
    ),
    (
        "notices",
        "account_id = #1, dedupe_key = 'a', mail = 'none'",
        "id = #2, account_id = #1, dedupe_key = 'b', mail = 'none'",
    ),
    (
        "notice_preferences",
        "account_id = #1, channel = 'email', choice = 'off'",
        "account_id = #1, channel = 'in_app', choice = 'off'",
    ),
    ("samples", "item_id = #1", "item_id = #2"),
    (
        "events",
        "uid = 'a', kind = 'event', visibility = 'public', state = 'published'",
        "id = #2, uid = 'b', kind = 'event', visibility = 'public', state = 'published'",
    ),
    // Another event, so that a second series has one to belong to.
    ("events", "id = #3, uid = 'c', kind = 'event', visibility = 'public', state = 'published'", ""),
    ("series", "event_id = #1", "event_id = #3"),
    ("occurrences", "event_id = #1, occurrence = 'a'", "event_id = #1, occurrence = 'b'"),
    ("event_search", "row = 7, event_id = #91", "row = 8, event_id = #92"),
    ("event_co_organisers", "account_id = #1", "account_id = #2"),
    ("event_tombstones", "event_id = #1", "event_id = #2"),
    ("event_assignees", "account_id = #1", "account_id = #2"),
    ("event_attachments", "id = #1", "id = #2"),
    ("categories", "name_key = 'a'", "id = #2, name_key = 'b'"),
    ("task_templates", "name_key = 'a'", "id = #2, name_key = 'b'"),
    ("task_template_runs", "once = 'a'", "once = 'b'"),
    ("images", "id = #1", "id = #2"),
    (
        "participations",
        "account_id = #1, status = 'going', guest_token_hash = 'a'",
        "id = #2, account_id = #2, status = 'going', guest_token_hash = 'b'",
    ),
    ("attendance", "occurrence = 'a'", "occurrence = 'b'"),
    (
        "event_invitations",
        "email_key = 'eve', token_hash = 'a'",
        "id = #2, email_key = 'kim', token_hash = 'b'",
    ),
    ("personal_feeds", "account_id = #1, token_hash = 'a'", "account_id = #2, token_hash = 'b'"),
    (
        "calendar_imports",
        "visibility = 'public', state = 'previewed'",
        "id = #2, visibility = 'public', state = 'previewed'",
    ),
    ("calendar_filters", "slot = 1, name_key = 'a'", "id = #2, slot = 2, name_key = 'b'"),
    ("share_links", "token_hash = 'a', max_views = 5", "id = #2, token_hash = 'b', max_views = 5"),
    ("partners", "community_id = #1, short_code = 'a'", "id = #2, community_id = #1, short_code = 'b'"),
];

const fn promise(
    table: &'static str,
    constraint: &'static str,
    promises: &'static str,
    kept: &'static str,
    refused: Refused,
) -> Promise {
    Promise { table, constraint, promises, kept, refused }
}

#[rustfmt::skip]
pub const PROMISES: &[Promise] = &[
    // platform
    promise("migrations", "primary key (slice, number)", "a step is applied once", "slice = 'y', number = 1", Row("number = 1")),
    promise("epochs", "primary key (community_id)", "a community has one epoch", "", Row("community_id = #1")),
    promise("jobs", "check state in 'ready', 'dead'", "a job waits or is given up", "state = 'dead'", Row("state = 'done'")),
    promise("jobs", "unique jobs_dedupe (kind, dedupe_key) where dedupe_key is not null and state = 'ready'",
        "the same work waits once", "state = 'dead', dedupe_key = 'a'", Row("dedupe_key = 'a'")),
    promise("schedules", "primary key (name)", "what recurs has one next time", "", Row("name = 'a'")),
    promise("mails", "check state in 'waiting', 'sent', 'failed', 'withdrawn'", "a mail's fate has a word", "state = 'withdrawn'", Row("state = 'lost'")),
    promise("mails", "unique (dedupe_key)", "a mail is posted once", "", Row("dedupe_key = 'a'")),
    promise("audit", "unique audit_in_order (community_id, seq)", "the trail does not fork", "community_id = #2, seq = 1", Row("seq = 1")),
    promise("audit", "refuses update: audit_append_only", "the trail is not rewritten", "", Statement("UPDATE audit SET action = 'y'")),
    promise("audit", "refuses delete: audit_append_only", "the trail is not shortened", "", Statement("DELETE FROM audit")),
    promise("audit", "refuses truncate: audit_append_only", "the trail is not emptied", "", Statement("TRUNCATE audit")),
    promise("audit_heads", "primary key (community_id)", "a trail has one end", "", Row("community_id = #1")),
    promise("limits", "primary key (name, subject, window_start)", "what is used up is counted in one place", "subject = 'a', window_start = @2", Row("subject = 'a'")),
    promise("idempotency", "primary key (scope, key)", "of two requests with one key, one is carried out", "scope = 'y', key = 'a'", Row("key = 'a'")),
    promise("facts", "primary key (name)", "a fact is known once", "", Row("name = 'a'")),

    // communities
    promise("communities", "unique communities_slug (slug)", "an address leads to one community", "host = NULL", Row("slug = 'torino'")),
    promise("communities", "unique communities_host (host)", "a host shows one community", "host = NULL", Row("host = 'torino.it'")),
    promise("communities", "check hue >= 0 and hue <= 359", "a hue is a degree of the circle", "hue = 359", Row("hue = 360")),
    promise("communities", "check registration in 'open', 'invite', 'closed'", "a community says who may join", "registration = 'closed'", Row("registration = 'ajar'")),
    promise("memberships", "unique memberships_once (community_id, account_id)", "an account is a member once", "community_id = #1", Row("account_id = #1")),
    promise("memberships", "check state in 'active', 'suspended', 'banned'", "whether a member may act is known", "state = 'banned'", Row("state = 'away'")),
    promise("memberships", "foreign key (community_id) to communities (id) on delete cascade", "a member is a member of something", "", Row("community_id = #9")),

    // accounts
    promise("accounts", "unique accounts_email (email_key)", "an address signs in to one account", "email = 'x'", Row("email_key = 'ana'")),
    promise("sessions", "unique (token_hash)", "a cookie is one session's", "", Row("token_hash = 'a'")),
    promise("sessions", "foreign key (account_id) to accounts (id) on delete cascade", "nobody is signed in without an account", "", Row("account_id = #9")),
    promise("api_tokens", "unique (token_hash)", "a token is one account's", "", Row("token_hash = 'a'")),
    promise("api_tokens", "foreign key (account_id) to accounts (id) on delete cascade", "no token acts for nobody", "", Row("account_id = #9")),
    promise("one_time_links", "check purpose in 'verify', 'reset', 'sign_in', 'change_email', 'join'", "a link does what it was sent for", "purpose = 'join'", Row("purpose = 'any'")),
    promise("one_time_links", "unique (token_hash)", "a link is one account's", "", Row("token_hash = 'a'")),
    promise("one_time_links", "foreign key (account_id) to accounts (id) on delete cascade", "no link opens nobody's account", "", Row("account_id = #9")),

    // members, notifications, setup
    promise("join_invitations", "unique (token_hash)", "a link is one invitation's", "", Row("token_hash = 'a'")),
    promise("join_invitations", "unique join_invitations_open (community_id, email_key) where used_at is null and revoked_at is null",
        "an address has one open invitation", "email_key = 'eve', revoked_at = @1", Row("email_key = 'eve'")),
    promise("join_invitations", "foreign key (community_id) to communities (id) on delete cascade", "an invitation leads somewhere", "", Row("community_id = #9")),
    promise("notices", "unique notices_once (account_id, community_id, dedupe_key)", "somebody is told a thing once", "dedupe_key = 'A'", Row("dedupe_key = 'a'")),
    promise("notices", "check mail in 'none', 'instant', 'digest', 'digested'", "what becomes of a notice as mail is known", "mail = 'digested'", Row("mail = 'soon'")),
    promise("notices", "foreign key (account_id) to accounts (id) on delete cascade", "nobody without an account is told anything", "", Row("account_id = #9")),
    promise("notices", "foreign key (community_id) to communities (id) on delete cascade", "what is told is told somewhere", "", Row("community_id = #9")),
    promise("notice_preferences", "primary key (account_id, community_id, preference, channel)", "somebody chooses one way for each channel", "preference = 'y', channel = 'email'", Row("channel = 'email'")),
    promise("notice_preferences", "check channel in 'email', 'in_app'", "a way to reach somebody is known", "preference = 'y', channel = 'email'", Row("channel = 'pigeon'")),
    promise("notice_preferences", "check choice in 'on', 'instant', 'digest', 'off'", "what somebody chose is known", "choice = 'digest'", Row("choice = 'perhaps'")),
    promise("notice_preferences", "foreign key (account_id) to accounts (id) on delete cascade", "no choice is nobody's", "", Row("account_id = #9")),
    promise("notice_preferences", "foreign key (community_id) to communities (id) on delete cascade", "a choice is for some community", "", Row("community_id = #9")),
    promise("samples", "primary key (community_id, kind, item_id)", "what was made up is noted once", "kind = 'y', item_id = #1", Row("item_id = #1")),
    promise("samples", "foreign key (community_id) to communities (id) on delete cascade", "what was made up is somewhere", "", Row("community_id = #9")),

    // events
    promise("events", "unique events_uid (community_id, uid, recurrence_id)", "an event is imported once", "uid = 'a', recurrence_id = '2026-04-15'", Row("uid = 'a'")),
    promise("events", "check kind in 'event', 'community_event', 'engagement', 'task'", "an event is of a known kind", "kind = 'task'", Row("kind = 'party'")),
    promise("events", "check visibility in 'public', 'private'", "who may see an event is known", "visibility = 'private'", Row("visibility = 'some'")),
    promise("events", "check state in 'draft', 'proposed', 'published', 'deleted'", "whether an event is out is known", "state = 'deleted'", Row("state = 'lost'")),
    promise("events", "check capacity >= 0", "there are no fewer than no places", "capacity = 0", Row("capacity = -1")),
    promise("events", "check ends_at >= starts_at", "nothing ends before it begins", "starts_at = @5, ends_at = @5", Row("starts_at = @5, ends_at = @4")),
    promise("events", "foreign key (series_id) to events (id) on delete cascade", "a date belongs to its series", "series_id = #1", Row("series_id = #9")),
    promise("series", "primary key (event_id)", "a series is indexed once", "", Row("event_id = #1")),
    promise("series", "foreign key (event_id) to events (id) on delete cascade", "a series is an event", "", Row("event_id = #9")),
    promise("occurrences", "primary key (event_id, occurrence)", "a date of a series is there once", "", Row("occurrence = 'a'")),
    promise("occurrences", "check ends_at >= starts_at", "no date ends before it begins", "starts_at = @5, ends_at = @5", Row("starts_at = @5, ends_at = @4")),
    promise("occurrences", "foreign key (event_id) to events (id) on delete cascade", "a date belongs to its series", "event_id = #3, occurrence = 'a'", Row("event_id = #9")),
    promise("event_search", "primary key (row)", "a word leads to one event", "", Row("row = 7")),
    promise("event_search", "unique (event_id)", "an event is found once", "", Row("event_id = #91")),
    promise("event_co_organisers", "primary key (event_id, account_id)", "somebody co-organises an event once", "", Row("account_id = #1")),
    promise("event_co_organisers", "foreign key (event_id) to events (id) on delete cascade", "nobody co-organises nothing", "", Row("event_id = #9")),
    promise("event_tombstones", "primary key (event_id)", "an event is gone once", "", Row("event_id = #1")),

    // tasks
    promise("event_assignees", "primary key (event_id, account_id)", "somebody is to do a task once", "", Row("account_id = #1")),
    promise("event_assignees", "foreign key (event_id) to events (id) on delete cascade", "nobody is to do nothing", "", Row("event_id = #9")),
    promise("event_attachments", "check bytes >= 0", "a file is not smaller than nothing", "bytes = 0", Row("bytes = -1")),
    promise("event_attachments", "foreign key (event_id) to events (id) on delete set null", "a file is an event's, or waits to be removed", "event_id = NULL", Row("event_id = #9")),
    promise("categories", "unique categories_name (community_id, name_key)", "a word has one colour", "community_id = #2, name_key = 'a'", Row("name_key = 'a'")),
    promise("task_templates", "unique task_templates_name (community_id, name_key)", "a template is known by its name", "community_id = #2, name_key = 'a'", Row("name_key = 'a'")),
    promise("task_template_runs", "primary key (community_id, account_id, once)", "a template is used once, however often that is asked for", "account_id = #2, once = 'a'", Row("once = 'a'")),

    // participation
    promise("participations", "unique participations_member (event_id, occurrence, account_id) where account_id is not null",
        "a member answers once to each date", "account_id = #1, occurrence = '2026-04-15'", Row("account_id = #1")),
    promise("participations", "unique participations_guest (event_id, occurrence, guest_email_key) where guest_email_key is not null",
        "a guest answers once to each date", "account_id = NULL, guest_email = 'Eve', guest_email_key = 'eve'",
        Statement("INSERT INTO participations (id, community_id, event_id, guest_email, guest_email_key, status, confirmed, created_at, updated_at) \
            VALUES (#3, #1, #1, 'eve', 'eve', 'going', false, @1, @1), (#4, #1, #1, 'Eve', 'eve', 'maybe', false, @1, @1)")),
    promise("participations", "unique participations_guest_token (guest_token_hash)", "a guest's link is one guest's", "guest_token_hash = NULL", Row("guest_token_hash = 'a'")),
    promise("participations", "check status in 'going', 'maybe', 'interested', 'declined', 'cancelled'", "an answer is one of five", "status = 'maybe'", Row("status = 'perhaps'")),
    promise("participations", "check account_id is null <> guest_email is null", "an answer is a member's or a guest's, never both", "account_id = NULL, guest_email = 'eve'", Row("guest_email = 'eve'")),
    promise("participations", "foreign key (event_id) to events (id) on delete cascade", "an answer is to an event", "", Row("event_id = #9")),
    promise("attendance", "primary key (event_id, occurrence)", "the last place is decided in one row", "", Row("occurrence = 'a'")),
    promise("attendance", "check going >= 0", "no fewer than nobody is going", "going = 0", Row("going = -1")),
    promise("attendance", "check maybe >= 0", "no fewer than nobody is undecided", "maybe = 0", Row("maybe = -1")),
    promise("attendance", "check interested >= 0", "no fewer than nobody is interested", "interested = 0", Row("interested = -1")),
    promise("attendance", "foreign key (event_id) to events (id) on delete cascade", "what is counted is for an event", "", Row("event_id = #9")),

    // invitations, calendar
    promise("event_invitations", "unique event_invitations_token (token_hash)", "a link is one invitation's", "", Row("token_hash = 'a'")),
    promise("event_invitations", "unique event_invitations_once (event_id, email_key)", "an address is invited once to an event", "email = 'eve'", Row("email_key = 'eve'")),
    promise("event_invitations", "foreign key (event_id) to events (id) on delete cascade", "an invitation is to an event", "", Row("event_id = #9")),
    promise("personal_feeds", "primary key (community_id, account_id)", "a member has one feed, so that a new one ends the old", "community_id = #2, account_id = #1", Row("account_id = #1")),
    promise("personal_feeds", "unique personal_feeds_token (token_hash)", "an address shows one member's calendar", "", Row("token_hash = 'a'")),
    promise("calendar_imports", "check visibility in 'as_marked', 'public', 'private'", "who will see what is imported is known", "visibility = 'as_marked'", Row("visibility = 'some'")),
    promise("calendar_imports", "check state in 'previewed', 'running', 'done', 'failed'", "how far an import is, is known", "state = 'failed'", Row("state = 'lost'")),
    promise("calendar_filters", "check slot >= 1 and slot <= 50", "a member keeps no more filters than there are places", "slot = 50", Row("slot = 51")),
    promise("calendar_filters", "unique calendar_filters_name (community_id, account_id, name_key)", "a member has one filter of a name", "account_id = #2, name_key = 'a'", Row("name_key = 'a'")),
    promise("calendar_filters", "unique calendar_filters_slot (community_id, account_id, slot)", "each filter has a place of its own, so that there are never too many", "account_id = #2, slot = 1", Row("slot = 1")),
    promise("share_links", "unique share_links_token (token_hash)", "an address leads to one link", "", Row("token_hash = 'a'")),
    promise("share_links", "check max_views > 0", "a link that is made can be opened", "max_views = NULL", Row("max_views = 0")),
    promise("share_links", "check share_links_views: max_views is null or view_count <= max_views", "no more views are counted than may be", "view_count = 5", Row("view_count = 6")),
    promise("partners", "unique partners_code (community_id, short_code)", "a code names one partner", "", Row("short_code = 'a'")),
];
