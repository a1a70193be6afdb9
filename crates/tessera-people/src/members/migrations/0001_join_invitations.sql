-- An admin's invitation of one address to become a member: one open one per address, used once, by link.
CREATE TABLE join_invitations (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    email        TEXT NOT NULL,
    email_key    TEXT NOT NULL,
    roles        TEXT NOT NULL,
    token_hash   TEXT NOT NULL UNIQUE,
    invited_by   {uuid},
    created_at   {instant} NOT NULL,
    expires_at   {instant} NOT NULL,
    used_at      {instant},
    used_by      {uuid},
    revoked_at   {instant}
) {strict};
CREATE UNIQUE INDEX join_invitations_open ON join_invitations (community_id, email_key)
    WHERE used_at IS NULL AND revoked_at IS NULL;
CREATE INDEX join_invitations_by_age ON join_invitations (community_id, created_at);
CREATE INDEX join_invitations_by_address ON join_invitations (email_key);
