-- A community on another server with which events are shared.
CREATE TABLE partners (
    id                 {uuid} NOT NULL PRIMARY KEY,
    community_id       {uuid} NOT NULL,
    name               TEXT NOT NULL,
    -- As it stands in addresses here, and in `club_code` of what they send.
    short_code         TEXT NOT NULL,
    base_url           TEXT NOT NULL,
    logo_url           TEXT,
    -- Theirs, for what we ask of them: the name and, sealed, the secret.
    api_key            TEXT,
    api_secret_sealed  TEXT,
    is_active          {bool} NOT NULL,
    is_approved        {bool} NOT NULL,
    share_our_events   {bool} NOT NULL,
    auto_import        {bool} NOT NULL,
    -- The last sync that succeeded.
    last_sync          {instant},
    -- Why the last sync failed, as a code of ours; none where it did not.
    last_error         TEXT,
    created_at         {instant} NOT NULL,
    -- None: the shell, or somebody who is forgotten.
    created_by         {uuid},
    CONSTRAINT partners_code UNIQUE (community_id, short_code)
) {strict};
