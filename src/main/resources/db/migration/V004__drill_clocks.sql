-- Alerts of monitoring, clocks of drills, expected alerts, impact, failure modes and runbook steps as they were observed.

create table alert_source (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    name varchar(64) not null unique,
    last_heard_at timestamp(6) with time zone not null,
    truncated integer not null,
    truncated_at timestamp(6) with time zone
);

create table received_alert (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    source varchar(64) not null,
    fingerprint varchar(400) not null,
    starts_at timestamp(6) with time zone not null,
    name varchar(400) not null,
    status varchar(16) not null,
    ends_at timestamp(6) with time zone,
    last_heard_at timestamp(6) with time zone not null,
    summary varchar,
    labels varchar not null,
    unique (source, fingerprint, starts_at)
);

create index received_alert_created on received_alert (created_at);
create index received_alert_name on received_alert (name, created_at);

create table drill_mark (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    drill_id uuid not null references drill (id),
    clock varchar(16) not null,
    marked_at timestamp(6) with time zone not null,
    source varchar(16) not null,
    author varchar(64) not null,
    basis varchar,
    how varchar(16),
    path varchar(16),
    extent varchar(16)
);

create index drill_mark_drill on drill_mark (drill_id, created_at);
create index drill_mark_exercise on drill_mark (exercise_id);

create table expected_alert (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    drill_id uuid not null references drill (id),
    alert varchar(400) not null,
    due_at timestamp(6) with time zone,
    state varchar(16) not null,
    came_at timestamp(6) with time zone,
    source varchar(64),
    late boolean not null
);

create index expected_alert_drill on expected_alert (drill_id);
create index expected_alert_state on expected_alert (state, due_at);

create table alert_rating (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    drill_id uuid not null references drill (id),
    alert_id uuid not null references received_alert (id),
    rating varchar(16) not null,
    author varchar(64) not null
);

create index alert_rating_drill on alert_rating (drill_id, created_at);
create index alert_rating_alert on alert_rating (alert_id);

create table drill_impact (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    drill_id uuid not null references drill (id),
    author varchar(64) not null,
    customers bigint,
    failed_requests bigint,
    data_lost varchar,
    p99 varchar(40),
    experience varchar
);

create index drill_impact_drill on drill_impact (drill_id, created_at);

create table failure_mode_observation (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    mode_key varchar(64) not null,
    outcome varchar(16) not null,
    observed varchar,
    author varchar(64) not null
);

create index failure_mode_observation_exercise on failure_mode_observation (exercise_id, created_at);

create table runbook_step_record (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    runbook varchar(64) not null,
    step varchar(64) not null,
    state varchar(16) not null,
    deviation varchar(24),
    note varchar,
    author varchar(64) not null
);

create index runbook_step_record_exercise on runbook_step_record (exercise_id, created_at);
