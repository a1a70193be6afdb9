-- Who is to do a task; of a recurring one, all its dates.
CREATE TABLE event_assignees (
    event_id     {uuid} NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    account_id   {uuid} NOT NULL,
    community_id {uuid} NOT NULL,
    -- None: whoever it was is forgotten.
    assigned_by  {uuid},
    assigned_at  {instant} NOT NULL,
    PRIMARY KEY (event_id, account_id)
) {strict};
CREATE INDEX event_assignees_by_account ON event_assignees (account_id, community_id);
