-- When a mail that must not be repeated was handed to the mail server; noted before it is, so that after a crash in
-- between it is not handed over again.
ALTER TABLE mails ADD COLUMN handed_at {instant};
-- What waits, failed or is of one kind, newest first, for the admins' list.
CREATE INDEX mails_by_state ON mails (community_id, state, created_at);
CREATE INDEX mails_by_kind ON mails (community_id, kind, created_at);
