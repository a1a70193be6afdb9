-- Requests that were believed, until they would be refused by their age alone.
CREATE TABLE federation_replays (
    replay_key     TEXT NOT NULL PRIMARY KEY,
    remember_until {instant} NOT NULL
) {strict};
CREATE INDEX federation_replays_by_time ON federation_replays (remember_until);

-- How many of a partner's people are interested in an event of ours. Never who.
CREATE TABLE received_interests (
    community_id {uuid} NOT NULL,
    partner_id   {uuid} NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    event_id     {uuid} NOT NULL,
    -- Which date of a series; empty for none.
    occurrence   TEXT NOT NULL DEFAULT '',
    going        {int} NOT NULL CHECK (going BETWEEN 0 AND 100000),
    maybe        {int} NOT NULL CHECK (maybe BETWEEN 0 AND 100000),
    interested   {int} NOT NULL CHECK (interested BETWEEN 0 AND 100000),
    updated_at   {instant} NOT NULL,
    PRIMARY KEY (partner_id, event_id, occurrence)
) {strict};
CREATE INDEX received_interests_of_event ON received_interests (event_id, occurrence);
