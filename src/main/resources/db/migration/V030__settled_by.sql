-- who completed, missed or chose an item, and when: the person may undo it for ten seconds
alter table timeline_item add column settled_by varchar(64);
alter table timeline_item add column settled_at timestamp(6) with time zone;
