-- How likely it is that a defect does harm within a year; null where nobody said.
alter table defect add column likelihood varchar(16);

-- The place in the order of risk removed (critical, high, medium, low, unknown: 0 to 4), derived from the defect.
alter table action_item add column risk_order integer default 4 not null;

create index action_item_rank on action_item (risk_order, due_at, id);

-- Whether it would prevent a similar event, not only this one; null where nobody answered.
alter table action_item add column prevents_similar varchar(8);

-- Why a defect has one more open action than is wise.
alter table action_item add column many_reason varchar(4000);

-- Who was told that it is overdue: 0 nobody, 1 its owner, 2 the leads of the owner's teams, 3 the Masters of Disaster.
-- escalated_due: the due day that this belongs to; a new due day begins anew.
alter table action_item add column escalated integer default 0 not null;
alter table action_item add column escalated_due timestamp(6) with time zone;

-- The drill that this action became: key of the plan, key of the drill in it.
alter table action_item add column drill_plan varchar(64);
alter table action_item add column drill_key varchar(64);

create index action_item_drill on action_item (drill_plan);

-- Who was sent the digest of which week (ISO week, 2027-W13): the row is written with the message.
create table action_digest (
    person varchar(64) not null,
    week varchar(8) not null,
    primary key (person, week)
);
