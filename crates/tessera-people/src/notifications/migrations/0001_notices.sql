-- What one member is told of one thing, in one community.
CREATE TABLE notices (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    account_id   {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind         TEXT NOT NULL,
    -- JSON: what the owning slice needs to say it.
    payload      TEXT NOT NULL,
    dedupe_key   TEXT NOT NULL,
    created_at   {instant} NOT NULL,
    -- Whether it stands in the inbox.
    shown        {bool} NOT NULL,
    read_at      {instant},
    -- 'instant': has a mail of its own; 'digest': waits for the next digest; 'digested': was in one.
    mail         TEXT NOT NULL CHECK (mail IN ('none', 'instant', 'digest', 'digested')),
    -- The day of the digest that took it up.
    digest       TEXT,
    CONSTRAINT notices_once UNIQUE (account_id, community_id, dedupe_key)
) {strict};
CREATE INDEX notices_of_member ON notices (account_id, community_id, id);
CREATE INDEX notices_unread ON notices (account_id, community_id, id) WHERE read_at IS NULL AND shown;
CREATE INDEX notices_to_digest ON notices (community_id, account_id) WHERE mail = 'digest';
CREATE INDEX notices_in_digest ON notices (account_id, community_id, digest) WHERE digest IS NOT NULL;
CREATE INDEX notices_old ON notices (created_at);

-- What a member chose about what they are told, by channel; where there is no row, the default holds.
CREATE TABLE notice_preferences (
    account_id   {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    community_id {uuid} NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    preference   TEXT NOT NULL,
    channel      TEXT NOT NULL CHECK (channel IN ('email', 'in_app')),
    choice       TEXT NOT NULL CHECK (choice IN ('on', 'instant', 'digest', 'off')),
    changed_at   {instant} NOT NULL,
    PRIMARY KEY (account_id, community_id, preference, channel)
) {strict};
