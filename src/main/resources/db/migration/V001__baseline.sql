-- Baseline of the schema, for H2 and PostgreSQL.
-- Every entity has a random id, an optimistic version and the instant of its creation. Enums are stored by name. People, teams,
-- systems and plans are referred to by their keys. Columns that end in _clock are positions on the exercise clock, in microseconds
-- since STARTEX. A text is limited in code points where it is entered; a column holds two UTF-16 units for each code point, and
-- what the platform adds.

-- --- People, teams, systems

-- subject: issuer and subject of the identity provider; role_told_at: since when the provider decides the role
-- folded: the searched text without accents and capitals; the application writes it
create table person (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    person_key varchar(64) not null unique,
    name varchar(400) not null,
    folded varchar default '' not null,
    email varchar(640),
    chat varchar(4000),
    phone varchar(64),
    zone varchar(64),
    platform_role varchar(32) not null,
    role_told_at timestamp(6) with time zone,
    password_hash varchar(100),
    credential_version integer not null,
    subject varchar(600),
    left_at timestamp(6) with time zone
);

create unique index person_subject on person (subject);

create table person_skill (
    person_id uuid not null references person (id),
    skill varchar(400) not null,
    primary key (person_id, skill)
);

create table team (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    team_key varchar(64) not null unique,
    name varchar(400) not null,
    folded varchar default '' not null,
    lead_key varchar(64) not null
);

create index team_lead on team (lead_key);

create table team_member (
    team_id uuid not null references team (id),
    person_key varchar(64) not null,
    primary key (team_id, person_key)
);

create index team_member_person on team_member (person_key);

create table team_duty (
    team_id uuid not null references team (id),
    turn integer not null,
    person_key varchar(64) not null,
    primary key (team_id, turn)
);

create table system_entry (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    system_key varchar(64) not null unique,
    name varchar(400) not null,
    folded varchar default '' not null,
    site varchar(400),
    kind varchar(400),
    owner varchar(64),
    carries varchar(200) not null,
    off_limits boolean not null
);

create table blackout (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    starts_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null,
    reason varchar(4000) not null,
    systems varchar not null,
    declared_by varchar(64) not null
);

create index blackout_ends on blackout (ends_at);

create table incident (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    title varchar(400) not null,
    systems varchar not null,
    state varchar(16) not null,
    declared_by varchar(64) not null,
    closed_at timestamp(6) with time zone,
    closed_by varchar(64)
);

create index incident_state on incident (state);

-- what each person has read last of something that others write to: a preparation item, or the replies of an exercise
create table read_mark (
    person varchar(64) not null,
    subject uuid not null,
    read_at timestamp(6) with time zone not null,
    read_seq bigint not null,
    primary key (person, subject)
);

-- --- Directory changes and imports

-- append-only: who changed what in the directory, without secrets
create table directory_change (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    kind varchar(16) not null,
    entry varchar(64) not null,
    verb varchar(32) not null,
    actor varchar(64) not null,
    before_change varchar,
    after_change varchar
);

create index directory_change_entry on directory_change (kind, entry, created_at);
create index directory_change_at on directory_change (created_at, id);

-- warnings: what looks wrong in the file and is imported all the same
create table import_job (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    kind varchar(16) not null,
    format varchar(8) not null,
    charset varchar(16) not null,
    file_name varchar(400) not null,
    content bytea not null,
    asked_by varchar(64) not null,
    may_give_roles boolean not null,
    state varchar(16) not null,
    entries integer not null,
    done integer not null,
    made integer not null,
    changed integer not null,
    unchanged integer not null,
    flaws integer not null,
    violations varchar,
    warnings varchar,
    leased_until timestamp(6) with time zone
);

create index import_job_state on import_job (state);

-- one row, locked by whoever writes to the directory: keys of people and teams share one namespace
create table directory_lock (
    id integer primary key
);

insert into directory_lock (id) values (1);

-- --- Sign-in

-- browsers that are signed in: a copied cookie ends with the row. A session at the provider lasts longer than a sign-out here, so
-- the row of an ended session stays.
create table browser_session (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    person_key varchar(100) not null,
    credential_version integer not null,
    used_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);

create index browser_session_used on browser_session (used_at);

