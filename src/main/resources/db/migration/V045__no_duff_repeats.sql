-- how often one person has said NO DUFF in an exercise, and what everybody was told of it: one letter a minute tells of all
create table no_duff_repeat (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    person varchar(64) not null,
    said integer not null,
    told integer not null,
    told_at timestamp(6) with time zone not null,
    text varchar,
    unique (exercise_id, person)
);
