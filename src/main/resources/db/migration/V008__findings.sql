create table finding (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    text varchar not null,
    kind varchar(32),
    severity varchar(8),
    item_id uuid,
    drill_id uuid,
    observed_at timestamp(6) with time zone not null,
    observed_clock bigint not null,
    author varchar(64)
);

create index finding_exercise on finding (exercise_id, created_at);
