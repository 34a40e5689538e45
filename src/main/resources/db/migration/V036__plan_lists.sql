-- the list of plans shows when each ran last and when it runs next
create index exercise_plan on exercise (plan_key, state);
