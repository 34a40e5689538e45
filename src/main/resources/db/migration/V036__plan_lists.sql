-- the list of plans shows when each ran last and when it runs next; and who takes part in an exercise of a plan that is not over
-- does not read the plan
create index exercise_plan on exercise (plan_key, state);
