-- Somebody's answer to an event: a member's or a guest's.
CREATE TABLE participations (
    id               {uuid} NOT NULL PRIMARY KEY,
    community_id     {uuid} NOT NULL,
    event_id         {uuid} NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- The original start of one date of a series; empty for the event as a whole.
    occurrence       TEXT NOT NULL DEFAULT '',
    account_id       {uuid},
    guest_email      TEXT,
    guest_email_key  TEXT,
    guest_name       TEXT,
    guest_name_key   TEXT,
    guest_locale     TEXT,
    -- The guest's bearer token: what it is looked up by, and sealed, because every mail to the guest carries it.
    guest_token_hash TEXT,
    guest_token      TEXT,
    status           TEXT NOT NULL CHECK (status IN ('going', 'maybe', 'interested', 'declined', 'cancelled')),
    -- A guest's answer counts when the address is confirmed.
    confirmed        {bool} NOT NULL,
    invitation_id    {uuid},
    created_at       {instant} NOT NULL,
    updated_at       {instant} NOT NULL,
    CHECK ((account_id IS NULL) <> (guest_email IS NULL)),
    CONSTRAINT participations_guest_token UNIQUE (guest_token_hash)
) {strict};
CREATE UNIQUE INDEX participations_member ON participations (event_id, occurrence, account_id) WHERE account_id IS NOT NULL;
CREATE UNIQUE INDEX participations_guest ON participations (event_id, occurrence, guest_email_key) WHERE guest_email_key IS NOT NULL;
CREATE INDEX participations_by_account ON participations (account_id, community_id) WHERE account_id IS NOT NULL;

-- How many are going to each date, kept beside the answers so that the last place is decided in one row.
CREATE TABLE attendance (
    event_id   {uuid} NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    occurrence TEXT NOT NULL DEFAULT '',
    going      {int} NOT NULL CHECK (going >= 0),
    maybe      {int} NOT NULL CHECK (maybe >= 0),
    interested {int} NOT NULL CHECK (interested >= 0),
    PRIMARY KEY (event_id, occurrence)
) {strict};
