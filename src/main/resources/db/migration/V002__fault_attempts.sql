-- Each call of a driver is a row: whoever finds its lease run out ends it and reverts the fault.
create table fault_attempt (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    drill_id uuid not null references drill (id),
    position integer not null,
    action varchar(16) not null,
    state varchar(16) not null,
    due_at timestamp(6) with time zone not null,
    owner uuid,
    lease_until timestamp(6) with time zone,
    started_at timestamp(6) with time zone,
    deadline_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    reason varchar,
    output varchar,
    unique (drill_id, position)
);
create index fault_attempt_state on fault_attempt (state, due_at);
create index fault_attempt_exercise on fault_attempt (exercise_id);

-- what a driver saved of the target's state before the fault; JSON
alter table drill add column saved_state varchar;
-- those of its targets that were drawn for it, comma between
alter table drill add column drawn_targets varchar;
-- from when on samples count for the verification of a revert
alter table drill add column verify_since timestamp(6) with time zone;
