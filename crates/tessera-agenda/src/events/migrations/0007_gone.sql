-- Until now a deleted private event left a tombstone too. What partners are told is gone was public before.
DELETE FROM event_tombstones;

-- Dates of public series that are gone, for partners.
CREATE TABLE occurrence_tombstones (
    event_id     {uuid} NOT NULL,
    occurrence   TEXT NOT NULL,
    community_id {uuid} NOT NULL,
    starts_at    {instant} NOT NULL,
    deleted_at   {instant} NOT NULL,
    PRIMARY KEY (event_id, occurrence)
) {strict};
CREATE INDEX occurrence_tombstones_by_time ON occurrence_tombstones (community_id, deleted_at);
