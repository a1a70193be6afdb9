-- Of a date of a series that differs: whether all after it differ likewise. Until now that stood in what a file brought
-- alone, and the date was taken for a single one.
ALTER TABLE events ADD COLUMN reaches_on {bool} NOT NULL DEFAULT FALSE;
UPDATE events SET reaches_on = TRUE WHERE recurrence_id <> '' AND ical LIKE '%RANGE=THISANDFUTURE%';
-- The dates of these series are written anew by the job that extends.
UPDATE series SET extend_at = (SELECT e.created_at FROM events e WHERE e.id = series.event_id)
    WHERE event_id IN (SELECT e.series_id FROM events e WHERE e.reaches_on);
