-- sent_hash: sha-256 of the file as it was sent, which tells sending it again from sending another one
create table attachment (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    finding_id uuid not null references finding (id),
    name varchar(120) not null,
    type varchar(64) not null,
    size integer not null,
    width integer,
    height integer,
    author varchar(64),
    sent_hash varchar(64) not null,
    preview_id uuid
);

create index attachment_finding on attachment (finding_id, created_at);

-- apart from what lists show: H2 reads whole rows. A file under its attachment's id, its small picture under preview_id
create table attachment_content (
    id uuid primary key,
    bytes bytea not null
);

-- opens a finding without a name for its author's attachments
create table attachment_token (
    finding_id uuid primary key references finding (id),
    token_hash varchar(64) not null
);

-- the few entries of some types, among a million others: what a late joiner reads
create index journal_entry_type on journal_entry (exercise_id, type, seq);