-- --- Plans

create table plan (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    plan_key varchar(64) not null unique,
    name varchar(400) not null,
    folded varchar default '' not null,
    type varchar(32) not null,
    owner varchar(64) not null,
    team varchar(64) not null,
    revision integer not null
);

-- who may read the plan besides masters of disaster: owner, approvers and control staff of the newest revision
create table plan_reader (
    plan_id uuid not null references plan (id),
    person_key varchar(64) not null,
    primary key (plan_id, person_key)
);

-- approvers of the newest revision, so that each of them finds what waits for their decision
create table plan_approver (
    plan_id uuid not null references plan (id),
    person_key varchar(64) not null,
    primary key (plan_id, person_key)
);

create index plan_approver_person on plan_approver (person_key);

-- source: the imported bytes as they came; tree_hash: SHA-256 of the canonical JSON of the parsed tree
create table plan_revision (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    plan_key varchar(64) not null references plan (plan_key),
    number integer not null,
    source bytea not null,
    tree varchar not null,
    tree_hash varchar(64) not null,
    imported_by varchar(64) not null,
    unique (plan_key, number)
);

-- the decision of an approver about one revision; the newest one of a person counts
create table plan_approval (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    plan_key varchar(64) not null,
    revision integer not null,
    person varchar(64) not null,
    decision varchar(16) not null,
    comment varchar(4000),
    foreign key (plan_key, revision) references plan_revision (plan_key, number)
);

create index plan_approval_revision on plan_approval (plan_key, revision, created_at);

-- --- Exercises

-- the head row of an exercise: its state, its clock, and where its journal ends
create table exercise (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    plan_key varchar(64) not null,
    revision integer not null,
    name varchar(400) not null,
    state varchar(16) not null,
    mode varchar(16) not null,
    outcome varchar(16),
    notice varchar(16) not null,
    starts_at timestamp(6) with time zone,
    zone varchar(64) not null,
    scheduled_at timestamp(6) with time zone,
    started_at timestamp(6) with time zone,
    resumed_at timestamp(6) with time zone,
    clock_base bigint not null,
    speed integer not null,
    pause_reason varchar(16),
    paused_at timestamp(6) with time zone,
    outage_from bigint,
    outage_until bigint,
    ended_at timestamp(6) with time zone,
    next_due_at timestamp(6) with time zone,
    journal_seq bigint not null,
    journal_hash varchar(64) not null,
    overridden varchar(1000),
    created_by varchar(64) not null,
    foreign key (plan_key, revision) references plan_revision (plan_key, number)
);

create index exercise_due on exercise (next_due_at);
create index exercise_state on exercise (state);
create index exercise_starts on exercise (starts_at);
create index exercise_plan on exercise (plan_key, state);

-- shifts are positions on the exercise clock, in microseconds
create table roster_entry (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    person varchar(64) not null,
    role varchar(16) not null,
    shift_from bigint,
    shift_until bigint
);

create index roster_entry_exercise on roster_entry (exercise_id, person);
create index roster_entry_person on roster_entry (person);
create index roster_entry_role on roster_entry (person, role);

-- one row, locked by whoever starts an exercise
create table start_lock (
    id integer primary key check (id = 1)
);

insert into start_lock (id) values (1);

-- who holds a printed sheet of an exercise: the revision and the start are those that were printed
create table printed_sheet (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    revision integer not null,
    starts_at timestamp(6) with time zone,
    zone varchar(64) not null,
    holder varchar(400) not null,
    printed_by varchar(64) not null
);

create index printed_sheet_exercise on printed_sheet (exercise_id, created_at);

-- --- Journal

-- append-only; data is the text that is hashed, so its type is not jsonb (which reorders keys)
create table journal_entry (
    exercise_id uuid not null,
    seq bigint not null,
    at timestamp(6) with time zone not null,
    clock varchar(64) not null,
    type varchar(64) not null,
    actor varchar(64) not null,
    audience varchar(80) not null,
    data varchar not null,
    -- of personal values and free text, by the value's name: the salt, or its digest once it was erased (JSON, never queried)
    salts varchar not null,
    hash varchar(64) not null,
    primary key (exercise_id, seq)
);

