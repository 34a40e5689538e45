-- what came of a finding: the words of whoever logged it stay as they were written
alter table finding add column state varchar(16) default 'NEW' not null;
alter table finding add column judged_kind varchar(32);
alter table finding add column judged_severity varchar(8);
alter table finding add column triaged_by varchar(64);
alter table finding add column triaged_at timestamp(6) with time zone;
alter table finding add column triage_reason varchar(2000);
alter table finding add column defect_id uuid;

-- the board shows a page of many: each of its orders is one index's
drop index finding_exercise;
create index finding_exercise on finding (exercise_id, created_at, id);
create index finding_exercise_state on finding (exercise_id, state, created_at, id);
create index finding_recent on finding (created_at, id);
create index finding_triage on finding (state, created_at, id);
create index finding_defect on finding (defect_id);

-- exercise_id: where it was opened; its people see it, and its journal tells of it
create table defect (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    reference varchar(16) not null unique,
    exercise_id uuid not null references exercise (id),
    title varchar(200) not null,
    text varchar,
    state varchar(16) not null,
    exposed_by varchar(16) not null,
    principle varchar(16),
    severity varchar(8),
    environment varchar(16) not null,
    recurrence_of uuid references defect (id),
    alarm_action uuid,
    opened_by varchar(64) not null,
    accepted_reason varchar(2000),
    accepted_by varchar(64),
    accepted_until timestamp(6) with time zone,
    verified_at timestamp(6) with time zone,
    verified_in uuid references exercise (id)
);

create index defect_exercise on defect (exercise_id);
create index defect_created on defect (created_at);
create index defect_accepted on defect (accepted_until);

create table defect_factor (
    defect_id uuid not null references defect (id),
    position integer not null,
    text varchar(2000) not null,
    primary key (defect_id, position)
);

create table defect_system (
    defect_id uuid not null references defect (id),
    position integer not null,
    system_key varchar(200) not null,
    primary key (defect_id, position)
);

-- exercise_id: that of its defect, so that who may see it is asked of one table
create table action_item (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    defect_id uuid not null references defect (id),
    exercise_id uuid not null references exercise (id),
    title varchar(200) not null,
    owner varchar(64) not null,
    kind varchar(16) not null,
    state varchar(16) not null,
    due_at timestamp(6) with time zone not null,
    link varchar(2000),
    opened_by varchar(64) not null,
    exception_reason varchar(2000),
    exception_by varchar(64),
    override_reason varchar(2000),
    drop_reason varchar(2000),
    evidence varchar(20000),
    done_at timestamp(6) with time zone,
    verified_at timestamp(6) with time zone,
    verified_by varchar(64),
    verified_in uuid references exercise (id),
    told_at timestamp(6) with time zone
);

create index action_item_defect on action_item (defect_id);
create index action_item_exercise on action_item (exercise_id);
create index action_item_owner on action_item (owner, state);
create index action_item_told on action_item (told_at);
create index action_item_due on action_item (state, due_at);
