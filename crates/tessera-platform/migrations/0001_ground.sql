-- What readers may see, as one rising number per community; the nil id stands for the server.
CREATE TABLE epochs (
    community_id {uuid} NOT NULL PRIMARY KEY,
    value        {int} NOT NULL
) {strict};

-- Work to do after a transaction, enqueued within it. A finished job's row is gone; a dead one stays to be seen.
CREATE TABLE jobs (
    id           {uuid} NOT NULL PRIMARY KEY,
    kind         TEXT NOT NULL,
    payload      TEXT NOT NULL,
    dedupe_key   TEXT,
    state        TEXT NOT NULL CHECK (state IN ('ready', 'dead')),
    run_at       {instant} NOT NULL,
    attempts     {int} NOT NULL,
    max_attempts {int} NOT NULL,
    lease        {int} NOT NULL,
    lease_until  {instant},
    last_error   TEXT,
    created_at   {instant} NOT NULL
) {strict};
CREATE INDEX jobs_ready ON jobs (run_at) WHERE state = 'ready';
CREATE UNIQUE INDEX jobs_dedupe ON jobs (kind, dedupe_key) WHERE dedupe_key IS NOT NULL AND state = 'ready';
CREATE INDEX jobs_dead ON jobs (created_at) WHERE state = 'dead';

CREATE TABLE schedules (
    name    TEXT NOT NULL PRIMARY KEY,
    next_at {instant} NOT NULL
) {strict};

-- Every mail that was ever promised. The payload is sealed, and gone once the mail is sent.
CREATE TABLE mails (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid},
    kind         TEXT NOT NULL,
    recipient    TEXT NOT NULL,
    locale       TEXT NOT NULL,
    payload      TEXT,
    dedupe_key   TEXT NOT NULL UNIQUE,
    message_id   TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'withdrawn')),
    attempts     {int} NOT NULL,
    last_error   TEXT,
    created_at   {instant} NOT NULL,
    sent_at      {instant}
) {strict};
CREATE INDEX mails_by_community ON mails (community_id, created_at);
CREATE INDEX mails_by_recipient ON mails (recipient, created_at);

-- What admins and operators did: append-only, each row holding the hash of the one before, per community.
CREATE TABLE audit (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL,
    seq          {int} NOT NULL,
    at           {instant} NOT NULL,
    actor_id     {uuid},
    action       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    details      TEXT NOT NULL,
    prev_hash    TEXT NOT NULL,
    hash         TEXT NOT NULL,
    CONSTRAINT audit_in_order UNIQUE (community_id, seq)
) {strict};
CREATE TABLE audit_heads (
    community_id {uuid} NOT NULL PRIMARY KEY,
    seq          {int} NOT NULL,
    hash         TEXT NOT NULL
) {strict};
--@sqlite
CREATE TRIGGER audit_kept_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
CREATE TRIGGER audit_kept_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
--@postgres
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'audit_append_only'; END $$;
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
--@both

-- How often somebody did what is limited, in windows of time. Durable, so that a restart forgives nothing.
CREATE TABLE limits (
    name         TEXT NOT NULL,
    subject      TEXT NOT NULL,
    window_start {instant} NOT NULL,
    used         {int} NOT NULL,
    PRIMARY KEY (name, subject, window_start)
) {strict};
CREATE INDEX limits_old ON limits (window_start);

-- The first answer to a POST that carried an Idempotency-Key, to be given again.
CREATE TABLE idempotency (
    scope        TEXT NOT NULL,
    key          TEXT NOT NULL,
    fingerprint  TEXT NOT NULL,
    status       {int},
    content_type TEXT,
    location     TEXT,
    etag         TEXT,
    body         TEXT,
    created_at   {instant} NOT NULL,
    PRIMARY KEY (scope, key)
) {strict};
CREATE INDEX idempotency_old ON idempotency (created_at);

-- What the program remembers of itself between runs.
CREATE TABLE facts (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) {strict};
