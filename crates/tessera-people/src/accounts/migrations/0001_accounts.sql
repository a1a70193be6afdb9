CREATE TABLE accounts (
    id                {uuid} NOT NULL PRIMARY KEY,
    -- As it was typed; email_key is what it is found by.
    email             TEXT NOT NULL,
    email_key         TEXT NOT NULL,
    name              TEXT NOT NULL,
    name_key          TEXT NOT NULL,
    -- Argon2id. None: signs in by a mailed link only, until a password is set.
    password_hash     TEXT,
    email_verified_at {instant},
    operator          {bool} NOT NULL,
    locale            TEXT,
    timezone          TEXT,
    profile           TEXT NOT NULL,
    created_at        {instant} NOT NULL,
    CONSTRAINT accounts_email UNIQUE (email_key)
) {strict};

-- A sign-in in one browser, in one community.
CREATE TABLE sessions (
    id           {uuid} NOT NULL PRIMARY KEY,
    account_id   {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    community_id {uuid} NOT NULL,
    token_hash   TEXT NOT NULL UNIQUE,
    user_agent   TEXT NOT NULL,
    created_at   {instant} NOT NULL,
    last_seen_at {instant} NOT NULL,
    expires_at   {instant} NOT NULL
) {strict};
CREATE INDEX sessions_by_account ON sessions (account_id, community_id);
CREATE INDEX sessions_old ON sessions (expires_at);

CREATE TABLE api_tokens (
    id           {uuid} NOT NULL PRIMARY KEY,
    account_id   {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    community_id {uuid} NOT NULL,
    name         TEXT NOT NULL,
    token_hash   TEXT NOT NULL UNIQUE,
    hint         TEXT NOT NULL,
    -- Blank-separated. None: all, as after a sign-in over the API.
    scopes       TEXT,
    created_at   {instant} NOT NULL,
    last_used_at {instant},
    expires_at   {instant}
) {strict};
CREATE INDEX api_tokens_by_account ON api_tokens (account_id, community_id);

-- Links that work once: verifying an address, a new password, signing in.
CREATE TABLE one_time_links (
    id           {uuid} NOT NULL PRIMARY KEY,
    account_id   {uuid} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    community_id {uuid} NOT NULL,
    purpose      TEXT NOT NULL CHECK (purpose IN ('verify', 'reset', 'sign_in', 'change_email', 'join')),
    token_hash   TEXT NOT NULL UNIQUE,
    -- The address it verifies.
    email        TEXT,
    created_at   {instant} NOT NULL,
    expires_at   {instant} NOT NULL,
    used_at      {instant}
) {strict};
CREATE INDEX one_time_links_by_account ON one_time_links (account_id);
