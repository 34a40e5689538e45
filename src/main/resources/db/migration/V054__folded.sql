-- what people, teams, systems and plans are searched by, without accents and capitals; the application fills it for rows that are there
alter table person add column folded varchar default '' not null;
alter table team add column folded varchar default '' not null;
alter table known_system add column folded varchar default '' not null;
alter table plan add column folded varchar default '' not null;
