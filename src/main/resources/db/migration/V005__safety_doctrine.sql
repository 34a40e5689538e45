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

-- "is this you?": ours is null until it is known whether it belongs to an exercise
create table deconfliction_question (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    asked_by varchar(64) not null,
    text varchar(4000) not null,
    passed_on_at timestamp(6) with time zone,
    reminded_at timestamp(6) with time zone,
    ours boolean,
    answered_at timestamp(6) with time zone
);

create index deconfliction_question_person on deconfliction_question (asked_by, created_at);
create index deconfliction_question_open on deconfliction_question (answered_at, created_at);

-- one row for each exercise that ran when it was asked; without one, a row without an exercise
create table deconfliction_answer (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    question_id uuid not null references deconfliction_question (id),
    exercise_id uuid references exercise (id),
    ours boolean,
    answered_by varchar(64),
    answered_at timestamp(6) with time zone
);

create index deconfliction_answer_question on deconfliction_answer (question_id);
create index deconfliction_answer_exercise on deconfliction_answer (exercise_id);

-- what worries somebody about a plan; raised_by is null where it is anonymous
create table plan_concern (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    plan_key varchar(64) not null references plan (plan_key),
    text varchar(4000) not null,
    raised_by varchar(64),
    answer varchar(4000),
    answered_by varchar(64),
    answered_at timestamp(6) with time zone
);

create index plan_concern_plan on plan_concern (plan_key, created_at);
