-- A hot wash that was closed before its exercise.
create table hot_wash_closing (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    person varchar(64) not null,
    unique (exercise_id)
);

-- author: null for an anonymous answer, whose created_at is the end of the exercise: nothing ties it to a person or a moment.
-- shown: whether others may read it; anonymous ones become readable five at a time.
create table hot_wash_answer (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    author varchar(64),
    went_well varchar,
    went_badly varchar,
    lucky varchar,
    confusing varchar,
    logistics varchar,
    -- seven digits from 1 to 7
    culture varchar(7),
    shown boolean not null
);

create index hot_wash_answer_exercise on hot_wash_answer (exercise_id, created_at);
