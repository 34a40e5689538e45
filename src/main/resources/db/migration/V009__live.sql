-- one row: the key under which readers who are not control staff get their place in a journal; all replicas share it
create table cursor_key (
    id integer primary key check (id = 1),
    secret bytea not null
);

-- such a reader's next page costs the same however much lies between that is not theirs
create index journal_entry_audience on journal_entry (exercise_id, audience, seq);
