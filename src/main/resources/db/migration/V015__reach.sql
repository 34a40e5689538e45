alter table person add column chat varchar(2000);
alter table person add column phone varchar(64);
alter table person add column zone varchar(64);

create table person_skill (
    person_id uuid not null references person (id),
    skill varchar(200) not null,
    primary key (person_id, skill)
);

create table team_duty (
    team_id uuid not null references team (id),
    turn integer not null,
    person_key varchar(64) not null,
    primary key (team_id, turn)
);

alter table delivery alter column exercise_id drop not null;
alter table delivery rename column item_id to about_id;
create index delivery_person on delivery (person, created_at);
