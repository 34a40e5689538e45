package dev.blackstart.insight.participation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ActivationMetrics;
import dev.blackstart.calling.tree.CallNode;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.DotPlot;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Share;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.insight.reading.ReadableExercises;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/** How many places of a call tree were reached. */
@ApplicationScoped
class CallReach {

    private static final List<DotPlot.Level> LEVELS = List.of(new DotPlot.Level(0, "0 %"), new DotPlot.Level(0.5, "50 %"),
            new DotPlot.Level(1, "100 %"));

    private final ReadableExercises readable;

    CallReach(ReadableExercises readable) {
        this.readable = readable;
    }

    private record Reached(Exercise exercise, Activation activation, ActivationMetrics metrics) {

        Quarter quarter() {
            return Quarter.of(activation.createdAt);
        }
    }

    Figure figure(List<Exercise> exercises, InsightReader reader, InsightFilter filter) {
        List<Reached> all = read(exercises, reader, filter);
        FigureTable.Builder table = FigureTable.columns("quarter=Quarter", "n#=n", "median#=Median reach", "full#=Reached all",
                "broken#=Broken branches", "wrong#=Wrong contacts");
        Map<String, Double> medians = new HashMap<>();
        for (Quarter quarter : filter.quarters()) {
            List<Reached> here = all.stream().filter(one -> one.quarter().equals(quarter)).toList();
            if (here.isEmpty()) {
                continue;
            }
            List<Double> sorted = here.stream().map(one -> one.metrics().reach()).sorted().toList();
            double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
            medians.put(quarter + "/0", median);
            table.row(quarter.toString(), here.size(), FigureTable.cell(percent(median), median, null),
                    here.stream().filter(one -> one.metrics().reach() >= 1).count(),
                    here.stream().mapToInt(one -> one.metrics().broken().size()).sum(),
                    here.stream().mapToInt(one -> one.metrics().wrong().size()).sum());
        }
        FigureTable.Builder behind = FigureTable.columns("at=When", "tree=Call tree", "reach#=Reach", "places#=Places",
                "result=Result", "exercise=Exercise");
        all.stream().sorted(Comparator.comparing((Reached one) -> one.activation().createdAt).reversed())
                .forEach(one -> behind.row(one.activation().createdAt,
                        FigureTable.cell(one.activation().subject, "/exercises/" + one.exercise().id + "/call-trees/"
                                + one.activation().treeKey),
                        Share.of(one.metrics().reached(), one.metrics().places()).cell(), one.metrics().places(),
                        Choice.key(one.activation().result),
                        FigureTable.cell(one.exercise().name, DrillRun.href(one.exercise()))));
        List<DotPlot.Dot> dots = all.stream().map(one -> new DotPlot.Dot(one.quarter().toString(), 0, one.metrics().reach(),
                false, one.exercise().name + ": " + percent(one.metrics().reach()))).toList();
        return new Figure("reach", "Reach of call trees", new Definition(
                "Each activation of a call tree in a live exercise: the share of its places that somebody acknowledged for. The line"
                        + " is the median.",
                "trees differ in size: one of two people is soon at 50 %. Announced exercises find people near their phones."),
                dots.isEmpty() ? null
                        : DotPlot.of("Reach of %s. The table below says the same.".formatted(
                                Texts.count(dots.size(), "activation")),
                                filter.quarters().stream().map(Quarter::toString).toList(), dots,
                                new DotPlot.Axis(LEVELS, value -> value, medians), List.of("activations")),
                table.build(), behind.build(), null);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private List<Reached> read(List<Exercise> exercises, InsightReader reader, InsightFilter filter) {
        Map<UUID, Exercise> known = exercises.stream()
                .collect(Collectors.toMap(exercise -> exercise.id, Function.identity()));
        Map<UUID, List<CallNode>> places = readable
                .belonging(CallNode.class, reader, filter.since(), filter.until(), "x.place, x.id").stream()
                .collect(Collectors.groupingBy(node -> node.activationId));
        Map<UUID, List<ContactAttempt>> attempts = readable
                .belonging(ContactAttempt.class, reader, filter.since(), filter.until(), "x.createdAt, x.id").stream()
                .collect(Collectors.groupingBy(attempt -> attempt.activationId));
        List<Reached> reached = new ArrayList<>();
        readable.belonging(Activation.class, reader, filter.since(), filter.until(), "x.createdAt, x.id").stream()
                .filter(activation -> known.containsKey(activation.exerciseId))
                .forEach(activation -> reached.add(new Reached(known.get(activation.exerciseId), activation,
                        ActivationMetrics.of(activation, places.getOrDefault(activation.id, List.of()),
                                attempts.getOrDefault(activation.id, List.of())))));
        return reached;
    }
}
