create table plan (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    plan_key varchar(64) not null unique,
    name varchar(400) not null,
    type varchar(32) not null,
    owner varchar(64) not null,
    team varchar(64) not null,
    revision integer not null
);

-- who may read it besides masters of disaster: owner, approvers, control staff of the newest revision
create table plan_reader (
    plan_id uuid not null references plan (id),
    person_key varchar(64) not null,
    primary key (plan_id, person_key)
);

-- source: the imported bytes as they came; tree_hash: sha-256 of the canonical JSON of the parsed tree
create table plan_revision (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    plan_key varchar(64) not null references plan (plan_key),
    number integer not null,
    source bytea not null,
    tree varchar not null,
    tree_hash varchar(64) not null,
    imported_by varchar(64) not null,
    unique (plan_key, number)
);
