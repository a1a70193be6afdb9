-- What gives the word of an event its colour and cover. Events keep the word itself: unknown ones are as good.
CREATE TABLE categories (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL,
    name         TEXT NOT NULL,
    -- As events.category_key: neither case nor accents.
    name_key     TEXT NOT NULL,
    -- '#rrggbb', dark enough for white letters.
    colour       TEXT NOT NULL,
    image_url    TEXT,
    version      {int} NOT NULL,
    created_at   {instant} NOT NULL,
    updated_at   {instant} NOT NULL,
    CONSTRAINT categories_name UNIQUE (community_id, name_key)
) {strict};
CREATE INDEX categories_by_picture ON categories (image_url) WHERE image_url IS NOT NULL;
