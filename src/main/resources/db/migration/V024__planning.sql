-- Planning meetings whose day was chosen; the others are counted back from the start.
create table planning_date (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    meeting varchar(16) not null,
    on_day date not null,
    unique (exercise_id, meeting)
);

create table planning_done (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    task varchar(32) not null,
    person varchar(64) not null,
    unique (exercise_id, task)
);

-- What an exercise costs its team, in minutes.
create table planning_hours (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    person varchar(64) not null,
    planned_minutes integer not null,
    spent_minutes integer not null,
    unique (exercise_id, person)
);
