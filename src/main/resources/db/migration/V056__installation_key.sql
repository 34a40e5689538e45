-- one row a key, created when it is first needed; all replicas share it
create table installation_key (
    name varchar(64) primary key,
    secret bytea not null
);

insert into installation_key (name, secret) select 'cursors', secret from cursor_key;
insert into installation_key (name, secret) select 'acknowledgement-links', secret from link_key;

drop table cursor_key;
drop table link_key;
