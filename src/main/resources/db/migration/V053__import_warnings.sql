-- what looks wrong in an imported file and is taken all the same
alter table import_job add column warnings varchar;
