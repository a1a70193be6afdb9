-- Work that comes back: tasks, each so many days before or after a date.
CREATE TABLE task_templates (
    id           {uuid} NOT NULL PRIMARY KEY,
    community_id {uuid} NOT NULL,
    name         TEXT NOT NULL,
    name_key     TEXT NOT NULL,
    -- In order, as JSON: they are read and written together.
    items        TEXT NOT NULL,
    version      {int} NOT NULL,
    created_at   {instant} NOT NULL,
    updated_at   {instant} NOT NULL,
    CONSTRAINT task_templates_name UNIQUE (community_id, name_key)
) {strict};

-- Each use of a template, named by whoever asks for it: asked for twice, it is used once.
CREATE TABLE task_template_runs (
    community_id {uuid} NOT NULL,
    once         TEXT NOT NULL,
    account_id   {uuid} NOT NULL,
    -- The ids of the tasks that were made.
    tasks        TEXT NOT NULL,
    created_at   {instant} NOT NULL,
    PRIMARY KEY (community_id, account_id, once)
) {strict};
CREATE INDEX task_template_runs_by_time ON task_template_runs (created_at);