-- a page for one audience costs the same however many entries for others lie between
create index journal_entry_audience on journal_entry (exercise_id, audience, seq);
-- the few entries of some types among a million others: what a late joiner reads
create index journal_entry_type on journal_entry (exercise_id, type, seq);

-- one row for each key that the installation creates when it first needs it; all replicas share them
create table installation_key (
    name varchar(64) primary key,
    secret bytea not null
);

-- --- Conduct

-- observed_clock: when an expectation was met, where that was before it was ticked
-- settled_by, settled_at: who completed, missed or chose the item; the person may undo it for ten seconds
-- failure, failed_step: what the platform could not do; such an item is not tried again until somebody asks for it
create table timeline_item (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    item_key varchar(140) not null,
    position integer not null,
    kind varchar(16) not null,
    body varchar not null,
    after varchar,
    assume varchar(8),
    state varchar(16) not null,
    due_clock bigint,
    deadline_clock bigint,
    reveal_clock bigint,
    next_clock bigint,
    released_at timestamp(6) with time zone,
    released_clock bigint,
    released_by_clock boolean not null,
    observed_clock bigint,
    settled_by varchar(64),
    settled_at timestamp(6) with time zone,
    settled_clock bigint,
    completed_at timestamp(6) with time zone,
    revealed_at timestamp(6) with time zone,
    chosen_option varchar(400),
    unplanned boolean not null,
    failure varchar,
    failed_step varchar(16),
    unique (exercise_id, item_key)
);

create index timeline_item_next on timeline_item (exercise_id, next_clock);
create index timeline_item_failed on timeline_item (failed_step);

-- every report of a real emergency, whether or not an exercise was running
create table no_duff_call (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    person varchar(64) not null,
    text varchar,
    paused integer not null
);

-- how often one person reported NO DUFF in an exercise, and how much of it was sent: one message a minute covers all reports
create table no_duff_repeat (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    person varchar(64) not null,
    said integer not null,
    told integer not null,
    told_at timestamp(6) with time zone not null,
    text varchar,
    unique (exercise_id, person)
);

-- --- Drills

create table drill (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    drill_key varchar(64) not null,
    position integer not null,
    title varchar(400) not null,
    state varchar(16) not null,
    verified boolean,
    armed_at timestamp(6) with time zone,
    injected_at timestamp(6) with time zone,
    reverting_at timestamp(6) with time zone,
    reverted_at timestamp(6) with time zone,
    revert_by timestamp(6) with time zone,
    revealed_at timestamp(6) with time zone,
    result varchar(16),
    result_reason varchar(4000),
    result_by varchar(64),
    result_at timestamp(6) with time zone,
    failure varchar,
    unique (exercise_id, drill_key)
);

-- append-only: the newest row is the state of the safety lever
create table safety_lever (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    pulled boolean not null,
    reason varchar(4000) not null,
    moved_by varchar(64) not null
);

create index safety_lever_at on safety_lever (created_at);

-- --- Messages

-- the outbox. A delivery that fails for good is followed by one on the next channel (follows_id: the failed one).
create table delivery (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid,
    about_id uuid,
    person varchar(64) not null,
    channel varchar(32) not null,
    next_channels varchar(1000),
    tried_channels varchar(1000),
    follows_id uuid,
    state varchar(16) not null,
    tries integer not null,
    next_at timestamp(6) with time zone,
    sent_at timestamp(6) with time zone,
    subject varchar(1000),
    text varchar not null,
    failure varchar
);

create index delivery_next on delivery (next_at);
create index delivery_channel_next on delivery (channel, next_at);
create index delivery_item on delivery (about_id);
create index delivery_person on delivery (person, created_at);
create index delivery_exercise on delivery (exercise_id);

-- --- Call trees

-- a call tree that was activated
create table activation (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    tree_key varchar(64) not null,
    item_id uuid,
    subject varchar(400) not null,
    text varchar,
    question varchar(400),
    pass_reach double precision,
    pass_quorum integer,
    pass_within bigint,
    state varchar(16) not null,
    answers boolean not null,
    started_by varchar(64) not null,
    started_clock bigint not null,
    ended_at timestamp(6) with time zone,
    ended_clock bigint,
    result varchar(16),
    result_reason varchar(1000)
);

