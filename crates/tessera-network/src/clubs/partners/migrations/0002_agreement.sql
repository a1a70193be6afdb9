-- What is agreed with a partner beyond its address: how both sides sign, and how the syncs go.
-- The name of the logo as it is kept here.
ALTER TABLE partners ADD COLUMN logo TEXT;
-- Syncs that failed in a row, and since when.
ALTER TABLE partners ADD COLUMN failures {int} NOT NULL DEFAULT 0;
ALTER TABLE partners ADD COLUMN failing_since {instant};
-- The strongest profile that the partner has used, of requests that were believed.
ALTER TABLE partners ADD COLUMN reached_profile TEXT CHECK (reached_profile IN ('documented', 'strong'));
-- An admin lets it fall back to a weaker one.
ALTER TABLE partners ADD COLUMN may_fall_back {bool} NOT NULL DEFAULT FALSE;
-- What both sides were when they were paired: their code, and hashes over the keys of each.
ALTER TABLE partners ADD COLUMN peer_code TEXT;
ALTER TABLE partners ADD COLUMN peer_side TEXT;
ALTER TABLE partners ADD COLUMN our_side TEXT;
-- When an admin here said that both sides read the same words. Until then nothing is signed or believed with these keys.
ALTER TABLE partners ADD COLUMN words_confirmed_at {instant};
ALTER TABLE partners ADD COLUMN version {int} NOT NULL DEFAULT 1;
CREATE INDEX partners_open ON partners (id) WHERE is_active AND is_approved;

-- The pairs that we gave to a partner, with which it signs what it asks of us.
CREATE TABLE partner_pairs (
    id                {uuid} NOT NULL PRIMARY KEY,
    community_id      {uuid} NOT NULL,
    partner_id        {uuid} NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    api_key           TEXT NOT NULL,
    api_secret_sealed TEXT NOT NULL,
    created_at        {instant} NOT NULL,
    -- None: the current one. Others work until then.
    ends_at           {instant},
    CONSTRAINT partner_pairs_key UNIQUE (api_key)
) {strict};
CREATE INDEX partner_pairs_of_community ON partner_pairs (community_id, id);
CREATE UNIQUE INDEX partner_pairs_current ON partner_pairs (partner_id) WHERE ends_at IS NULL;

-- The public keys of a partner that we trust.
CREATE TABLE partner_signing_keys (
    partner_id   {uuid} NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    kid          TEXT NOT NULL,
    community_id {uuid} NOT NULL,
    public_key   TEXT NOT NULL,
    not_before   {instant} NOT NULL,
    not_after    {instant},
    pinned_at    {instant} NOT NULL,
    PRIMARY KEY (partner_id, kid)
) {strict};
CREATE INDEX partner_signing_keys_by_kid ON partner_signing_keys (community_id, kid);

-- Links that bring two servers together, once.
CREATE TABLE partner_pairings (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL,
    partner_id   {uuid} NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    secret_hash  TEXT NOT NULL,
    created_at   {instant} NOT NULL,
    expires_at   {instant} NOT NULL,
    used_at      {instant},
    CONSTRAINT partner_pairings_secret UNIQUE (secret_hash)
) {strict};
CREATE INDEX partner_pairings_of_partner ON partner_pairings (partner_id);

-- Our own signing keys, one community's each.
CREATE TABLE community_keys (
    community_id   {uuid} NOT NULL,
    kid            TEXT NOT NULL,
    private_sealed TEXT NOT NULL,
    public_key     TEXT NOT NULL,
    not_before     {instant} NOT NULL,
    -- None: the newest.
    not_after      {instant},
    -- The word of the key before it.
    endorsed_by    TEXT,
    endorsement    TEXT,
    PRIMARY KEY (community_id, kid)
) {strict};
CREATE UNIQUE INDEX community_keys_newest ON community_keys (community_id) WHERE not_after IS NULL;
