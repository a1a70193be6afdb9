-- When it was last known that the picture is new or that an event shows it.
ALTER TABLE images ADD COLUMN checked_at {instant};
UPDATE images SET checked_at = created_at;
CREATE INDEX images_by_check ON images (checked_at, id);
CREATE INDEX images_by_file ON images (file);
CREATE INDEX events_by_picture ON events (image_url) WHERE image_url IS NOT NULL;
-- The few that name a picture in their text, or under a whole address.
CREATE INDEX events_naming_pictures ON events (community_id)
    WHERE description_source LIKE '%/images/%' OR image_url LIKE 'http%/images/%';
