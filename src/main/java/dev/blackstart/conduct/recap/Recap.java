package dev.blackstart.conduct.recap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.ExerciseMark;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.web.Texts;

/**
 * What has happened, in at most ten lines, for somebody who comes late: the state first, then the newest first. It knows the
 * entries it is given and nothing else, so whoever may read these may read it.
 */
public final class Recap {

    public static final int MOST = 10;

    /** Entries it looks at; others would change nothing. */
    static final List<String> TYPES = List.of("startex", "pausex", "resumed", "endex", "closed", "no-duff", "message-received",
            "item-revealed", "finding-logged", "drill-armed", "fault-injected", "fault-reverting", "fault-reverted");

    private static final List<String> TURNS = List.of("startex", "pausex", "resumed", "endex", "closed");
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
        return of(TURNS).limit(1).map(turn -> line(turn, switch (turn.type) {
            case "startex", "resumed" -> "play";
            case "pausex" -> "paused";
            default -> "ended";
        }, switch (turn.type) {
            case "startex", "resumed" -> "It runs since " + Texts.clock(turn.clock) + ".";
            case "pausex" -> "It stands at " + Texts.clock(turn.clock) + cause(turn.data().path("cause").asText()) + ".";
            case "endex" -> "It has ended" + (turn.data().path("outcome").asText().equals("aborted") ? ", aborted." : ".");
            default -> "It is closed.";
        })).toList();
    }

    private static String cause(String cause) {
        return switch (cause) {
            case "no-duff" -> ", for a real emergency";
            case "outage" -> ", after an outage";
            default -> "";
        };
    }

    private List<Dated> noDuff() {
        return of(List.of("no-duff")).limit(1).map(entry -> dated(entry, "noduff",
                "NO DUFF" + Stream.of(entry.data().path("text").asText("")).filter(text -> !text.isBlank())
                        .map(text -> ": " + shortened(text)).findFirst().orElse("")))
                .toList();
    }

    /** What is broken out there now, a line each; what was taken back, together. */
    private List<Dated> faults() {
        Map<String, JournalEntry> last = new TreeMap<>();
        of(List.of("drill-armed", "fault-injected", "fault-reverting", "fault-reverted"))
                .forEach(entry -> last.putIfAbsent(entry.data().path("drill").asText(), entry));
        List<JournalEntry> newest = last.values().stream()
                .sorted(Comparator.comparingLong((JournalEntry entry) -> entry.seq).reversed()).toList();
        List<JournalEntry> active = newest.stream().filter(entry -> !entry.type.equals("fault-reverted")).toList();
        List<Dated> lines = new ArrayList<>(active.size() > ACTIVE
                ? List.of(dated(active.get(0), "fault", "%d faults stand: %s".formatted(active.size(), titles(active))))
                : active.stream().map(entry -> dated(entry, "fault", "Fault " + switch (entry.type) {
                    case "drill-armed" -> "armed: ";
                    case "fault-injected" -> "injected: ";
                    default -> "being reverted: ";
                } + title(entry))).toList());
        List<JournalEntry> past = newest.stream().filter(entry -> entry.type.equals("fault-reverted")).toList();
        if (!past.isEmpty()) {
            lines.add(dated(past.get(0), "done", "Taken back: " + titles(past)));
        }
        return lines;
    }

    private static String titles(List<JournalEntry> faults) {
        return shortened(faults.stream().map(Recap::title).collect(Collectors.joining(", ")));
    }

    private static String title(JournalEntry entry) {
        return entry.data().path("title").asText(entry.data().path("drill").asText());
    }

    /** How many; where the only one is told anyway, nothing. */
    private List<Dated> findings() {
        boolean needless = findings == 0 || findings == 1 && !worst().isEmpty();
        return of(List.of("finding-logged")).limit(needless ? 0 : 1).map(newest -> dated(newest, "finding",
                findings == 1 ? "One finding was logged." : "%,d findings were logged, the last one here.".formatted(findings)))
                .toList();
    }

    private List<Dated> worst() {
        return of(List.of("finding-logged")).filter(entry -> SEVERITIES.indexOf(severity(entry)) >= 0)
                .sorted(Comparator.comparing((JournalEntry entry) -> SEVERITIES.indexOf(severity(entry)))).limit(WORST)
                .map(entry -> dated(entry, "finding",
                        "Finding, " + severity(entry) + ": " + shortened(entry.data().path("text").asText())))
                .toList();
    }

    private static String severity(JournalEntry entry) {
        return entry.data().path("severity").asText("");
    }

    /** One sent to several audiences is one message. */
    private List<Dated> messages() {
        Map<String, JournalEntry> one = of(List.of("message-received")).collect(Collectors.toMap(
                entry -> entry.data().path("message").asText(), Function.identity(), (newer, older) -> newer,
                LinkedHashMap::new));
        return one.values().stream().limit(MESSAGES).map(entry -> dated(entry, "message", message(entry.data()))).toList();
    }

    private static String message(JsonNode data) {
        String text = ExerciseMark.without(data.path("text").asText(""));
        String subject = data.path("subject").asText("");
        String from = data.path("from").asText("");
        return "Message" + (from.isEmpty() ? "" : " from " + shortened(from)) + ": "
                + shortened(subject.isEmpty() ? text : subject + ". " + text);
    }

    private List<Dated> reveals() {
        return of(List.of("item-revealed")).limit(REVEALS).map(entry -> {
            JsonNode data = entry.data();
            String kind = data.path("body").isObject() && !data.path("body").isEmpty() ? data.path("body").fieldNames().next()
                    : "item";
            String what = data.path("title").asText(data.path("body").path(kind).path("text").asText(kind));
            return dated(entry, "info", "Now known: " + shortened(what));
        }).toList();
    }

    private List<Dated> pauses() {
        List<JournalEntry> pauses = of(List.of("pausex")).toList();
        boolean stands = of(TURNS).findFirst().map(turn -> turn.type.equals("pausex")).orElse(false);
        int over = pauses.size() - (stands ? 1 : 0);
        return over == 0 ? List.of()
                : List.of(dated(pauses.get(stands ? 1 : 0), "paused",
                        over == 1 ? "It was paused once." : "It was paused %d times, the last time here.".formatted(over)));
    }

    private List<Dated> startex() {
        return of(List.of("startex")).limit(1).map(entry -> dated(entry, "play", "STARTEX")).toList();
    }

    private Stream<JournalEntry> of(List<String> types) {
        return entries.stream().filter(entry -> types.contains(entry.type));
    }

    private static Dated dated(JournalEntry entry, String icon, String text) {
        return new Dated(entry.seq, line(entry, icon, text));
    }

    private static Line line(JournalEntry entry, String icon, String text) {
        return new Line(Texts.clock(entry.clock), icon, text);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHORT ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT - 1)) + "…";
    }
}
