-- everybody who ever owned an action: handing it over does not make its owner the judge of it
create table action_owner (
    action_id uuid not null references action_item (id),
    person varchar(64) not null,
    primary key (action_id, person)
);

insert into action_owner (action_id, person) select id, owner from action_item;

-- likewise everybody who owned a preparation item or worked on it
create table preparation_worker (
    item_id uuid not null references preparation_item (id),
    person varchar(64) not null,
    primary key (item_id, person)
);

insert into preparation_worker (item_id, person)
    select id, owner from preparation_item where owner is not null
    union select id, started_by from preparation_item where started_by is not null
    union select id, done_by from preparation_item where done_by is not null;