create index activation_exercise on activation (exercise_id, tree_key);
create index activation_item on activation (item_id);

-- a node of the tree as it was when the tree was activated
create table call_node (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    activation_id uuid not null references activation (id),
    parent_id uuid,
    place integer not null,
    depth integer not null,
    team varchar(64),
    people varchar not null,
    channels varchar(400) not null,
    wait_micros bigint not null,
    rounds integer not null,
    state varchar(16) not null,
    turn integer not null,
    next_clock bigint,
    begun_clock bigint,
    settled_clock bigint,
    settled_at timestamp(6) with time zone,
    reached_by varchar(64),
    late boolean not null
);

create index call_node_activation on call_node (activation_id, place);
create index call_node_next on call_node (exercise_id, next_clock);

create table contact_attempt (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    activation_id uuid not null references activation (id),
    contact_id uuid not null references call_node (id),
    turn integer not null,
    person varchar(64) not null,
    channel varchar(16) not null,
    caller varchar(64),
    state varchar(16) not null,
    made_clock bigint not null,
    settled_at timestamp(6) with time zone,
    settled_clock bigint,
    via varchar(16),
    late boolean not null,
    answer varchar(4000),
    note varchar(4000),
    answer_right boolean,
    answer_judged_by varchar(64)
);

create index contact_attempt_activation on contact_attempt (activation_id, created_at);
create index contact_attempt_contact on contact_attempt (contact_id);
create index contact_attempt_person on contact_attempt (person, state);
create index contact_attempt_caller on contact_attempt (caller, state);
create index contact_attempt_exercise on contact_attempt (exercise_id);

-- contact data that a caller found wrong in the directory
create table correction (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    attempt_id uuid not null references contact_attempt (id),
    person varchar(64) not null,
    field varchar(16) not null,
    new_value varchar(4000),
    proposed_by varchar(64) not null,
    state varchar(16) not null,
    decided_by varchar(64),
    decided_at timestamp(6) with time zone
);

create index correction_state on correction (state, created_at);

-- --- Preparation

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
    title varchar(400) not null,
    neutral varchar(400) not null,
    veiled boolean not null,
    blocking boolean not null,
    due_at timestamp(6) with time zone not null,
    team_due_at timestamp(6) with time zone not null,
    added_by varchar(64),
    dropped boolean not null,
    state varchar(16) not null,
    owner varchar(64),
    reason varchar(4000),
    evidence varchar(40000),
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

-- everybody who ever owned the item or worked on it: none of them verifies it
create table preparation_worker (
    item_id uuid not null references preparation_item (id),
    person varchar(64) not null,
    primary key (item_id, person)
);

create table preparation_comment (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    item_id uuid not null references preparation_item (id),
    author varchar(64) not null,
    text varchar(40000) not null
);

create index preparation_comment_item on preparation_comment (item_id, created_at);

-- evidence that an item is done
create table preparation_file (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    item_id uuid not null references preparation_item (id),
    name varchar(240) not null,
    type varchar(64) not null,
    size integer not null,
    width integer,
    height integer,
    author varchar(64) not null,
    preview_id uuid
);

create index preparation_file_item on preparation_file (item_id, created_at);

-- apart from what lists show: a file under its own id, its preview under preview_id
create table preparation_file_content (
    id uuid primary key,
    bytes bytea not null
);

-- which person was reminded on which of their days: never twice, whichever replica sends it
create table preparation_reminder (
    person varchar(64) not null,
    on_day date not null,
    primary key (person, on_day)
);

-- a single point of failure found while preparing; findings and defects name it by its reference
create table single_point (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    reference varchar(16) not null unique,
    exercise_id uuid not null references exercise (id),
    item_id uuid not null references preparation_item (id),
    team varchar(64) not null,
    title varchar(400) not null,
    system_key varchar(400),
    state varchar(16) not null,
    reason varchar(4000),
    found_by varchar(64) not null,
    changed_by varchar(64),
    changed_at timestamp(6) with time zone
);

create index single_point_item on single_point (item_id);
create index single_point_team on single_point (team);

-- --- Findings

