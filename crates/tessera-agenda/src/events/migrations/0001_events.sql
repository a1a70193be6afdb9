-- An event keeps its local times and zone, and the instants derived from them.
CREATE TABLE events (
    id                 {uuid} NOT NULL PRIMARY KEY,
    community_id       {uuid} NOT NULL,
    -- iCalendar's UID: stable, and kept from where the event was imported.
    uid                TEXT NOT NULL,
    kind               TEXT NOT NULL CHECK (kind IN ('event', 'community_event', 'engagement', 'task')),
    category           TEXT,
    category_key       TEXT,
    title              TEXT NOT NULL,
    description_source TEXT NOT NULL,
    description_html   TEXT NOT NULL,
    -- The words of title, text and place, folded (neither case nor accents), with single spaces between them.
    search_text        TEXT NOT NULL,
    place_key          TEXT NOT NULL,
    starts_at          {instant} NOT NULL,
    -- Exclusive. Equal to starts_at where the event has no end.
    ends_at            {instant} NOT NULL,
    -- '2026-04-15T09:00:00', or '2026-04-15' of an all-day event (whose end is exclusive).
    starts_local       TEXT NOT NULL,
    ends_local         TEXT,
    -- None: floating.
    timezone           TEXT,
    all_day            {bool} NOT NULL,
    venue              TEXT,
    room               TEXT,
    address            TEXT,
    lat                {float},
    lon                {float},
    visibility         TEXT NOT NULL CHECK (visibility IN ('public', 'private')),
    -- draft, proposed (by a member, for an organiser to publish), published, deleted (can be undone for a while)
    state              TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'published', 'deleted')),
    -- The state to go back to when a deletion is undone.
    state_before       TEXT,
    status             TEXT NOT NULL,
    priority           TEXT,
    due_at             {instant},
    capacity           {int} CHECK (capacity >= 0),
    image_url          TEXT,
    rrule              TEXT,
    rdates             TEXT NOT NULL,
    exdates            TEXT NOT NULL,
    series_id          {uuid} REFERENCES events (id) ON DELETE CASCADE,
    -- The original start of the date of a series that this row overrides, as in the file: iCalendar's RECURRENCE-ID.
    recurrence_id      TEXT NOT NULL DEFAULT '',
    organiser_id       {uuid} NOT NULL,
    details            TEXT NOT NULL,
    -- What a file brought that has no column: kept to be given back.
    ical               TEXT,
    sequence           {int} NOT NULL,
    version            {int} NOT NULL,
    created_at         {instant} NOT NULL,
    updated_at         {instant} NOT NULL,
    deleted_at         {instant},
    CHECK (ends_at >= starts_at),
    CONSTRAINT events_uid UNIQUE (community_id, uid, recurrence_id)
) {strict};

-- What visitors list: public and published, by time.
CREATE INDEX events_public ON events (community_id, starts_at, id) WHERE state = 'published' AND visibility = 'public';
-- The few that last longer than a day and may have begun long before a window.
--@sqlite
CREATE INDEX events_long ON events (community_id, ends_at) WHERE state = 'published' AND ends_at - starts_at > 86400000000;
--@postgres
CREATE INDEX events_long ON events (community_id, ends_at) WHERE state = 'published' AND ends_at - starts_at > interval '1 day';
--@both
-- Of somebody who organises a whole calendar, the few that only they see.
CREATE INDEX events_private ON events (community_id, organiser_id, ends_at) WHERE visibility = 'private';
CREATE INDEX events_by_organiser ON events (community_id, organiser_id, ends_at);
-- Drafts and proposals: few.
CREATE INDEX events_unpublished ON events (community_id, state, starts_at) WHERE state IN ('draft', 'proposed');
CREATE INDEX events_changed ON events (community_id, updated_at);
CREATE INDEX events_of_series ON events (series_id) WHERE series_id IS NOT NULL;
--@postgres
CREATE INDEX events_words ON events USING gin (array_to_tsvector(string_to_array(search_text, ' ')));
--@sqlite
-- The same with FTS5. A row's number is the second in which the event begins, times 2^24, and a counter: a search from
-- some day on reads none of what is before it.
CREATE TABLE event_search (
    row      INTEGER NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE event_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
CREATE TRIGGER events_words_insert AFTER INSERT ON events BEGIN
    INSERT INTO event_search (row, event_id)
        SELECT coalesce(max(row) + 1, new.starts_at / 1000000 * 16777216), new.id FROM event_search
        WHERE row >= new.starts_at / 1000000 * 16777216 AND row < (new.starts_at / 1000000 + 1) * 16777216;
    INSERT INTO event_words (rowid, words) SELECT row, new.search_text FROM event_search WHERE event_id = new.id;
END;
CREATE TRIGGER events_words_update AFTER UPDATE OF starts_at, search_text ON events
WHEN old.starts_at <> new.starts_at OR old.search_text <> new.search_text BEGIN
    DELETE FROM event_words WHERE rowid = (SELECT row FROM event_search WHERE event_id = new.id);
    DELETE FROM event_search WHERE event_id = new.id;
    INSERT INTO event_search (row, event_id)
        SELECT coalesce(max(row) + 1, new.starts_at / 1000000 * 16777216), new.id FROM event_search
        WHERE row >= new.starts_at / 1000000 * 16777216 AND row < (new.starts_at / 1000000 + 1) * 16777216;
    INSERT INTO event_words (rowid, words) SELECT row, new.search_text FROM event_search WHERE event_id = new.id;
END;
CREATE TRIGGER events_words_delete AFTER DELETE ON events BEGIN
    DELETE FROM event_words WHERE rowid = (SELECT row FROM event_search WHERE event_id = old.id);
    DELETE FROM event_search WHERE event_id = old.id;
END;
--@both
CREATE INDEX events_deleted ON events (deleted_at) WHERE state = 'deleted';

-- Who else organises it, beside events.organiser_id.
CREATE TABLE event_co_organisers (
    event_id   {uuid} NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    account_id {uuid} NOT NULL,
    added_at   {instant} NOT NULL,
    PRIMARY KEY (event_id, account_id)
) {strict};
CREATE INDEX event_co_organisers_by_account ON event_co_organisers (account_id);

-- What is gone, for feeds and partners.
CREATE TABLE event_tombstones (
    event_id     {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL,
    uid          TEXT NOT NULL,
    deleted_at   {instant} NOT NULL
) {strict};
CREATE INDEX event_tombstones_by_time ON event_tombstones (community_id, deleted_at);

CREATE TABLE images (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL,
    account_id   {uuid} NOT NULL,
    -- The name of the file under the data folder: the hash of its content.
    file         TEXT NOT NULL,
    width        {int} NOT NULL,
    height       {int} NOT NULL,
    created_at   {instant} NOT NULL
) {strict};
