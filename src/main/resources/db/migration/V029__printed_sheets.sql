-- that an exercise's sheet lies on paper, and with whom: of which revision and for which start, as its printer knew it
create table printed_sheet (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    revision integer not null,
    starts_at timestamp(6) with time zone,
    zone varchar(64) not null,
    holder varchar(200) not null,
    printed_by varchar(64) not null
);

create index printed_sheet_exercise on printed_sheet (exercise_id, created_at);
