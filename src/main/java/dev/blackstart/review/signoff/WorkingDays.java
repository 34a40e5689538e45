package dev.blackstart.review.signoff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Counts days from Monday to Friday. */
final class WorkingDays {

    private WorkingDays() {
    }

    /** The same time of the day, this many working days later in a zone. */
    static Instant after(Instant from, int days, ZoneId zone) {
        ZonedDateTime day = from.atZone(zone);
        for (int left = days; left > 0;) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.toInstant();
    }
}
