package dev.blackstart.insight.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.blackstart.drills.DrillResult;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.reading.DrillRun;

/**
 * Failures that were exercised together: a catastrophe needs several at a time. Faults are together if both were active at the
 * same time; drills of one exercise that followed each other are counted apart.
 */
public final class Combinations {

    private static final int SUGGESTED = 20;

    private Combinations() {
    }

    /** A system and a kind of disaster. */
    record Failure(String system, String kind) implements Comparable<Failure> {

        @Override
        public int compareTo(Failure other) {
            return words().compareTo(other.words());
        }

        String words() {
            return system + ": " + kind;
        }
    }

    /** Two failures, the first one first in the alphabet. */
    record Pair(Failure one, Failure other) implements Comparable<Pair> {

        static Pair of(Failure first, Failure second) {
            return first.compareTo(second) <= 0 ? new Pair(first, second) : new Pair(second, first);
        }

        @Override
        public int compareTo(Pair with) {
            int first = one.compareTo(with.one);
            return first == 0 ? other.compareTo(with.other) : first;
        }
    }

    /**
     * How two failures met. @param atOnce drills that were active at the same time @param inTurn in one exercise, after each
     * other
     */
    static final class Met {
        private int atOnce;
        private int inTurn;
        private Instant last;
        private DrillRun lastRun;

        private void add(DrillRun first, DrillRun second) {
            if (overlap(first, second)) {
                atOnce++;
            } else {
                inTurn++;
            }
            DrillRun later = first.at().isAfter(second.at()) ? first : second;
            if (last == null || later.at().isAfter(last)) {
                last = later.at();
                lastRun = later;
            }
        }

        boolean wasAtOnce() {
            return atOnce > 0;
        }
    }

    private static boolean overlap(DrillRun first, DrillRun second) {
        return first.wasInjected() && second.wasInjected() && first.drill().injectedAt.isBefore(end(second))
                && second.drill().injectedAt.isBefore(end(first));
    }

    private static Instant end(DrillRun run) {
        return run.drill().revertedAt == null ? run.exercise().endedAt : run.drill().revertedAt;
    }

    static Map<Pair, Met> of(List<DrillRun> runs) {
        Map<Pair, Met> pairs = new TreeMap<>();
        Map<UUID, List<DrillRun>> exercises = runs.stream().collect(Collectors.groupingBy(run -> run.exercise().id));
        for (List<DrillRun> here : exercises.values()) {
            for (int i = 0; i < here.size(); i++) {
                for (DrillRun other : here.subList(i + 1, here.size())) {
                    DrillRun one = here.get(i);
                    one.targets()
                            .forEach(target -> other.targets().forEach(second -> add(pairs, new Failure(target, one.kind()),
                                    new Failure(second, other.kind()), one, other)));
                }
            }
        }
        return pairs;
    }

    private static void add(Map<Pair, Met> pairs, Failure first, Failure second, DrillRun one, DrillRun other) {
        if (!first.equals(second)) {
            pairs.computeIfAbsent(Pair.of(first, second), pair -> new Met()).add(one, other);
        }
    }

    static Figure figure(List<DrillRun> runs) {
        FigureTable.Builder table = FigureTable.columns("one=Failure", "other=and failure", "atOnce#=At once",
                "inTurn#=After each other", "last=Last", "exercise=In");
        of(runs).forEach((pair, met) -> table.row(pair.one().words(), pair.other().words(), met.atOnce, met.inTurn, met.last,
                FigureTable.cell(met.lastRun.exercise().name, met.lastRun.href())));
        return new Figure("combinations", "Failures exercised together", new Definition(
                "Pairs of system and kind of disaster in one exercise. At once: both faults were active at the same time, from"
                        + " injection to the end of the revert. Catastrophes need several failures; each alone is often harmless.",
                "drills overlapped by chance, and nobody looked at their joint effect."),
                null, table.build(), FigureTable.NONE, null);
    }

    /** Pairs of failures that were passed alone and were never active at once, those at the highest intensity first. */
    public static Figure suggested(List<DrillRun> ever) {
        Map<Failure, Integer> passed = new TreeMap<>();
        ever.stream().filter(run -> run.result() == DrillResult.PASSED && run.wasInjected()).forEach(run -> run.targets()
                .forEach(system -> passed.merge(new Failure(system, run.kind()), run.plan().intensity(), Math::max)));
        Map<Pair, Met> met = of(ever);
        List<Pair> open = new ArrayList<>();
        List<Failure> failures = List.copyOf(passed.keySet());
        for (int i = 0; i < failures.size(); i++) {
            for (Failure other : failures.subList(i + 1, failures.size())) {
                Pair pair = Pair.of(failures.get(i), other);
                if (!met.containsKey(pair) || !met.get(pair).wasAtOnce()) {
                    open.add(pair);
                }
            }
        }
        FigureTable.Builder table = FigureTable.columns("one=Failure", "other=and failure", "why=Why");
        open.stream()
                .sorted(Comparator.comparingInt((Pair pair) -> passed.get(pair.one()) + passed.get(pair.other())).reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTED)
                .forEach(pair -> table.row(pair.one().words(), pair.other().words(), met.containsKey(pair)
                        ? "each was passed, in one exercise after each other; never at once"
                        : "each was passed alone; never together"));
        return new Figure("together", "What to exercise together next", new Definition(
                "Pairs of failures of which each was passed and that were never active at once; the hardest first, %d at most."
                        .formatted(SUGGESTED),
                "two failures cannot happen together, or hitting both at once is not safe: the blast radius and the approvals decide."),
                null, table.build(), FigureTable.NONE, null);
    }
}
