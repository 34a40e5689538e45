-- Who said, or of whom control staff said, that they are here on the day.
create table check_in (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    person varchar(64) not null,
    recorded_by varchar(64) not null,
    unique (exercise_id, person)
);

-- Indispensable services: how long the organisation bears their loss, and what they need.
alter table system_entry add column indispensable boolean default false not null;
alter table system_entry add column impact_tolerance varchar(64);
-- keys of systems, a line each
alter table system_entry add column depends_on varchar default '' not null;
