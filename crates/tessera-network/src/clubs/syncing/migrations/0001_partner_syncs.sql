-- How fetching from a partner stands: who does it at the moment, when it is done next, what the partner knew last.
CREATE TABLE partner_sync_states (
    partner_id             {uuid} NOT NULL PRIMARY KEY REFERENCES partners (id) ON DELETE CASCADE,
    -- Counts the runs: one that was too slow cannot write where another has taken over.
    claim                  {int} NOT NULL,
    claimed_until          {instant},
    next_at                {instant} NOT NULL,
    -- Of the listing that was last taken in whole, and what was asked for then. None while one is being taken in.
    etag                   TEXT,
    etag_query             TEXT,
    -- Since when admins have been told that it fails.
    reported_at            {instant},
    -- Likewise for telling of interest.
    interest_claimed_until {instant},
    interest_next_at       {instant}
) {strict};
CREATE INDEX partner_sync_states_due ON partner_sync_states (next_at);

-- Each fetching, for the admins to look at.
CREATE TABLE partner_syncs (
    id            {uuid} NOT NULL PRIMARY KEY,
    community_id  {uuid} NOT NULL,
    partner_id    {uuid} NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    started_at    {instant} NOT NULL,
    finished_at   {instant} NOT NULL,
    -- What it was asked for: everything that is coming, or the days of some events.
    scope         TEXT NOT NULL CHECK (scope IN ('all', 'days')),
    outcome       TEXT NOT NULL CHECK (outcome IN ('done', 'unchanged', 'incomplete', 'failed')),
    -- Why it failed, or what was missing: codes of ours.
    trouble       TEXT,
    detail        TEXT,
    requests      {int} NOT NULL CHECK (requests >= 0),
    listed        {int} NOT NULL CHECK (listed >= 0),
    new           {int} NOT NULL CHECK (new >= 0),
    changed       {int} NOT NULL CHECK (changed >= 0),
    cancelled     {int} NOT NULL CHECK (cancelled >= 0),
    skipped       {int} NOT NULL CHECK (skipped >= 0),
    -- The first of those left out and why, as JSON.
    skipped_notes TEXT NOT NULL
) {strict};
CREATE INDEX partner_syncs_of_partner ON partner_syncs (partner_id, id);
