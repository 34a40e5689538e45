-- who the identity provider says somebody is (issuer and subject), and since when it says so of their role
alter table person add column subject varchar(600);
alter table person add column role_told_at timestamp(6) with time zone;
create unique index person_subject on person (subject);

-- a session at the provider outlives a copied cookie's owner signing out here: that it ended is kept
alter table browser_session add column ended_at timestamp(6) with time zone;
