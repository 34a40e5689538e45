-- a delivery that fails for good goes on by the next way, as a delivery of its own
alter table delivery add column next_ways varchar(200);
alter table delivery add column tried_ways varchar(200);
alter table delivery add column follows_id uuid;
create index delivery_way_next on delivery (way, next_at);
create index delivery_exercise on delivery (exercise_id);
