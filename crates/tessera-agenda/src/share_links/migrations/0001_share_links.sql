-- An address that shows a part of a community's public calendar to whoever has it.
CREATE TABLE share_links (
    id             {uuid} NOT NULL PRIMARY KEY,
    community_id   {uuid} NOT NULL,
    -- Who made it. It works as long as they may publish.
    account_id     {uuid} NOT NULL,
    name           TEXT NOT NULL,
    -- 'event task'; empty: every kind.
    kinds          TEXT NOT NULL,
    -- As written: '2026-04-15', '2026-04-15T09:00:00' on the community's clock, or an instant.
    shows_from     TEXT,
    -- Likewise; a day is included.
    shows_to       TEXT,
    -- What it is found by.
    token_hash     TEXT NOT NULL,
    -- Sealed, because its maker copies the address again.
    token_sealed   TEXT NOT NULL,
    expires_at     {instant},
    max_views      {int} CHECK (max_views > 0),
    view_count     {int} NOT NULL,
    last_viewed_at {instant},
    revoked_at     {instant},
    created_at     {instant} NOT NULL,
    CONSTRAINT share_links_token UNIQUE (token_hash),
    CONSTRAINT share_links_views CHECK (max_views IS NULL OR view_count <= max_views)
) {strict};
CREATE INDEX share_links_by_account ON share_links (account_id, id);
CREATE INDEX share_links_of_community ON share_links (community_id, id);
