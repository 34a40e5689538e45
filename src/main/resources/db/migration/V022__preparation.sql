-- neutral, team_due_at: what people read who may not know of the exercise, and its date counted back from what they may know
create table preparation_item (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    item_key varchar(64) not null,
    position integer not null,
    team varchar(64) not null,
    kind varchar(32) not null,
    title varchar(200) not null,
    neutral varchar(200) not null,
    veiled boolean not null,
    blocking boolean not null,
    due_at timestamp(6) with time zone not null,
    team_due_at timestamp(6) with time zone not null,
    added_by varchar(64),
    dropped boolean not null,
    state varchar(16) not null,
    owner varchar(64),
    reason varchar(2000),
    evidence varchar(20000),
    started_by varchar(64),
    started_at timestamp(6) with time zone,
    done_by varchar(64),
    done_at timestamp(6) with time zone,
    verified_by varchar(64),
    verified_at timestamp(6) with time zone,
    unique (exercise_id, item_key)
);

create index preparation_item_team on preparation_item (team, team_due_at);
create index preparation_item_owner on preparation_item (owner);
create index preparation_item_due on preparation_item (team_due_at);

create table preparation_comment (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    item_id uuid not null references preparation_item (id),
    author varchar(64) not null,
    text varchar(20000) not null
);

create index preparation_comment_item on preparation_comment (item_id, created_at);

-- a single point of failure somebody found while preparing; findings and defects call it by its reference
create table single_point (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    reference varchar(16) not null unique,
    exercise_id uuid not null references exercise (id),
    item_id uuid not null references preparation_item (id),
    team varchar(64) not null,
    title varchar(200) not null,
    system_key varchar(200),
    state varchar(16) not null,
    reason varchar(2000),
    found_by varchar(64) not null,
    changed_by varchar(64),
    changed_at timestamp(6) with time zone
);

create index single_point_item on single_point (item_id);
create index single_point_team on single_point (team);

-- whom a reminder went to on which of their days: never twice, whoever sends it
create table preparation_reminder (
    person varchar(64) not null,
    on_day date not null,
    primary key (person, on_day)
);

-- what shows that an item is done
create table preparation_file (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    item_id uuid not null references preparation_item (id),
    name varchar(120) not null,
    type varchar(64) not null,
    size integer not null,
    width integer,
    height integer,
    author varchar(64) not null,
    preview_id uuid
);

create index preparation_file_item on preparation_file (item_id, created_at);

-- apart from what lists show: a file under its own id, its small picture under preview_id
create table preparation_file_content (
    id uuid primary key,
    bytes bytea not null
);
