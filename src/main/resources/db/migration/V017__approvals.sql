-- what an approver said of one revision; the newest word of a person counts
create table plan_approval (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    plan_key varchar(64) not null,
    revision integer not null,
    person varchar(64) not null,
    decision varchar(16) not null,
    comment varchar(2000),
    foreign key (plan_key, revision) references plan_revision (plan_key, number)
);

create index plan_approval_revision on plan_approval (plan_key, revision, created_at);
