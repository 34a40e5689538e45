-- When a defect was offered to the owners of similar systems; null where it was not yet.
alter table defect add column offered_at timestamp(6) with time zone;

-- Those of before are not offered any more: nobody is asked about what was settled long ago.
update defect set offered_at = created_at;

create index defect_offered on defect (offered_at);

-- "Does this apply to you?": a defect and a similar system whose owner is asked.
create table defect_offer (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    defect_id uuid not null references defect (id),
    -- that of its defect
    exercise_id uuid not null references exercise (id),
    system_key varchar(64) not null,
    -- a person or a team
    owner varchar(64) not null,
    due_at timestamp(6) with time zone not null,
    answer varchar(8),
    reason varchar(4000),
    answered_by varchar(64),
    answered_at timestamp(6) with time zone,
    -- what was opened for a yes
    opened_defect uuid references defect (id),
    unique (defect_id, system_key)
);

create index defect_offer_owner on defect_offer (owner, answered_at);

-- Of a weak signal: who from outside the team reads it, because it resembles dismissed ones; when its finder was told what became
-- of it; and what they objected, once.
alter table finding add column outside_reader varchar(64);
alter table finding add column outcome_told_at timestamp(6) with time zone;
alter table finding add column objection varchar(4000);
alter table finding add column objected_at timestamp(6) with time zone;

create index finding_outside on finding (outside_reader);
