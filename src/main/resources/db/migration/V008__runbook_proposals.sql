-- How a step that no longer fits should read; null where nobody said it.
alter table runbook_step_record add column proposed varchar;
