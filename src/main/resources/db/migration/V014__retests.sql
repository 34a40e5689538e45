alter table drill add column result varchar(16);
alter table drill add column result_reason varchar(2000);
alter table drill add column result_by varchar(64);
alter table drill add column result_at timestamp(6) with time zone;

-- what an exercise showed of a defect; counted once the exercise is over
create table retest (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    defect_id uuid not null references defect (id),
    kind varchar(16) not null,
    name varchar(140) not null,
    result varchar(16) not null,
    reason varchar(2000),
    environment varchar(16) not null,
    judged_by varchar(64) not null,
    judged_at timestamp(6) with time zone not null,
    counted varchar(16),
    unique (exercise_id, defect_id, kind, name)
);

create index retest_defect on retest (defect_id);

-- exercises whose retests were counted after their end
create table settlement (
    exercise_id uuid primary key references exercise (id),
    settled_at timestamp(6) with time zone not null
);
