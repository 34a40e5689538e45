-- journal format 2: what an entry says of people is in its hash as a salted digest; here are the salts, by name of the value, or
-- the digests of values that were erased (JSON, never queried)
alter table journal_entry add column salts varchar default '{}' not null;
alter table journal_entry alter column salts drop default;
