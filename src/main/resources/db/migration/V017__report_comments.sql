-- What readers say about a section of a report. Nobody removes a comment: it is answered, or withdrawn by its author.
-- author: null for an anonymous comment, whose created_at is the end of the exercise: nothing ties it to a person or a moment.
create table report_comment (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    -- key of a section
    section varchar(64) not null,
    author varchar(64),
    text varchar not null,
    -- CONTROL, ROSTER or PUBLISHED: who reads it
    readers varchar(16) not null,
    -- OPEN, ANSWERED, TAKEN_UP or WITHDRAWN
    state varchar(16) not null,
    answer varchar,
    answered_by varchar(64),
    answered_at timestamp(6) with time zone
);

create index report_comment_exercise on report_comment (exercise_id, created_at, id);
