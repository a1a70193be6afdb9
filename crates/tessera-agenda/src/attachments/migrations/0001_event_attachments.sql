-- Files that go with an event. One without an event is on its way in, or waits to be removed with its file.
CREATE TABLE event_attachments (
    id           {uuid} NOT NULL PRIMARY KEY,
    event_id     {uuid} REFERENCES events (id) ON DELETE SET NULL,
    community_id {uuid} NOT NULL,
    -- Who brought it; none: somebody who is forgotten.
    account_id   {uuid},
    -- As people know it; the file is named by the id.
    name         TEXT NOT NULL,
    -- By its content, not by its name.
    media_type   TEXT NOT NULL,
    bytes        {int} NOT NULL CHECK (bytes >= 0),
    created_at   {instant} NOT NULL
) {strict};
CREATE INDEX event_attachments_of_event ON event_attachments (event_id, created_at) WHERE event_id IS NOT NULL;
CREATE INDEX event_attachments_left_over ON event_attachments (created_at) WHERE event_id IS NULL;
CREATE INDEX event_attachments_by_account ON event_attachments (account_id) WHERE account_id IS NOT NULL;
