create table person (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    person_key varchar(64) not null unique,
    name varchar(200) not null,
    email varchar(320),
    platform_role varchar(32) not null,
    password_hash varchar(100),
    credential_version integer not null
);

create table team (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    team_key varchar(64) not null unique,
    name varchar(200) not null,
    lead_key varchar(64) not null
);

create table team_member (
    team_id uuid not null references team (id),
    person_key varchar(64) not null,
    primary key (team_id, person_key)
);

create index team_member_person on team_member (person_key);