-- judged_*: the result of triage; the words of whoever logged the finding stay as they were written
-- proposed: found by the platform itself; only control staff see it until ENDEX
create table finding (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    text varchar not null,
    kind varchar(32),
    severity varchar(8),
    item_id uuid,
    drill_id uuid,
    single_point_id uuid references single_point (id),
    observed_at timestamp(6) with time zone not null,
    observed_clock bigint not null,
    author varchar(64),
    proposed boolean default false not null,
    state varchar(16) default 'NEW' not null,
    judged_kind varchar(32),
    judged_severity varchar(8),
    judged_single_point_id uuid references single_point (id),
    triaged_by varchar(64),
    triaged_at timestamp(6) with time zone,
    triage_reason varchar(4000),
    defect_id uuid
);

-- lists are read page by page: each order in which they are shown has an index
create index finding_exercise on finding (exercise_id, created_at, id);
create index finding_exercise_state on finding (exercise_id, state, created_at, id);
create index finding_recent on finding (created_at, id);
create index finding_triage on finding (state, created_at, id);
create index finding_defect on finding (defect_id);
create index finding_single_point on finding (single_point_id);
create index finding_judged_single_point on finding (judged_single_point_id);

-- sent_hash: SHA-256 of the file as it was sent, so that sending it again is told from sending another one
create table attachment (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    finding_id uuid not null references finding (id),
    name varchar(240) not null,
    type varchar(64) not null,
    size integer not null,
    width integer,
    height integer,
    author varchar(64),
    sent_hash varchar(64) not null,
    preview_id uuid
);

create index attachment_finding on attachment (finding_id, created_at);

-- apart from what lists show, because H2 reads whole rows: a file under its attachment's id, its preview under preview_id
create table attachment_content (
    id uuid primary key,
    bytes bytea not null
);

-- lets the author of an anonymous finding attach files to it
create table attachment_token (
    finding_id uuid primary key references finding (id),
    token_hash varchar(64) not null
);

-- --- Evaluation

-- ratings are added, never changed: the newest by the number of its journal entry counts
create table objective_rating (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    objective varchar(64) not null,
    rating varchar(16) not null,
    sentence varchar,
    person varchar(64) not null,
    clock bigint not null,
    seq bigint not null
);

create index objective_rating_exercise on objective_rating (exercise_id, seq);

-- --- Follow-up

-- exercise_id: where it was opened; the people of that exercise see it, and its journal records it
create table defect (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    reference varchar(16) not null unique,
    exercise_id uuid not null references exercise (id),
    title varchar(400) not null,
    text varchar,
    state varchar(16) not null,
    exposed_by varchar(16) not null,
    principle varchar(16),
    severity varchar(8),
    environment varchar(16) not null,
    single_point_id uuid references single_point (id),
    of_point_alone boolean default false not null,
    recurrence_of uuid references defect (id),
    alarm_action uuid,
    opened_by varchar(64) not null,
    accepted_reason varchar(4000),
    accepted_by varchar(64),
    accepted_until timestamp(6) with time zone,
    verified_at timestamp(6) with time zone,
    verified_in uuid references exercise (id)
);

create index defect_exercise on defect (exercise_id);
create index defect_created on defect (created_at);
create index defect_accepted on defect (accepted_until);
create index defect_single_point on defect (single_point_id);

create table defect_factor (
    defect_id uuid not null references defect (id),
    position integer not null,
    text varchar(4000) not null,
    primary key (defect_id, position)
);

create table defect_system (
    defect_id uuid not null references defect (id),
    position integer not null,
    system_key varchar(400) not null,
    primary key (defect_id, position)
);

-- exercise_id: that of its defect, so that visibility is a question to one table
create table action_item (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    defect_id uuid not null references defect (id),
    exercise_id uuid not null references exercise (id),
    title varchar(400) not null,
    owner varchar(64) not null,
    kind varchar(16) not null,
    state varchar(16) not null,
    due_at timestamp(6) with time zone not null,
    link varchar(4000),
    opened_by varchar(64) not null,
    exception_reason varchar(4000),
    exception_by varchar(64),
    override_reason varchar(4000),
    drop_reason varchar(4000),
    evidence varchar(40000),
    done_at timestamp(6) with time zone,
    verified_at timestamp(6) with time zone,
    verified_by varchar(64),
    verified_in uuid references exercise (id),
    told_at timestamp(6) with time zone
);

