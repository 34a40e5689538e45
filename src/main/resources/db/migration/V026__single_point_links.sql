-- findings and defects refer to single points of failure; judged: what triage says beside the words of whoever logged a finding
alter table finding add column single_point_id uuid references single_point (id);
alter table finding add column judged_single_point_id uuid references single_point (id);
alter table defect add column single_point_id uuid references single_point (id);
alter table defect add column of_point_alone boolean default false not null;

create index finding_single_point on finding (single_point_id);
create index finding_judged_single_point on finding (judged_single_point_id);
create index defect_single_point on defect (single_point_id);
