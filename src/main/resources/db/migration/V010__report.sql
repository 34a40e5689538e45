-- The after-action report as people write it: one for an exercise, from the first edit on.
create table stored_report (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    -- DRAFT, IN_REVIEW, SIGNED_OFF or PUBLISHED
    state varchar(16) not null,
    -- number of the newest revision; 0 before the first
    revision integer not null,
    unique (exercise_id)
);

-- Every text that was ever saved: rows are added, never changed.
create table report_revision (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    number integer not null,
    author varchar(64) not null,
    -- a JSON object of sections and fields, in UTF-8
    content bytea not null,
    unique (exercise_id, number)
);
