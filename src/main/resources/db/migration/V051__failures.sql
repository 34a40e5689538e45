-- what the platform could not do, and why: such a row is not tried again until somebody asks for it
alter table timeline_item add column failure varchar;
alter table timeline_item add column failed_step varchar(16);
create index timeline_item_failed on timeline_item (failed_step);

alter table drill add column failure varchar;
