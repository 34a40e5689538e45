package dev.blackstart.followup.reminder;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import dev.blackstart.people.Person;
import io.quarkus.logging.Log;

/** When somebody may be disturbed, in their own zone. */
final class CivilHours {

    /** Nobody is disturbed in the evening because the product was away in the morning. */
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private CivilHours() {
    }

    /** Theirs, or the other where they gave none or one that does not exist. */
    static ZoneId zoneOf(Person person, ZoneId otherwise) {
        if (person.zone == null) {
            return otherwise;
        }
        try {
            return ZoneId.of(person.zone);
        } catch (DateTimeException unknown) {
            Log.warnf(unknown, "%s has a time zone that does not exist; %s is used", person.key, otherwise);
            return otherwise;
        }
    }

    static boolean includes(Instant now, ZoneId zone, LocalTime morning) {
        LocalTime there = now.atZone(zone).toLocalTime();
        return !there.isBefore(morning) && there.isBefore(EVENING);
    }
}