create index action_item_defect on action_item (defect_id);
create index action_item_exercise on action_item (exercise_id);
create index action_item_owner on action_item (owner, state);
create index action_item_told on action_item (told_at);
create index action_item_due on action_item (state, due_at);

-- everybody who ever owned the action: an owner who hands it over still does not verify it
create table action_owner (
    action_id uuid not null references action_item (id),
    person varchar(64) not null,
    primary key (action_id, person)
);

-- the result of an exercise for a defect; counted when the exercise is over
create table retest (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    exercise_id uuid not null references exercise (id),
    defect_id uuid not null references defect (id),
    kind varchar(16) not null,
    name varchar(140) not null,
    result varchar(16) not null,
    reason varchar(4000),
    environment varchar(16) not null,
    judged_by varchar(64) not null,
    judged_at timestamp(6) with time zone not null,
    counted varchar(16),
    unique (exercise_id, defect_id, kind, name)
);

create index retest_defect on retest (defect_id);

-- exercises whose retests were counted after their end
create table retest_settlement (
    exercise_id uuid primary key references exercise (id),
    settled_at timestamp(6) with time zone not null
);

-- --- Calendar

-- a person's feed; of the token only the hash is stored. A feed without a token is revoked.
create table calendar_feed (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    person varchar(64) not null unique,
    token_hash varchar(64) unique,
    made_at timestamp(6) with time zone,
    read_at timestamp(6) with time zone
);

