package dev.blackstart.conduct.controlroom;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.TimelineEntry;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.exercise.gate.GateCheck;
import dev.blackstart.exercise.gate.OverrideRule;
import dev.blackstart.web.Texts;

/**
 * The STARTEX gate as its page shows it: each check with what to do about it and where, and what the start will do in numbers.
 *
 * @param failing how many checks fail
 * @param forbidden whether one of them cannot be overridden
 * @param people how many the start tells
 * @param faults how many faults the timeline holds
 * @param firstFault when the first of them comes by the clock; null where none does
 * @param offPlan how far from its planned start it is now, in words; null where it is near, in a
 *        rehearsal, and for readers who do not know the date
 * @param overriders who may start it all the same
 */
public record GateBoard(List<Line> lines, int failing, boolean forbidden, int people, int faults, String firstFault,
        OffPlan offPlan, String overriders) {

    /** A start this near to its date needs no word. */
    private static final Duration NEAR = Duration.ofMinutes(15);

    /** @param how "18 days before", or after @param planned when it is planned */
    public record OffPlan(String how, Instant planned, String zone) {
        String inWords() {
            return "It is " + how + " the planned start, "
                    + DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm z", Locale.ENGLISH)
                            .format(planned.atZone(ZoneId.of(zone)))
                    + ".";
        }

        /** @param planned null where the reader does not know it */
        public static OffPlan of(Exercise exercise, Instant planned, Instant now) {
            if (planned == null || exercise.isRehearsal()) {
                return null;
            }
            Duration early = Duration.between(now, planned);
            return early.abs().compareTo(NEAR) <= 0 ? null
                    : new OffPlan(Texts.rough(early.abs()) + (early.isNegative() ? " after" : " before"), planned,
                            exercise.zone);
        }
    }

    /** A check. @param href where something can be done about it, or null */
    public record Line(String key, String words, String result, String advice, boolean overridable, String href) {
    }

    public static GateBoard of(Exercise exercise, Gate gate) {
        return of(exercise, gate, null);
    }

    public static GateBoard of(Exercise exercise, Gate gate, OffPlan offPlan) {
        List<Gate.Checked> checked = gate.look(exercise);
        List<TimelineEntry> faults = exercise.plan().timeline().stream().filter(item -> item.body() instanceof Body.Drill)
                .toList();
        return new GateBoard(checked.stream().sorted(Comparator.comparing(GateBoard::rank))
                .map(check -> line(check, exercise)).toList(),
                (int) checked.stream().filter(Gate.Checked::failed).count(),
                checked.stream().anyMatch(check -> check.failed() && !check.answer().overridable()),
                (int) RosterEntry.of(exercise.id).stream().map(entry -> entry.person)
                        .filter(person -> !isAway(exercise.plan(), person)).distinct().count(),
                faults.size(), faults.stream().filter(item -> item.at() != null).map(item -> item.at().onClock()).sorted()
                        .findFirst().map(Texts::clock).orElse(null),
                offPlan, OverrideRule.of(exercise.plan()).who);
    }

    /** What fails, and what is worth knowing before. */
    public List<Line> told() {
        return lines.stream().filter(line -> line.advice() != null).toList();
    }

    /** What nobody has to do anything about. */
    public List<Line> quiet() {
        return lines.stream().filter(line -> line.advice() == null).toList();
    }

    /** How many of the quiet ones pass. */
    public int passes() {
        return (int) quiet().stream().filter(line -> line.result().equals(GateCheck.Result.PASS.key())).count();
    }

    /** How many do not apply. */
    public int idle() {
        return quiet().size() - passes();
    }

    public List<Line> failed() {
        return lines.stream().filter(line -> line.result().equals(GateCheck.Result.FAIL.key())).toList();
    }

    public boolean isPassing() {
        return failing == 0;
    }

    /** What is to be done stands on top; else they keep their order. */
    private static int rank(Gate.Checked check) {
        return switch (check.answer().result()) {
            case FAIL -> 0;
            case PASS -> check.answer().advice() == null ? 2 : 1;
            case NOT_APPLICABLE -> 3;
        };
    }

    private static boolean isAway(PlanDocument plan, String person) {
        return plan.outOfPlay().stream().anyMatch(away -> away.person().equals(person));
    }

    private static Line line(Gate.Checked check, Exercise exercise) {
        GateCheck.Answer answer = check.answer();
        return new Line(check.key().key(), words(check.key()), answer.result().key(), answer.advice(), answer.overridable(),
                href(check.key(), exercise));
    }

    private static String words(GateKey key) {
        return switch (key) {
            case APPROVALS -> "The plan is approved";
            case PREPARATION -> "Teams are prepared";
            case DRILLS -> "Every drill has owner, revert and longest duration";
            case DRIVERS -> "The drivers are switched on";
            case OFF_LIMITS -> "Nothing is off limits";
            case ROLES -> "The roles are filled";
            case PROBES -> "The steady state holds";
            case ALERTS -> "Expected alerts can arrive";
            case BLACKOUT -> "No blackout window";
            case INCIDENT -> "No real incident";
            case LEVER -> "The safety lever is not pulled";
            case TARGETS -> "Nobody else uses the targets";
            case FALLBACK -> "Messages have another way";
            case CONTACTS -> "People can be reached";
            case SKILLS -> "People have the skills of their seats";
            case CONCERNS -> "Concerns are answered";
            case PEOPLE -> "People are free";
            case INFORMED -> "Whoever has to know is informed";
            case REVERT_PROVEN -> "The reverts are proven in a lower environment";
        };
    }

    private static String href(GateKey key, Exercise exercise) {
        return switch (key) {
            case APPROVALS -> "/plans/" + exercise.planKey + "/approvals";
            case PREPARATION -> "/exercises/" + exercise.id + "/preparation";
            case DRILLS, DRIVERS, OFF_LIMITS, PROBES, ALERTS, REVERT_PROVEN -> "/plans/" + exercise.planKey;
            case ROLES, PEOPLE, SKILLS -> "#roster";
            case CONCERNS -> "/plans/" + exercise.planKey + "/concerns";
            case INFORMED -> "/plans/" + exercise.planKey;
            case BLACKOUT -> "/directory/blackouts";
            case INCIDENT -> "/directory/incidents";
            case CONTACTS -> "/directory?reach=none";
            case LEVER -> "/safety-lever";
            case TARGETS -> "/";
            case FALLBACK -> "/exercises/" + exercise.id + "/sheet";
        };
    }
}
