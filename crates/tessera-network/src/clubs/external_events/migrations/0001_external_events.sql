-- An event of a partner, as the partner listed it. What an admin decided about it stands apart and is never
-- overwritten by what is listed.
CREATE TABLE external_events (
    id                 {uuid} NOT NULL PRIMARY KEY,
    community_id       {uuid} NOT NULL,
    partner_id         {uuid} NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    -- The partner's own name for it.
    external_id        TEXT NOT NULL,
    event_name         TEXT NOT NULL,
    start_date         {instant} NOT NULL,
    end_date           {instant},
    -- When it is over: the end, or the beginning where there is no end.
    over_at            {instant} NOT NULL,
    -- Of whole days the first and the last one, '2026-04-15'; the instants are then those of the community's zone.
    first_day          TEXT,
    last_day           TEXT,
    location_name      TEXT NOT NULL,
    location_address   TEXT NOT NULL,
    -- Name and address, folded.
    place_key          TEXT NOT NULL,
    location_lat       {float},
    location_lon       {float},
    -- Sanitised.
    description        TEXT NOT NULL,
    event_status       TEXT NOT NULL CHECK (event_status IN
        ('EventScheduled', 'EventCancelled', 'EventPostponed', 'EventRescheduled', 'EventMovedOnline')),
    -- Since when the partner has not listed it any more; it stands here as cancelled then.
    gone_at            {instant},
    -- Where the partner has a picture of it, and the name of ours.
    image_url          TEXT,
    image              TEXT,
    image_tried_at     {instant},
    detail_url         TEXT,
    is_approved        {bool} NOT NULL,
    is_hidden          {bool} NOT NULL,
    -- When members were told that it is new.
    told_at            {instant},
    -- Tells two contents apart.
    content_hash       TEXT NOT NULL,
    -- How many of the partner's people are interested, as the partner says.
    their_going        {int} NOT NULL CHECK (their_going >= 0),
    their_maybe        {int} NOT NULL CHECK (their_maybe >= 0),
    their_interested   {int} NOT NULL CHECK (their_interested >= 0),
    -- How many of ours: the rows of external_event_interests, counted.
    going              {int} NOT NULL CHECK (going >= 0),
    maybe              {int} NOT NULL CHECK (maybe >= 0),
    interested         {int} NOT NULL CHECK (interested >= 0),
    fetched_at         {instant} NOT NULL,
    updated_at         {instant} NOT NULL,
    CONSTRAINT external_events_external_id UNIQUE (partner_id, external_id),
    CONSTRAINT external_events_times CHECK (end_date IS NULL OR end_date >= start_date),
    CONSTRAINT external_events_days CHECK ((first_day IS NULL) = (last_day IS NULL))
) {strict};
CREATE INDEX external_events_by_start ON external_events (community_id, start_date, id);
-- What is displayed.
CREATE INDEX external_events_shown ON external_events (community_id, is_approved, is_hidden, start_date, id);
CREATE INDEX external_events_of_partner ON external_events (partner_id, start_date, id);
-- The few that last longer than a month and may have begun long before a window.
--@sqlite
CREATE INDEX external_events_long ON external_events (community_id, over_at) WHERE over_at - start_date > 2678400000000;
--@postgres
CREATE INDEX external_events_long ON external_events (community_id, over_at) WHERE over_at - start_date > interval '31 days';
--@both
CREATE INDEX external_events_untold ON external_events (community_id, start_date) WHERE told_at IS NULL;

-- A member's interest. It leaves this server as a count alone.
CREATE TABLE external_event_interests (
    id                {uuid} NOT NULL PRIMARY KEY,
    community_id      {uuid} NOT NULL,
    external_event_id {uuid} NOT NULL REFERENCES external_events (id) ON DELETE CASCADE,
    account_id        {uuid} NOT NULL,
    interest_level    TEXT NOT NULL CHECK (interest_level IN ('interested', 'maybe', 'going')),
    created_at        {instant} NOT NULL,
    updated_at        {instant} NOT NULL,
    CONSTRAINT external_event_interests_one UNIQUE (account_id, external_event_id)
) {strict};
CREATE INDEX external_event_interests_of_event ON external_event_interests (external_event_id, interest_level);

-- What members say to each other about it. It never leaves this server.
CREATE TABLE external_event_comments (
    id                {uuid} NOT NULL PRIMARY KEY,
    community_id      {uuid} NOT NULL,
    external_event_id {uuid} NOT NULL REFERENCES external_events (id) ON DELETE CASCADE,
    account_id        {uuid} NOT NULL,
    -- Empty once a deleted one is older than a day.
    content           TEXT NOT NULL,
    created_at        {instant} NOT NULL,
    updated_at        {instant} NOT NULL,
    is_deleted        {bool} NOT NULL,
    deleted_by        {uuid}
) {strict};
CREATE INDEX external_event_comments_of_event ON external_event_comments (external_event_id, created_at, id);
CREATE INDEX external_event_comments_by_account ON external_event_comments (account_id);
CREATE INDEX external_event_comments_deleted ON external_event_comments (updated_at) WHERE is_deleted AND content <> '';

-- How many of ours the partner was last told of, and whether that has changed since.
CREATE TABLE interest_reports (
    external_event_id {uuid} NOT NULL REFERENCES external_events (id) ON DELETE CASCADE,
    partner_id        {uuid} NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    -- Since when there is something to tell; none where the partner knows.
    changed_at        {instant},
    going             {int} NOT NULL CHECK (going >= 0),
    maybe             {int} NOT NULL CHECK (maybe >= 0),
    interested        {int} NOT NULL CHECK (interested >= 0),
    told_at           {instant},
    attempts          {int} NOT NULL,
    next_at           {instant} NOT NULL,
    last_error        TEXT,
    PRIMARY KEY (external_event_id, partner_id)
) {strict};
CREATE INDEX interest_reports_due ON interest_reports (partner_id, next_at) WHERE changed_at IS NOT NULL;