-- what each feed published last of each entry: a sequence number rises only when what its reader sees has changed
create table published_entry (
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

-- --- Recurring exercises

-- plans whose exercises schedule themselves; whoever schedules the next one locks the row
create table recurring_plan (
    id uuid primary key,
    version integer not null,
    created_at timestamp(6) with time zone not null,
    plan_key varchar(200) not null unique,
    active boolean not null,
    exercise_id uuid,
    next_from timestamp(6) with time zone not null
);

-- recurring exercises that ended and could not be closed: how far the journal was when that was last checked
create table pending_closure (
    exercise_id uuid primary key references exercise (id),
    journal_seq bigint not null,
    seen_at timestamp(6) with time zone not null
);

-- --- Scheduler: the tables of Quartz 2.5.2, its own tables_postgres.sql

CREATE TABLE QRTZ_JOB_DETAILS
(
  SCHED_NAME        VARCHAR(120) NOT NULL,
  JOB_NAME          VARCHAR(200) NOT NULL,
  JOB_GROUP         VARCHAR(200) NOT NULL,
  DESCRIPTION       VARCHAR(250) NULL,
  JOB_CLASS_NAME    VARCHAR(250) NOT NULL,
  IS_DURABLE        BOOL         NOT NULL,
  IS_NONCONCURRENT  BOOL         NOT NULL,
  IS_UPDATE_DATA    BOOL         NOT NULL,
  REQUESTS_RECOVERY BOOL         NOT NULL,
  JOB_DATA          BYTEA        NULL,
  PRIMARY KEY (SCHED_NAME, JOB_NAME, JOB_GROUP)
);

CREATE TABLE QRTZ_TRIGGERS
(
  SCHED_NAME     VARCHAR(120) NOT NULL,
  TRIGGER_NAME   VARCHAR(200) NOT NULL,
  TRIGGER_GROUP  VARCHAR(200) NOT NULL,
  JOB_NAME       VARCHAR(200) NOT NULL,
  JOB_GROUP      VARCHAR(200) NOT NULL,
  DESCRIPTION    VARCHAR(250) NULL,
  NEXT_FIRE_TIME BIGINT       NULL,
  PREV_FIRE_TIME BIGINT       NULL,
  PRIORITY       INTEGER      NULL,
  TRIGGER_STATE  VARCHAR(16)  NOT NULL,
  TRIGGER_TYPE   VARCHAR(8)   NOT NULL,
  START_TIME     BIGINT       NOT NULL,
  END_TIME       BIGINT       NULL,
  CALENDAR_NAME  VARCHAR(200) NULL,
  MISFIRE_INSTR  SMALLINT     NULL,
  JOB_DATA       BYTEA        NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  FOREIGN KEY (SCHED_NAME, JOB_NAME, JOB_GROUP)
  REFERENCES QRTZ_JOB_DETAILS (SCHED_NAME, JOB_NAME, JOB_GROUP)
);

CREATE TABLE QRTZ_SIMPLE_TRIGGERS
(
  SCHED_NAME      VARCHAR(120) NOT NULL,
  TRIGGER_NAME    VARCHAR(200) NOT NULL,
  TRIGGER_GROUP   VARCHAR(200) NOT NULL,
  REPEAT_COUNT    BIGINT       NOT NULL,
  REPEAT_INTERVAL BIGINT       NOT NULL,
  TIMES_TRIGGERED BIGINT       NOT NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  FOREIGN KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
  REFERENCES QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
);

CREATE TABLE QRTZ_CRON_TRIGGERS
(
  SCHED_NAME      VARCHAR(120) NOT NULL,
  TRIGGER_NAME    VARCHAR(200) NOT NULL,
  TRIGGER_GROUP   VARCHAR(200) NOT NULL,
  CRON_EXPRESSION VARCHAR(120) NOT NULL,
  TIME_ZONE_ID    VARCHAR(80),
  PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  FOREIGN KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
  REFERENCES QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
);

CREATE TABLE QRTZ_SIMPROP_TRIGGERS
(
  SCHED_NAME    VARCHAR(120)   NOT NULL,
  TRIGGER_NAME  VARCHAR(200)   NOT NULL,
  TRIGGER_GROUP VARCHAR(200)   NOT NULL,
  STR_PROP_1    VARCHAR(512)   NULL,
  STR_PROP_2    VARCHAR(512)   NULL,
  STR_PROP_3    VARCHAR(512)   NULL,
  INT_PROP_1    INT            NULL,
  INT_PROP_2    INT            NULL,
  LONG_PROP_1   BIGINT         NULL,
  LONG_PROP_2   BIGINT         NULL,
  DEC_PROP_1    NUMERIC(13, 4) NULL,
  DEC_PROP_2    NUMERIC(13, 4) NULL,
  BOOL_PROP_1   BOOL           NULL,
  BOOL_PROP_2   BOOL           NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  FOREIGN KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
  REFERENCES QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
);

CREATE TABLE QRTZ_BLOB_TRIGGERS
(
  SCHED_NAME    VARCHAR(120) NOT NULL,
  TRIGGER_NAME  VARCHAR(200) NOT NULL,
  TRIGGER_GROUP VARCHAR(200) NOT NULL,
  BLOB_DATA     BYTEA        NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  FOREIGN KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
  REFERENCES QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
);

CREATE TABLE QRTZ_CALENDARS
(
  SCHED_NAME    VARCHAR(120) NOT NULL,
  CALENDAR_NAME VARCHAR(200) NOT NULL,
  CALENDAR      BYTEA        NOT NULL,
  PRIMARY KEY (SCHED_NAME, CALENDAR_NAME)
);

CREATE TABLE QRTZ_PAUSED_TRIGGER_GRPS
(
  SCHED_NAME    VARCHAR(120) NOT NULL,
  TRIGGER_GROUP VARCHAR(200) NOT NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_GROUP)
);

CREATE TABLE QRTZ_FIRED_TRIGGERS
(
  SCHED_NAME        VARCHAR(120) NOT NULL,
  ENTRY_ID          VARCHAR(95)  NOT NULL,
  TRIGGER_NAME      VARCHAR(200) NOT NULL,
  TRIGGER_GROUP     VARCHAR(200) NOT NULL,
  INSTANCE_NAME     VARCHAR(200) NOT NULL,
  FIRED_TIME        BIGINT       NOT NULL,
  SCHED_TIME        BIGINT       NOT NULL,
  PRIORITY          INTEGER      NOT NULL,
  STATE             VARCHAR(16)  NOT NULL,
  JOB_NAME          VARCHAR(200) NULL,
  JOB_GROUP         VARCHAR(200) NULL,
  IS_NONCONCURRENT  BOOL         NULL,
  REQUESTS_RECOVERY BOOL         NULL,
  PRIMARY KEY (SCHED_NAME, ENTRY_ID)
);

