-- What belongs to a system, and what else it is called; a line each.
alter table system_entry add column hosts varchar default '' not null;
alter table system_entry add column aliases varchar default '' not null;
