package dev.blackstart.conduct.recap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.conduct.ExerciseEvent.ExerciseClosed;
import dev.blackstart.conduct.ExerciseEvent.ExerciseEnded;
import dev.blackstart.conduct.ExerciseEvent.ExercisePaused;
import dev.blackstart.conduct.ExerciseEvent.ExerciseStarted;
import dev.blackstart.conduct.ExerciseEvent.NoDuffCalled;
import dev.blackstart.conduct.ItemEvent.ItemRevealed;
import dev.blackstart.conduct.MessageReceived;
import dev.blackstart.conduct.Observation;
import dev.blackstart.drills.FaultEvent;
import dev.blackstart.drills.FaultEvent.DrillArmed;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.FaultEvent.FaultRevertStarted;
import dev.blackstart.drills.FaultEvent.FaultReverted;
import dev.blackstart.exercise.ClockEvent;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.web.Texts;

/**
 * What has happened, in at most ten lines, for somebody who comes late: the state first, then the newest first. It knows the
 * entries it is given and nothing else, so whoever may read these may read it.
 */
public final class Recap {

    public static final int MOST = 10;

    /** Entries it looks at; others would change nothing. */
    static final Set<String> TYPES = JournalEvent.types(ClockEvent.class, ExerciseClosed.class, NoDuffCalled.class,
            MessageReceived.class, ItemRevealed.class, Observation.class, DrillArmed.class, FaultInjected.class,
            FaultRevertStarted.class, FaultReverted.class);

    private static final List<String> SEVERITIES = List.of("sev1", "sev2", "sev3", "sev4");
    private static final int SHORT = 90;
    private static final int MESSAGES = 3;
    private static final int WORST = 2;
    private static final int ACTIVE = 2;
    private static final int REVEALS = 2;

    private final List<JournalEntry> entries;
    private final long findings;

    private Recap(List<JournalEntry> entries, long findings) {
        this.entries = entries;
        this.findings = findings;
    }

    /** One thing and when it was, by the exercise clock. @param icon what kind of thing it is */
    public record Line(String clock, String icon, String text) {
    }

    /**
     * @param seen entries that the reader may read, in any order; of findings perhaps not all
     * @param findings how many findings the reader may read of
     */
    public static List<Line> lines(List<JournalEntry> seen, long findings) {
        List<JournalEntry> entries = seen.stream()
                .sorted(Comparator.comparingLong((JournalEntry entry) -> entry.seq).reversed())
                .toList();
        return new Recap(entries, findings).lines();
    }

    private List<Line> lines() {
        List<Dated> rest = Stream.of(noDuff(), faults(), findings(), worst(), messages(), reveals(), pauses(), startex())
                .flatMap(List::stream).limit(MOST - 1L).sorted(Comparator.comparingLong(Dated::seq).reversed()).toList();
        List<Line> lines = new ArrayList<>(state());
        rest.forEach(dated -> lines.add(dated.line()));
        return lines;
    }

    private record Dated(long seq, Line line) {
    }

    private List<Line> state() {
        return of(ClockEvent.class, ExerciseClosed.class).limit(1).map(turn -> line(turn, icon(turn.event()), state(turn)))
                .toList();
    }

    private static String cause(String cause) {
        return switch (String.valueOf(cause)) {
            case "no-duff" -> ", for a real emergency";
            case "outage" -> ", after an outage";
            default -> "";
        };
    }

    private static String icon(JournalEvent turn) {
        if (turn instanceof ClockEvent clock && clock.runs()) {
            return "play";
        }
        return turn instanceof ExercisePaused ? "paused" : "ended";
    }

    private static String state(JournalEntry turn) {
        JournalEvent event = turn.event();
        if (event instanceof ExercisePaused paused) {
            return "Paused at " + Texts.clock(turn.clock) + cause(paused.cause()) + ".";
        } else if (event instanceof ExerciseEnded end) {
            return "It has ended" + ("aborted".equals(end.outcome()) ? ", aborted." : ".");
        }
        return event instanceof ExerciseClosed ? "It is closed." : "Running since " + Texts.clock(turn.clock) + ".";
    }

    private List<Dated> noDuff() {
        return of(NoDuffCalled.class).limit(1).map(entry -> dated(entry, "noduff",
                "NO DUFF" + Stream.ofNullable(entry.as(NoDuffCalled.class).text()).filter(text -> !text.isBlank())
                        .map(text -> ": " + shortened(text)).findFirst().orElse("")))
                .toList();
    }

