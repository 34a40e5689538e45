-- append-only: the newest row tells how the lever stands
create table safety_lever (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    pulled boolean not null,
    reason varchar(2000) not null,
    moved_by varchar(64) not null
);

create index safety_lever_at on safety_lever (created_at);
