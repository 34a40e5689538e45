-- append-only; data is the text that is hashed, so it is no jsonb (which reorders keys)
create table journal_entry (
    exercise_id uuid not null,
    seq bigint not null,
    at timestamp(6) with time zone not null,
    clock varchar(64) not null,
    type varchar(64) not null,
    actor varchar(64) not null,
    audience varchar(80) not null,
    data varchar not null,
    hash varchar(64) not null,
    primary key (exercise_id, seq)
);
