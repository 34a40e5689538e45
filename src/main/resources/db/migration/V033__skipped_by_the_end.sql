-- nothing waits in an exercise that is over; rehearsals stay as they were, since their journals do not name what waited
update timeline_item set state = 'SKIPPED', next_clock = null
    where state in ('PENDING', 'HELD')
    and exercise_id in (select id from exercise where mode = 'LIVE' and state in ('ENDED', 'CLOSED'));
