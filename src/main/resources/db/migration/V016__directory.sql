alter table person add column left_at timestamp(6) with time zone;

create table known_system (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    system_key varchar(64) not null unique,
    name varchar(200) not null,
    site varchar(200),
    kind varchar(200),
    owner varchar(64),
    carries varchar(200) not null,
    off_limits boolean not null
);

create table blackout (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    starts_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null,
    reason varchar(2000) not null,
    systems varchar not null,
    declared_by varchar(64) not null
);

create index blackout_ends on blackout (ends_at);

create table incident (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    title varchar(200) not null,
    systems varchar not null,
    state varchar(16) not null,
    declared_by varchar(64) not null,
    closed_at timestamp(6) with time zone,
    closed_by varchar(64)
);

create index incident_state on incident (state);

-- append-only: who changed what in the directory, without secrets
create table directory_change (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    kind varchar(16) not null,
    entry varchar(64) not null,
    verb varchar(32) not null,
    actor varchar(64) not null,
    before_change varchar,
    after_change varchar
);

create index directory_change_entry on directory_change (kind, entry, created_at);
create index directory_change_at on directory_change (created_at, id);

create table import_job (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    kind varchar(16) not null,
    format varchar(8) not null,
    charset varchar(16) not null,
    file_name varchar(200) not null,
    content bytea not null,
    asked_by varchar(64) not null,
    may_give_roles boolean not null,
    state varchar(16) not null,
    entries integer not null,
    done integer not null,
    made integer not null,
    changed integer not null,
    unchanged integer not null,
    flaws integer not null,
    violations varchar,
    leased_until timestamp(6) with time zone
);

create index import_job_state on import_job (state);

-- whoever writes to the directory holds this row: keys of people and teams share one namespace
create table directory_lock (
    id integer primary key
);

insert into directory_lock (id) values (1);
