-- the head row of an exercise: its state, its clock, and where its journal ends
create table exercise (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    plan_key varchar(64) not null,
    revision integer not null,
    name varchar(400) not null,
    state varchar(16) not null,
    mode varchar(16) not null,
    outcome varchar(16),
    notice varchar(16) not null,
    starts_at timestamp(6) with time zone,
    zone varchar(64) not null,
    scheduled_at timestamp(6) with time zone,
    started_at timestamp(6) with time zone,
    resumed_at timestamp(6) with time zone,
    clock_base bigint not null,
    speed integer not null,
    pause_reason varchar(16),
    paused_at timestamp(6) with time zone,
    outage_from bigint,
    outage_until bigint,
    ended_at timestamp(6) with time zone,
    next_due_at timestamp(6) with time zone,
    journal_seq bigint not null,
    journal_hash varchar(64) not null,
    overridden varchar(200),
    created_by varchar(64) not null,
    foreign key (plan_key, revision) references plan_revision (plan_key, number)
);

create index exercise_due on exercise (next_due_at);
create index exercise_state on exercise (state);
create index exercise_starts on exercise (starts_at);

-- shifts are positions on the exercise clock, in microseconds
create table roster_entry (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    person varchar(64) not null,
    role varchar(16) not null,
    shift_from bigint,
    shift_until bigint
);

create index roster_entry_exercise on roster_entry (exercise_id, person);
create index roster_entry_person on roster_entry (person);
