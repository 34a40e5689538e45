-- The review of an exercise, from ENDEX on.
create table exercise_review (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    facilitator varchar(64),
    advisor varchar(64),
    due_at timestamp(6) with time zone not null,
    -- a JSON list of titles with minutes
    agenda varchar not null,
    -- a JSON list of keys of the moderator's checklist
    checked varchar not null,
    minutes_spent integer,
    -- when its people were reminded last
    reminded_at timestamp(6) with time zone,
    unique (exercise_id)
);

-- Who signed which revision of the report; withdrawn when the report went back.
create table report_signature (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    revision integer not null,
    person varchar(64) not null,
    -- facilitator, advisor or reader
    capacity varchar(16) not null,
    withdrawn boolean not null
);

create index report_signature_exercise on report_signature (exercise_id, revision);

-- What readers read: the signed revision as a copy, which nothing changes. The newest counts.
create table published_report (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    revision integer not null,
    -- ROSTER or ORGANISATION
    audience varchar(16) not null,
    published_by varchar(64) not null,
    title varchar not null,
    -- in UTF-8: a page's article, Markdown, JSON, and the page for paper
    page bytea not null,
    markdown bytea not null,
    json bytea not null,
    paper bytea not null
);

create index published_report_exercise on published_report (exercise_id, created_at);

-- A version without names, of chosen sections, for everybody who signs in; made anew in place of the one before.
create table public_version (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    revision integer not null,
    title varchar not null,
    made_by varchar(64) not null,
    -- in UTF-8
    markdown bytea not null
);

create index public_version_exercise on public_version (exercise_id, created_at);
