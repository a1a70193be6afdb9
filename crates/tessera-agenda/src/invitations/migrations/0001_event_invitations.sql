CREATE TABLE event_invitations (
    id                 {uuid} NOT NULL PRIMARY KEY,
    community_id       {uuid} NOT NULL,
    event_id           {uuid} NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    email              TEXT NOT NULL,
    email_key          TEXT NOT NULL,
    -- SHA-256 of the 256-bit token, and its first characters.
    token_hash         TEXT NOT NULL,
    token_hint         TEXT NOT NULL,
    locale             TEXT NOT NULL,
    invited_by_user_id {uuid} NOT NULL,
    expires_at         {instant} NOT NULL,
    used_at            {instant},
    -- Rises when the invitation is sent anew: part of the mail's dedupe key.
    round              {int} NOT NULL,
    created_at         {instant} NOT NULL,
    CONSTRAINT event_invitations_token UNIQUE (token_hash),
    CONSTRAINT event_invitations_once UNIQUE (event_id, email_key)
) {strict};
CREATE INDEX idx_event_invitations_event ON event_invitations (event_id, created_at);
