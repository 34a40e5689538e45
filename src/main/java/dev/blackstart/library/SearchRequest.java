package dev.blackstart.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import dev.blackstart.library.LibrarySearch.Wanted;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * What somebody asks the library for; page and API take the same.
 *
 * @param q words, all of which a document must have; blank for all documents
 * @param kind null or blank for all
 * @param system key; null or blank for all
 * @param from a day, which begins in UTC, or an instant; null or blank for any time
 * @param after the next of the page before, or null
 */
record SearchRequest(@QueryParam("q") String q, @QueryParam("kind") String kind, @QueryParam("system") String system,
        @QueryParam("from") String from, @QueryParam("after") UUID after) {

    /** @throws Problem 422 that names the field */
    Wanted wanted() {
        String text = TextLimits.atMost(TextLimits.LINE, "q", q == null ? "" : q.strip());
        Set<String> words = Words.terms(text);
        if (words.isEmpty() && !text.isEmpty()) {
            throw Problem.invalid("q",
                    "Type a word with a meaning of its own; signs and words like \u201Cthe\u201D are not searched.");
        }
        return new Wanted(words, Choice.of("kind", DocumentKind.class, kind),
                system == null || system.isBlank() ? null : TextLimits.atMost(TextLimits.LINE, "system", system.strip()),
                since());
    }

    boolean isNarrowed() {
        return !typed(q).isEmpty() || !typed(kind).isEmpty() || !typed(system).isEmpty() || !typed(from).isEmpty();
    }

    static String typed(String text) {
        return text == null ? "" : text.strip();
    }

    private Instant since() {
        String day = typed(from);
        if (day.isEmpty()) {
            return null;
        }
        try {
            return day.length() == 10 ? LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(day);
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("from", "Write from as 2027-03-28, or as an instant.");
        }
    }
}
