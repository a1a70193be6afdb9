-- What was made up to have something to look at, so that exactly this can be taken away again.
CREATE TABLE samples (
    community_id {uuid} NOT NULL REFERENCES communities (id) ON DELETE CASCADE,
    kind         TEXT NOT NULL,
    item_id      {uuid} NOT NULL,
    PRIMARY KEY (community_id, kind, item_id)
) {strict};
