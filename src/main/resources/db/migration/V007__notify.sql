create table delivery (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null,
    item_id uuid,
    person varchar(64) not null,
    way varchar(32) not null,
    state varchar(16) not null,
    tries integer not null,
    next_at timestamp(6) with time zone,
    sent_at timestamp(6) with time zone,
    subject varchar(400),
    text varchar not null,
    failure varchar
);

create index delivery_next on delivery (next_at);
create index delivery_item on delivery (item_id);
