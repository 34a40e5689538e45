-- Who hears of published reports. A row without tokens and with NONE is as good as no row.
create table report_subscription (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    person varchar(64) not null,
    -- ALL, TEAMS or NONE
    reports varchar(16) not null,
    -- since when it is so: reports that were published before are not announced
    changed_at timestamp(6) with time zone not null,
    unique (person)
);

create table report_subscription_team (
    subscription_id uuid not null references report_subscription (id),
    team_key varchar(64) not null,
    primary key (subscription_id, team_key)
);

-- The address under which one person reads the feed of reports; of its token only a hash is kept.
create table report_feed (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    person varchar(64) not null,
    -- SHA-256 in hexadecimal; null while it is revoked
    token_hash varchar(64),
    made_at timestamp(6) with time zone,
    read_at timestamp(6) with time zone,
    unique (person),
    unique (token_hash)
);

-- Who was told of which revision: nobody is told twice. unsubscribe_hash: of the token in the mail; null where no mail was sent
create table report_notice (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    revision integer not null,
    person varchar(64) not null,
    unsubscribe_hash varchar(64),
    unique (exercise_id, revision, person),
    unique (unsubscribe_hash)
);

-- A published copy whose subscribers were told.
create table report_announcement (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    copy_id uuid not null references published_report (id),
    unique (copy_id)
);

-- Address that a POST ends this kind of message with (RFC 8058); null for messages that nobody subscribes to.
alter table delivery add column unsubscribe varchar;
