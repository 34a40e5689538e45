-- Tables are named like their entities.
alter table contact rename to call_node;
alter table known_system rename to system_entry;
alter table settlement rename to retest_settlement;
alter table standing rename to recurring_plan;
alter table start_turn rename to start_lock;
alter table told_entry rename to published_entry;
alter table unclosed rename to pending_closure;
