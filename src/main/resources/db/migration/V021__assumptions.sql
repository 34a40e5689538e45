-- What control staff say of an assumption of the plan: it held, it did not hold, or it was not tested. The newest counts.
create table assumption_check (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    assumption_key varchar(64) not null,
    outcome varchar(16) not null,
    note varchar,
    author varchar(64) not null
);

create index assumption_check_exercise on assumption_check (exercise_id, created_at);
