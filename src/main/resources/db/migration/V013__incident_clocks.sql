-- When a real incident began and how far people had come, and what kind it was; null for what nobody said.
alter table incident add column started_at timestamp(6) with time zone;
alter table incident add column detected_at timestamp(6) with time zone;
alter table incident add column acknowledged_at timestamp(6) with time zone;
alter table incident add column mitigated_at timestamp(6) with time zone;
alter table incident add column recovered_at timestamp(6) with time zone;
alter table incident add column severity varchar(8);
alter table incident add column detected_by varchar(16);
alter table incident add column fault_origin varchar(16);
alter table incident add column resolution varchar(16);

create index incident_started on incident (started_at);
