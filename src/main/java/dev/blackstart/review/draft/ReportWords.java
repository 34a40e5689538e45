package dev.blackstart.review.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import dev.blackstart.conduct.ExerciseEvent.NoDuffCalled;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.findings.FindingLogged;
import dev.blackstart.journal.Journal;
import dev.blackstart.review.Markdown;
import dev.blackstart.review.draft.Measurements.Time;
import dev.blackstart.review.draft.ReportDraft.CallTree;
import dev.blackstart.review.draft.ReportDraft.Fault;
import dev.blackstart.review.draft.ReportDraft.Finding;
import dev.blackstart.review.draft.ReportDraft.Header;
import dev.blackstart.review.draft.ReportDraft.Line;
import dev.blackstart.review.draft.ReportDraft.Moment;
import dev.blackstart.review.draft.ReportDraft.Pause;
import dev.blackstart.review.draft.ReportDraft.Seat;
import dev.blackstart.review.draft.ReportResult.Measured;
import dev.blackstart.web.Texts;
import io.quarkus.qute.TemplateExtension;

/** The words of a report: what both the page and the Markdown say, said once. What is missing is a dash. */
@TemplateExtension(namespace = "report")
public final class ReportWords {

    static final String NONE = "–";

    private static final int LONGEST_LINE = 120;

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("EEE, d MMM uuuu, HH:mm z", Locale.US);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.US);

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.US);

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.US);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, d MMM uuuu", Locale.US);

    private ReportWords() {
    }

    public static String at(Instant instant, ZoneId zone) {
        return instant == null ? NONE : INSTANT.format(instant.atZone(zone));
    }

    /** On the wall, to the second, with the day where it is not the day of STARTEX. */
    public static String time(Instant at, Header exercise, ZoneId zone) {
        if (at == null) {
            return NONE;
        }
        return (Texts.sameDay(exercise.startedAt(), at, zone) ? TIME : DAY_AND_TIME).format(at.atZone(zone));
    }

    /** The zone that wall times are in: {@code CET, Europe/Berlin}. */
    static String zone(Header exercise, ZoneId zone) {
        String shortName = ZONE.format(exercise.startedAt().atZone(zone));
        return shortName.equals(zone.getId()) ? shortName : shortName + ", " + zone.getId();
    }

    public static String clock(Duration position) {
        return position == null ? NONE : Texts.clock(position);
    }

    /** To the second: people are measured, and a machine's share of it is noise. */
    public static String length(Duration length) {
        if (length == null) {
            return NONE;
        }
        Duration size = length.abs();
        return size.compareTo(Duration.ofSeconds(1)) < 0 && !size.isZero() ? "under 1 s" : Texts.length(size.plusMillis(500));
    }

    /** A constant or a key as a word: {@code monitoring-gap} as "monitoring gap". */
    public static String word(Object key) {
        return key == null ? NONE : key.toString().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    /** How much risk an action removes; a critical one says what that means. */
    public static String rank(String rank) {
        if (rank == null || rank.equals("unknown")) {
            return "not ranked";
        }
        return rank.equals("critical") ? "critical, the priority of a critical bug" : rank;
    }

    /** Enough to know which it is; the story tells it whole. */
    public static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_LINE ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE)).strip() + "…";
    }

    /** Whether the verdict does not already say why it ended. */
    static boolean needsReason(Header exercise) {
        String why = exercise.endReason();
        return why != null && (!"aborted".equals(exercise.outcome()) || !brief(why).equals(why.strip()));
    }

    /** The end of a sentence: what somebody said, or nothing. */
    public static String because(String said) {
        if (said == null || said.isBlank()) {
            return ".";
        }
        String words = brief(said);
        return ": " + words + (words.matches(".*[.!?…]$") ? "" : ".");
    }

    /** Whether it fell due elsewhere than the plan said. */
    static boolean moved(Line line) {
        return line.planned() != null && !line.planned().equals(line.due());
    }

    public static String late(Line line) {
        if (line.lateness() == null) {
            return NONE;
        }
        if (line.lateness().abs().compareTo(Duration.ofSeconds(1)) < 0) {
            return "on time";
        }
        return length(line.lateness()) + (line.lateness().isNegative() ? " early" : "");
    }

    static String who(Line line, DirectoryNames names) {
        String released = line.releasedBy() == null ? "" : names.of(line.releasedBy());
        String settled = line.settledBy() == null || line.settledBy().equals(line.releasedBy()) ? ""
                : names.of(line.settledBy());
        return released.isEmpty() ? NONE : settled.isEmpty() ? released : released + ", then " + settled;
    }

    /** What a person reads of an item's state: calls end, and their result says how. */
    static String state(Line line) {
        return line.kind().equals("callTree") && line.state().equals("completed") ? "ended" : word(line.state());
    }

    /** Who says that it is as it was. A person who confirms a revert has as a rule done it: nobody else has verified it. */
    public static String confirmed(Fault fault, DirectoryNames names) {
        if (fault.revertedAt() == null) {
            return NONE;
        }
        String by = "by " + names.of(fault.revertedBy());
        if (Boolean.FALSE.equals(fault.verified())) {
            return by + ", who did not see it work";
        }
        if (fault.verifiedBy() == null) {
            return by + ", verified by nobody else";
        }
        return by + ", verified by " + (fault.verifiedBy().equals(Journal.PLATFORM) ? "a probe" : names.of(fault.verifiedBy()));
    }

    /** How many answers were right of all that were given. */
    static String answers(CallTree tree) {
        if (tree.answers() == 0) {
            return NONE;
        }
        int open = tree.answers() - tree.judged();
        return tree.right() + " of " + tree.answers() + (open == 0 ? "" : ", " + open + " not judged");
    }

    /** What is written over the document, so that nobody takes a draft for the result. */
    static String status(ReportDraft draft) {
        return draft.exercise().status().toUpperCase(Locale.ROOT);
    }

    /** What triage made of it. */
    static String triage(Finding finding) {
        String why = finding.triageReason() == null ? "" : ": " + Excerpt.of(finding.triageReason());
        return switch (finding.state()) {
            case "confirmed" -> finding.defect() == null ? "defect" : "defect " + finding.defect();
            case "new" -> "not triaged";
            default -> word(finding.state()) + why;
        };
    }

    static String result(Fault fault) {
        return fault.result() == null ? "not judged" : fault.result();
    }

    /** The time of a clock that somebody marked, or how far it has come. */
    public static String reading(Time clock) {
        return clock.at() == null ? clock.words() : length(clock.length());
    }

    /** What an objective took. */
    static String took(ObjectiveResult objective) {
        return objective.measured() == null ? "not measured" : objective.measured().words();
    }

    static String missed(String what) {
        return switch (what) {
            case "overdue" -> "stood for its longest duration before its revert began";
            case "not-reverted" -> "was not confirmed as reverted";
            case "not-verified" -> "was reverted, but nobody saw that it worked";
            case "skipped" -> "its planned revert was skipped";
            default -> word(what);
        };
    }

    public static String cause(Pause pause) {
        return switch (pause.cause()) {
            case "outage" -> "outage";
            case "no-duff" -> "NO DUFF";
            default -> "asked for";
        };
    }

    static String measured(Measured one) {
        return switch (one.kind()) {
            case "fault" -> "fault active";
            case "expectation" -> "until met";
            default -> "until " + one.kind();
        };
    }

    /** A letter with its meaning. */
    private static String meaning(String rating) {
        return switch (rating) {
            case "P" -> "P, performed";
            case "S" -> "S, performed with some challenges";
            case "M" -> "M, performed with major challenges";
            case "U" -> "U, unable to be performed";
            default -> word(rating);
        };
    }

    /** Not rated and not exercised are two things. */
    public static String rating(ObjectiveResult objective) {
        return objective.rating() == null ? "not rated yet" : meaning(objective.rating());
    }

    static String day(LocalDate day) {
        return day == null ? NONE : DAY.format(day);
    }

    static String size(long bytes) {
        return bytes < 1_024 ? bytes + " bytes"
                : bytes < 1_048_576 ? bytes / 1_024 + " kB" : bytes / 1_048_576 + " MB";
    }

    static String seen(Finding finding, DirectoryNames names) {
        String seen = "seen by " + names.of(finding.by()) + " at " + clock(finding.seen());
        return finding.delay().compareTo(Duration.ofSeconds(1)) < 0 ? seen
                : seen + ", logged " + length(finding.delay()) + " later";
    }

    static String seats(List<Seat> seats) {
        return seats.isEmpty() ? NONE : String.join("; ", seats.stream().map(ReportWords::seat).toList());
    }

    private static String seat(Seat seat) {
        return word(seat.role()) + (seat.from() == null ? "" : " from " + clock(seat.from()))
                + (seat.until() == null ? "" : " until " + clock(seat.until()));
    }

    /** Which kind of dot stands beside it: the picture's own words. */
    static String dot(Moment moment) {
        return switch (moment.type()) {
            case FaultInjected.TYPE, NoDuffCalled.TYPE -> "fault";
            case FindingLogged.TYPE -> "finding";
            default -> "moment";
        };
    }
}