CREATE TABLE QRTZ_SCHEDULER_STATE
(
  SCHED_NAME        VARCHAR(120) NOT NULL,
  INSTANCE_NAME     VARCHAR(200) NOT NULL,
  LAST_CHECKIN_TIME BIGINT       NOT NULL,
  CHECKIN_INTERVAL  BIGINT       NOT NULL,
  PRIMARY KEY (SCHED_NAME, INSTANCE_NAME)
);

CREATE TABLE QRTZ_LOCKS
(
  SCHED_NAME VARCHAR(120) NOT NULL,
  LOCK_NAME  VARCHAR(40)  NOT NULL,
  PRIMARY KEY (SCHED_NAME, LOCK_NAME)
);

CREATE INDEX IDX_QRTZ_J_REQ_RECOVERY
  ON QRTZ_JOB_DETAILS (SCHED_NAME, REQUESTS_RECOVERY);
CREATE INDEX IDX_QRTZ_J_GRP
  ON QRTZ_JOB_DETAILS (SCHED_NAME, JOB_GROUP);

CREATE INDEX IDX_QRTZ_T_J
  ON QRTZ_TRIGGERS (SCHED_NAME, JOB_NAME, JOB_GROUP);
CREATE INDEX IDX_QRTZ_T_JG
  ON QRTZ_TRIGGERS (SCHED_NAME, JOB_GROUP);
CREATE INDEX IDX_QRTZ_T_C
  ON QRTZ_TRIGGERS (SCHED_NAME, CALENDAR_NAME);
CREATE INDEX IDX_QRTZ_T_G
  ON QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_GROUP);
CREATE INDEX IDX_QRTZ_T_STATE
  ON QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_STATE);
CREATE INDEX IDX_QRTZ_T_N_STATE
  ON QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP, TRIGGER_STATE);
CREATE INDEX IDX_QRTZ_T_N_G_STATE
  ON QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_GROUP, TRIGGER_STATE);
CREATE INDEX IDX_QRTZ_T_NEXT_FIRE_TIME
  ON QRTZ_TRIGGERS (SCHED_NAME, NEXT_FIRE_TIME);
CREATE INDEX IDX_QRTZ_T_NFT_ST
  ON QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_STATE, NEXT_FIRE_TIME);
CREATE INDEX IDX_QRTZ_T_NFT_MISFIRE
  ON QRTZ_TRIGGERS (SCHED_NAME, MISFIRE_INSTR, NEXT_FIRE_TIME);
CREATE INDEX IDX_QRTZ_T_NFT_ST_MISFIRE
  ON QRTZ_TRIGGERS (SCHED_NAME, MISFIRE_INSTR, NEXT_FIRE_TIME, TRIGGER_STATE);
CREATE INDEX IDX_QRTZ_T_NFT_ST_MISFIRE_GRP
  ON QRTZ_TRIGGERS (SCHED_NAME, MISFIRE_INSTR, NEXT_FIRE_TIME, TRIGGER_GROUP, TRIGGER_STATE);

CREATE INDEX IDX_QRTZ_FT_TRIG_INST_NAME
  ON QRTZ_FIRED_TRIGGERS (SCHED_NAME, INSTANCE_NAME);
CREATE INDEX IDX_QRTZ_FT_INST_JOB_REQ_RCVRY
  ON QRTZ_FIRED_TRIGGERS (SCHED_NAME, INSTANCE_NAME, REQUESTS_RECOVERY);
CREATE INDEX IDX_QRTZ_FT_J_G
  ON QRTZ_FIRED_TRIGGERS (SCHED_NAME, JOB_NAME, JOB_GROUP);
CREATE INDEX IDX_QRTZ_FT_JG
  ON QRTZ_FIRED_TRIGGERS (SCHED_NAME, JOB_GROUP);
CREATE INDEX IDX_QRTZ_FT_T_G
  ON QRTZ_FIRED_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP);
CREATE INDEX IDX_QRTZ_FT_TG
  ON QRTZ_FIRED_TRIGGERS (SCHED_NAME, TRIGGER_GROUP);
