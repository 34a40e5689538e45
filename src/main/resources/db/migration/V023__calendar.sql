-- a person's feed; the token itself is nowhere. Without a token the feed is revoked.
create table calendar_feed (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    person varchar(64) not null unique,
    token_hash varchar(64) unique,
    made_at timestamp(6) with time zone,
    read_at timestamp(6) with time zone
);

-- what each feed last told of each of its entries: numbers rise with what its reader saw change, and with nothing else
create table told_entry (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    feed_id uuid not null references calendar_feed (id),
    uid uuid not null,
    fingerprint varchar(64) not null,
    sequence integer not null,
    told_at timestamp(6) with time zone not null,
    unique (feed_id, uid)
);
