create table drill (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    drill_key varchar(64) not null,
    position integer not null,
    title varchar(400) not null,
    state varchar(16) not null,
    verified boolean,
    armed_at timestamp(6) with time zone,
    injected_at timestamp(6) with time zone,
    reverting_at timestamp(6) with time zone,
    reverted_at timestamp(6) with time zone,
    revert_by timestamp(6) with time zone,
    revealed_at timestamp(6) with time zone,
    unique (exercise_id, drill_key)
);
