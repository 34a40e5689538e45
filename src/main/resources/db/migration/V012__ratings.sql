-- where an expectation was met, in microseconds of the exercise clock, if that was before it was ticked
alter table timeline_item add column observed_clock bigint;

-- ratings are added, never changed: the newest (by the number of its journal entry) stands
create table objective_rating (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    objective varchar(64) not null,
    rating varchar(16) not null,
    sentence varchar,
    person varchar(64) not null,
    clock bigint not null,
    seq bigint not null
);

create index objective_rating_exercise on objective_rating (exercise_id, seq);
