-- Which replica measures the probes of an exercise; whoever finds the lease run out takes over.
create table probe_lease (
    exercise_id uuid primary key references exercise (id),
    owner uuid not null,
    lease_until timestamp(6) with time zone not null
);

-- A probe of an exercise while and after it is measured, and its last change of state.
create table probe (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    probe_key varchar(64) not null,
    position integer not null,
    sampled_from timestamp(6) with time zone not null,
    every_micros bigint not null,
    state varchar(16) not null,
    changed_at timestamp(6) with time zone not null,
    changed_sample bigint not null,
    -- how long it may be outside before its guardrail acts; null without a guardrail
    guard_micros bigint,
    guard_acted_at timestamp(6) with time zone,
    rolled_up boolean not null,
    unique (exercise_id, probe_key)
);

-- The n-th sample is due at sampled_from + n * every: two replicas cannot store it twice.
create table probe_sample (
    probe_id uuid not null references probe (id),
    n bigint not null,
    sampled_at timestamp(6) with time zone not null,
    inside boolean not null,
    measured varchar(400),
    quantity double precision,
    latency_micros bigint not null,
    message varchar(1000),
    -- samples before this one that were skipped because they were late
    skipped bigint not null,
    primary key (probe_id, n)
);
create index probe_sample_time on probe_sample (probe_id, sampled_at);

-- Ten seconds of samples; kept when the samples are deleted.
create table probe_summary (
    probe_id uuid not null references probe (id),
    -- seconds since 1970
    starts_at bigint not null,
    samples integer not null,
    outside integer not null,
    skipped bigint not null,
    lowest double precision,
    highest double precision,
    mean double precision,
    latency_micros bigint not null,
    longest_micros bigint not null,
    primary key (probe_id, starts_at)
);

-- Steady state before STARTEX: the newest measurement of each probe.
create table steady_state_reading (
    exercise_id uuid not null references exercise (id),
    probe_key varchar(64) not null,
    measured_at timestamp(6) with time zone not null,
    inside boolean not null,
    message varchar(1000),
    primary key (exercise_id, probe_key)
);
