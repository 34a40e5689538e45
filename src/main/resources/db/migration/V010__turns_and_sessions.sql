-- one row: whoever starts an exercise holds it
create table start_turn (
    id integer primary key check (id = 1)
);
insert into start_turn (id) values (1);

-- browsers that are signed in: a copied cookie ends with the row
create table browser_session (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    person_key varchar(100) not null,
    credential_version integer not null,
    used_at timestamp(6) with time zone not null
);
create index browser_session_used on browser_session (used_at);