    /** What is broken out there now, a line each; what was reverted, together. */
    private List<Dated> faults() {
        Map<String, JournalEntry> last = new TreeMap<>();
        of(DrillArmed.class, FaultInjected.class, FaultRevertStarted.class, FaultReverted.class)
                .forEach(entry -> last.putIfAbsent(entry.as(FaultEvent.class).drill(), entry));
        List<JournalEntry> newest = last.values().stream()
                .sorted(Comparator.comparingLong((JournalEntry entry) -> entry.seq).reversed()).toList();
        List<JournalEntry> active = newest.stream().filter(entry -> !entry.is(FaultReverted.class)).toList();
        List<Dated> lines = new ArrayList<>(active.size() > ACTIVE
                ? List.of(dated(active.get(0), "fault", "%d faults active: %s".formatted(active.size(), titles(active))))
                : active.stream().map(entry -> dated(entry, "fault", "Fault " + progress(entry) + ": " + title(entry)))
                        .toList());
        List<JournalEntry> past = newest.stream().filter(entry -> entry.is(FaultReverted.class)).toList();
        if (!past.isEmpty()) {
            lines.add(dated(past.get(0), "done", "Reverted: " + titles(past)));
        }
        return lines;
    }

    private static String progress(JournalEntry entry) {
        if (entry.is(DrillArmed.class)) {
            return "armed";
        }
        return entry.is(FaultInjected.class) ? "injected" : "being reverted";
    }

    private static String titles(List<JournalEntry> faults) {
        return shortened(faults.stream().map(Recap::title).collect(Collectors.joining(", ")));
    }

    private static String title(JournalEntry entry) {
        return entry.as(FaultEvent.class).name();
    }

    /** How many; where the only one is told anyway, nothing. */
    private List<Dated> findings() {
        boolean needless = findings == 0 || findings == 1 && !worst().isEmpty();
        return of(Observation.class).limit(needless ? 0 : 1).map(newest -> dated(newest, "finding",
                findings == 1 ? "One finding was logged." : "%,d findings were logged, the last one here.".formatted(findings)))
                .toList();
    }

    private List<Dated> worst() {
        return of(Observation.class).filter(entry -> SEVERITIES.indexOf(severity(entry)) >= 0)
                .sorted(Comparator.comparing((JournalEntry entry) -> SEVERITIES.indexOf(severity(entry)))).limit(WORST)
                .map(entry -> dated(entry, "finding",
                        "Finding, " + severity(entry) + ": " + shortened(entry.as(Observation.class).text())))
                .toList();
    }

    private static String severity(JournalEntry entry) {
        String severity = entry.as(Observation.class).severity();
        return severity == null ? "" : severity;
    }

    /** One sent to several audiences is one message. */
    private List<Dated> messages() {
        Map<String, JournalEntry> one = of(MessageReceived.class).collect(Collectors.toMap(
                entry -> entry.as(MessageReceived.class).message(), Function.identity(), (newer, older) -> newer,
                LinkedHashMap::new));
        return one.values().stream().limit(MESSAGES)
                .map(entry -> dated(entry, "message", message(entry.as(MessageReceived.class)))).toList();
    }

    private static String message(MessageReceived message) {
        String text = message.plainText();
        return "Message" + (message.from() == null || message.from().isEmpty() ? "" : " from " + shortened(message.from()))
                + ": " + shortened(message.subject() == null || message.subject().isEmpty() ? text
                        : message.subject() + ". " + text);
    }

    private List<Dated> reveals() {
        return of(ItemRevealed.class).limit(REVEALS)
                .map(entry -> dated(entry, "info", "Now known: " + shortened(subject(entry.as(ItemRevealed.class))))).toList();
    }

    /** Its title, else the text of its body, else what kind of item it is. */
    private static String subject(ItemRevealed revealed) {
        if (revealed.title() != null) {
            return revealed.title();
        }
        JsonNode body = revealed.body();
        String kind = body != null && body.isObject() && !body.isEmpty() ? body.fieldNames().next() : "item";
        return body == null ? kind : body.path(kind).path("text").asText(kind);
    }

    private List<Dated> pauses() {
        List<JournalEntry> pauses = of(ExercisePaused.class).toList();
        boolean stands = of(ClockEvent.class, ExerciseClosed.class).findFirst().map(turn -> turn.is(ExercisePaused.class))
                .orElse(false);
        int over = pauses.size() - (stands ? 1 : 0);
        return over == 0 ? List.of()
                : List.of(dated(pauses.get(stands ? 1 : 0), "paused",
                        over == 1 ? "It was paused once." : "It was paused %d times, the last time here.".formatted(over)));
    }

    private List<Dated> startex() {
        return of(ExerciseStarted.class).limit(1).map(entry -> dated(entry, "play", "STARTEX")).toList();
    }

    private Stream<JournalEntry> of(Class<?>... kinds) {
        return entries.stream().filter(entry -> Stream.of(kinds).anyMatch(entry::is));
    }

    private static Dated dated(JournalEntry entry, String icon, String text) {
        return new Dated(entry.seq, line(entry, icon, text));
    }

    private static Line line(JournalEntry entry, String icon, String text) {
        return new Line(Texts.clock(entry.clock), icon, text);
    }

    private static String shortened(String text) {
        String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHORT ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT - 1)) + "…";
    }
}
