package dev.blackstart.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something in a person's calendar.
 *
 * @param id stable for as long as it is the same thing
 * @param start null for one of whole days
 * @param end null where it is not known, or not to be known
 * @param firstDay null for one with a time
 * @param lastDay it lasts to the end of that day
 * @param text null without one
 * @param path where in the product it leads
 * @param cancelled told only to those who were told of it before
 */
public record Entry(UUID id, Instant start, Instant end, LocalDate firstDay, LocalDate lastDay, String title, String text,
        String path, boolean cancelled) {

    static Entry at(UUID id, Instant start, Instant end, String title, String text, String path, boolean cancelled) {
        return new Entry(id, start, end == null || !end.isAfter(start) ? null : end, null, null, title, text, path, cancelled);
    }

    public static Entry onDays(UUID id, LocalDate first, LocalDate last, String title, String text, String path,
            boolean cancelled) {
        return new Entry(id, null, null, first, last, title, text, path, cancelled);
    }
}
