-- What is known of an event that has a rule or added dates, beside its row: how far its dates are indexed.
CREATE TABLE series (
    event_id      {uuid} NOT NULL PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    community_id  {uuid} NOT NULL,
    organiser_id  {uuid} NOT NULL,
    -- Dates before this one are not indexed; none: all from the beginning are.
    indexed_from  {instant},
    -- Dates from this one on are not indexed; none: all to the end are.
    indexed_until {instant},
    -- The start of the last date; none: it goes on for ever.
    last_start    {instant},
    -- When more of it is to be indexed; none: never.
    extend_at     {instant}
) {strict};
CREATE INDEX series_by_organiser ON series (community_id, organiser_id);
CREATE INDEX series_indexed_from ON series (community_id, indexed_from) WHERE indexed_from IS NOT NULL;
CREATE INDEX series_indexed_until ON series (community_id, indexed_until) WHERE indexed_until IS NOT NULL;
CREATE INDEX series_to_extend ON series (extend_at) WHERE extend_at IS NOT NULL;

-- The dates of published series, over a horizon that moves on: what lists and calendars look through.
CREATE TABLE occurrences (
    event_id     {uuid} NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- The original start, as iCalendar writes it: '20260415', '20260415T090000' (floating), '20260415T070000Z'.
    occurrence   TEXT NOT NULL,
    -- Whose contents it shows: the series' or, where this date is overridden, those of another row.
    shown_id     {uuid} NOT NULL,
    community_id {uuid} NOT NULL,
    starts_at    {instant} NOT NULL,
    ends_at      {instant} NOT NULL,
    is_public    {bool} NOT NULL,
    PRIMARY KEY (event_id, occurrence),
    CHECK (ends_at >= starts_at)
) {strict};
CREATE INDEX occurrences_of_series ON occurrences (event_id, starts_at);
CREATE INDEX occurrences_public ON occurrences (community_id, starts_at, shown_id) WHERE is_public;
--@sqlite
CREATE INDEX occurrences_long ON occurrences (community_id, ends_at) WHERE ends_at - starts_at > 86400000000;
--@postgres
CREATE INDEX occurrences_long ON occurrences (community_id, ends_at) WHERE ends_at - starts_at > interval '1 day';
--@both
-- What repeats already is indexed by the job that extends.
INSERT INTO series (event_id, community_id, organiser_id, indexed_from, indexed_until, last_start, extend_at)
    SELECT id, community_id, organiser_id, NULL, created_at, NULL, created_at FROM events
    WHERE state = 'published' AND series_id IS NULL AND (rrule IS NOT NULL OR rdates <> '[]');
