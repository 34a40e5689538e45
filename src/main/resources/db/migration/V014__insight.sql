-- What changed in a system: evidence from before a changed failover path counts less.
create table system_change (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    system_key varchar(64) not null,
    kind varchar(16) not null,
    changed_at timestamp(6) with time zone not null,
    recorded_by varchar(64) not null,
    unique (system_key, kind, changed_at)
);

-- How much somebody trusts a system, once a quarter. voice is a keyed hash of person, system and quarter: it makes one answer a
-- quarter out of several, and names nobody. created_at is the first day of the quarter, so that no moment ties an answer to a
-- person.
create table system_confidence (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    system_key varchar(64) not null,
    quarter varchar(7) not null,
    level integer not null,
    voice varchar(64) not null unique
);

create index system_confidence_system on system_confidence (system_key, quarter);
