-- Fewer people than these are not told to partners.
ALTER TABLE communities ADD COLUMN least_told {int} NOT NULL DEFAULT 1 CHECK (least_told BETWEEN 1 AND 1000);
