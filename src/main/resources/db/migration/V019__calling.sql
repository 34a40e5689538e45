-- a tree in flight; positions on the exercise clock are microseconds since STARTEX
create table activation (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    tree_key varchar(64) not null,
    item_id uuid,
    subject varchar(400) not null,
    text varchar,
    question varchar(400),
    pass_reach double precision,
    pass_quorum integer,
    pass_within bigint,
    state varchar(16) not null,
    answers boolean not null,
    started_by varchar(64) not null,
    started_clock bigint not null,
    ended_at timestamp(6) with time zone,
    ended_clock bigint,
    result varchar(16),
    result_reason varchar(400)
);

create index activation_exercise on activation (exercise_id, tree_key);
create index activation_item on activation (item_id);

-- a place of the tree, as it stood when the tree was activated
create table contact (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    activation_id uuid not null references activation (id),
    parent_id uuid,
    place integer not null,
    depth integer not null,
    team varchar(64),
    people varchar not null,
    ways varchar(64) not null,
    wait_micros bigint not null,
    rounds integer not null,
    state varchar(16) not null,
    turn integer not null,
    next_clock bigint,
    begun_clock bigint,
    settled_clock bigint,
    settled_at timestamp(6) with time zone,
    reached_by varchar(64),
    late boolean not null
);

create index contact_activation on contact (activation_id, place);
create index contact_next on contact (exercise_id, next_clock);

create table contact_attempt (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    activation_id uuid not null references activation (id),
    contact_id uuid not null references contact (id),
    turn integer not null,
    person varchar(64) not null,
    way varchar(16) not null,
    caller varchar(64),
    state varchar(16) not null,
    made_clock bigint not null,
    settled_at timestamp(6) with time zone,
    settled_clock bigint,
    via varchar(16),
    late boolean not null,
    answer varchar(2000),
    note varchar(2000),
    answer_right boolean,
    answer_judged_by varchar(64)
);

create index contact_attempt_activation on contact_attempt (activation_id, created_at);
create index contact_attempt_contact on contact_attempt (contact_id);
create index contact_attempt_person on contact_attempt (person, state);
create index contact_attempt_caller on contact_attempt (caller, state);
create index contact_attempt_exercise on contact_attempt (exercise_id);

-- what callers found wrong in the directory
create table correction (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    attempt_id uuid not null references contact_attempt (id),
    person varchar(64) not null,
    field varchar(16) not null,
    new_value varchar(2000),
    proposed_by varchar(64) not null,
    state varchar(16) not null,
    decided_by varchar(64),
    decided_at timestamp(6) with time zone
);

create index correction_state on correction (state, created_at);

-- signs the links by which people acknowledge; made when it is first needed
create table link_key (
    id integer primary key,
    secret bytea not null
);

-- found by the platform itself: control staff's alone until ENDEX
alter table finding add column proposed boolean default false not null;
