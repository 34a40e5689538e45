-- What the library finds: a copy of the words of findings, defects, actions and plans, brought up to date by a job.
-- subject_version: of the row it was made of. Who may read it is asked of the exercise and the plan themselves.
create table library_document (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    kind varchar(16) not null,
    subject_id uuid not null,
    subject_version integer not null,
    -- reference, key or number that people call it by
    label varchar(64),
    exercise_id uuid,
    plan_key varchar(64),
    -- whom an action belongs to
    owner varchar(64),
    -- whether the whole roster may read it; else a report is everybody's, and anything else control staff's
    for_roster boolean not null,
    title varchar not null,
    text varchar not null,
    at timestamp(6) with time zone not null,
    unique (kind, subject_id)
);

create index library_document_at on library_document (at, id);

-- whether somebody may read it is decided without its text
create index library_document_reading on library_document (id, kind, exercise_id, for_roster, owner, plan_key, at);

-- weight: how much the document is about the word (see Weights)
create table library_term (
    document_id uuid not null references library_document (id),
    term varchar(40) not null,
    weight integer not null,
    primary key (document_id, term)
);

create index library_term_term on library_term (term, document_id, weight);

create table library_system (
    document_id uuid not null references library_document (id),
    system_key varchar(64) not null,
    primary key (document_id, system_key)
);

create index library_system_key on library_system (system_key, document_id);

-- One row: whoever holds it brings the library up to date.
create table library_turn (
    id integer primary key
);

insert into library_turn (id) values (1);
