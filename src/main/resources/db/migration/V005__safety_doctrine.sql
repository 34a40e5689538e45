-- Who may override what, and who answers: acts that take two people, notices, concerns, and questions of deconfliction.

-- act: start, resume, or drill:KEY; requested: whether this person asked for the act; used_at: when it happened
create table person_confirmation (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    act varchar(80) not null,
    person varchar(64) not null,
    requested boolean not null,
    reason varchar(4000),
    catch_up varchar(16),
    used_at timestamp(6) with time zone
);

create index person_confirmation_exercise on person_confirmation (exercise_id, created_at);
