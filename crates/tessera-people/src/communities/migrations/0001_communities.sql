CREATE TABLE communities (
    id               {uuid} NOT NULL PRIMARY KEY,
    slug             TEXT NOT NULL,
    name             TEXT NOT NULL,
    host             TEXT,
    timezone         TEXT NOT NULL,
    locale           TEXT NOT NULL,
    hue              {int} NOT NULL CHECK (hue BETWEEN 0 AND 359),
    about            TEXT NOT NULL,
    registration     TEXT NOT NULL CHECK (registration IN ('open', 'invite', 'closed')),
    newcomers_may_be TEXT NOT NULL,
    created_at       {instant} NOT NULL,
    CONSTRAINT communities_slug UNIQUE (slug),
    CONSTRAINT communities_host UNIQUE (host)
) {strict};

-- One account's place in one community.
CREATE TABLE memberships (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    account_id   {uuid} NOT NULL,
    roles        TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('active', 'suspended', 'banned')),
    -- Why a suspension or ban, as told to the member.
    reason       TEXT,
    joined_at    {instant} NOT NULL,
    CONSTRAINT memberships_once UNIQUE (community_id, account_id)
) {strict};
CREATE INDEX memberships_by_account ON memberships (account_id);
CREATE INDEX memberships_by_joining ON memberships (community_id, joined_at);
