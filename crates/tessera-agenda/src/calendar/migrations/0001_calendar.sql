-- One secret address for each member's own feed.
CREATE TABLE personal_feeds (
    community_id {uuid} NOT NULL,
    account_id   {uuid} NOT NULL,
    token_hash   TEXT NOT NULL,
    created_at   {instant} NOT NULL,
    PRIMARY KEY (community_id, account_id),
    CONSTRAINT personal_feeds_token UNIQUE (token_hash)
) {strict};
CREATE INDEX personal_feeds_by_account ON personal_feeds (account_id);

-- A calendar file that somebody looks at before it is imported, and the import as it goes on.
CREATE TABLE calendar_imports (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL,
    account_id   {uuid} NOT NULL,
    visibility   TEXT NOT NULL CHECK (visibility IN ('as_marked', 'public', 'private')),
    state        TEXT NOT NULL CHECK (state IN ('previewed', 'running', 'done', 'failed')),
    -- The events of the file, written anew; empty once the import is over.
    calendar     TEXT NOT NULL,
    -- JSON: what it would do, then what it did.
    report       TEXT NOT NULL,
    done         {int} NOT NULL,
    total        {int} NOT NULL,
    created_at   {instant} NOT NULL
) {strict};
CREATE INDEX calendar_imports_old ON calendar_imports (created_at);
CREATE INDEX calendar_imports_by_account ON calendar_imports (account_id);
