-- What a member likes to see of a community's calendar, under a name.
CREATE TABLE calendar_filters (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL,
    account_id   {uuid} NOT NULL,
    -- Which of a member's it is: there are as many as there are places.
    slot         {int} NOT NULL CHECK (slot >= 1 AND slot <= 50),
    name         TEXT NOT NULL,
    name_key     TEXT NOT NULL,
    -- As the page's address has it.
    query        TEXT NOT NULL,
    created_at   {instant} NOT NULL,
    CONSTRAINT calendar_filters_name UNIQUE (community_id, account_id, name_key),
    CONSTRAINT calendar_filters_slot UNIQUE (community_id, account_id, slot)
) {strict};
CREATE INDEX calendar_filters_by_account ON calendar_filters (account_id);
