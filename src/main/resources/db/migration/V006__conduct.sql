-- positions on the exercise clock are microseconds since STARTEX
create table timeline_item (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    item_key varchar(140) not null,
    position integer not null,
    kind varchar(16) not null,
    body varchar not null,
    after varchar,
    assume varchar(8),
    state varchar(16) not null,
    due_clock bigint,
    deadline_clock bigint,
    reveal_clock bigint,
    next_clock bigint,
    released_at timestamp(6) with time zone,
    released_clock bigint,
    released_by_clock boolean not null,
    settled_clock bigint,
    completed_at timestamp(6) with time zone,
    revealed_at timestamp(6) with time zone,
    chosen_option varchar(400),
    unplanned boolean not null,
    unique (exercise_id, item_key)
);

create index timeline_item_next on timeline_item (exercise_id, next_clock);

-- every call of a real emergency, whether or not an exercise was running
create table no_duff_call (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    person varchar(64) not null,
    text varchar,
    paused integer not null
);
