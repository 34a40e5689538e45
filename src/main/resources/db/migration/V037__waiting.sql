-- what each person has read last of something that others write to: an item of preparation, or an exercise's replies
create table read_mark (
    person varchar(64) not null,
    subject uuid not null,
    read_at timestamp(6) with time zone not null,
    read_seq bigint not null,
    primary key (person, subject)
);

-- approvers of the newest revision, so that each of them finds what waits for their decision
create table plan_approver (
    plan_id uuid not null references plan (id),
    person_key varchar(64) not null,
    primary key (plan_id, person_key)
);

create index plan_approver_person on plan_approver (person_key);

insert into plan_approver (plan_id, person_key)
select p.id, reader.person_key
from plan p
    join plan_reader reader on reader.plan_id = p.id
    join plan_revision r on r.plan_key = p.plan_key and r.number = p.revision
where position('"approvers":[' in r.tree) > 0
    and position('"' || reader.person_key || '"' in
        substring(substring(r.tree from position('"approvers":[' in r.tree))
            from 1 for position(']' in substring(r.tree from position('"approvers":[' in r.tree))))) > 0;

create index team_lead on team (lead_key);
create index roster_entry_role on roster_entry (person, role);
