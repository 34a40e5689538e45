-- standing runs that ended and could not close by themselves: how far their journal was when somebody looked
create table unclosed (
    exercise_id uuid primary key references exercise (id),
    journal_seq bigint not null,
    seen_at timestamp(6) with time zone not null
);
