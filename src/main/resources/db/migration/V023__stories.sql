-- War stories. author: null for a story without a name, whose created_at is the begin of the quarter it was written in;
-- such a story is changed with a token, of which the hash is kept.
-- happened: a year, a month or a day, as its author knows it.
create table story (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    author varchar(64),
    token_hash varchar(64),
    title varchar not null,
    text varchar not null,
    learned varchar,
    principle varchar(16),
    happened varchar(10),
    state varchar(16) not null,
    -- the year of the last anniversary its author was reminded of
    reminded_year integer not null
);

create index story_created on story (created_at, id);

create index story_happened on story (happened);

create table story_system (
    story_id uuid not null references story (id),
    system_key varchar(64) not null,
    primary key (story_id, system_key)
);

create index story_system_key on story_system (system_key, story_id);
