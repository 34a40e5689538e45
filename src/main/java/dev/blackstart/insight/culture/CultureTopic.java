package dev.blackstart.insight.culture;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.hotwash.Culture;
import dev.blackstart.hotwash.HotWash;
import dev.blackstart.hotwash.HotWashAnswer;
import dev.blackstart.hotwash.HotWashClosing;
import dev.blackstart.insight.figure.BarRows;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.insight.reading.Incidents;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.insight.reading.ReadableExercises;

/** What people say about how information flows, quarter by quarter, and which systems they fear. */
@ApplicationScoped
class CultureTopic implements InsightTopic {

    /** The statements of the survey, as short as a chart needs them; in the same order. */
    private static final List<String> SHORT = List.of("Information is sought", "Messengers are safe",
            "Responsibility is shared", "Teams collaborate", "Failure leads to inquiry", "New ideas are welcome",
            "Failures are opportunities");
    private static final int SCALE = 7;

    private final ReadableExercises readable;
    private final Incidents incidents;
    private final FearMap fearMap;
    private final GroupConfig groups;
    private final Clock clock;

    CultureTopic(ReadableExercises readable, Incidents incidents, FearMap fearMap, GroupConfig groups, Clock clock) {
        this.readable = readable;
        this.incidents = incidents;
        this.fearMap = fearMap;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "culture";
    }

    @Override
    public int position() {
        return 8;
    }

    @Override
    public String title() {
        return "Culture";
    }

    @Override
    public String question() {
        return "Does information flow, and which systems do people not dare to touch?";
    }

    @Override
    public List<Figure> figures(InsightReader reader, InsightFilter filter) {
        return List.of(culture(reader, filter), fearMap.figure(filter, incidents));
    }

    /** Of closed hot washes with five answers or more: what is added later is a group by itself, and names nobody. */
    private Map<Quarter, List<String>> answers(InsightReader reader, List<Quarter> quarters) {
        Map<Quarter, List<String>> answers = new TreeMap<>();
        if (quarters.isEmpty()) {
            return answers;
        }
        Quarter first = quarters.get(0);
        Quarter last = quarters.get(quarters.size() - 1);
        Map<UUID, Exercise> exercises = readable.of(reader, first.begins(), last.ends()).stream()
                .collect(Collectors.toMap(exercise -> exercise.id, Function.identity()));
        Set<UUID> closed = new HashSet<>(readable
                .belonging(HotWashClosing.class, reader, first.begins(), last.ends(), "x.createdAt, x.id").stream()
                .map(closing -> closing.exerciseId).toList());
        readable.belonging(HotWashAnswer.class, reader, first.begins(), last.ends(), "x.id").stream()
                .filter(answer -> answer.shown && answer.culture != null && closed.contains(answer.exerciseId))
                .collect(Collectors.groupingBy(answer -> answer.exerciseId)).forEach((exercise, said) -> {
                    if (said.size() >= HotWash.GROUP) {
                        answers.computeIfAbsent(Quarter.of(exercises.get(exercise).endedAt), quarter -> new ArrayList<>())
                                .addAll(said.stream().map(answer -> answer.culture).toList());
                    }
                });
        answers.values().removeIf(all -> all.size() < groups.peopleGroup());
        return answers;
    }

    private Figure culture(InsightReader reader, InsightFilter filter) {
        Map<Quarter, List<String>> answers = answers(reader, FearMap.over(filter, clock.instant()));
        FigureTable.Builder table = FigureTable.columns("quarter=Quarter", "statement=Statement", "n#=n", "median#=Median",
                "one#=1", "two#=2", "three#=3", "four#=4", "five#=5", "six#=6", "seven#=7");
        List<Culture.Statement> newest = List.of();
        List<Culture.Statement> before = List.of();
        Quarter last = null;
        for (Map.Entry<Quarter, List<String>> quarter : answers.entrySet()) {
            before = newest;
            newest = Culture.summed(quarter.getValue());
            last = quarter.getKey();
            for (Culture.Statement one : newest) {
                List<Integer> counts = one.counts();
                table.row(quarter.getKey().toString(), one.statement(), one.answers(),
                        FigureTable.cell(number(one.median()), one.median(), null), counts.get(0), counts.get(1), counts.get(2),
                        counts.get(3), counts.get(4), counts.get(5), counts.get(6));
            }
        }
        return new Figure("trend", "Culture of information", new Definition(
                "Seven statements of the hot wash after R. Westrum, answered from 1 (strongly disagree) to 7 (strongly agree). The"
                        + " bar is the median of the newest quarter, the line across it that of the quarter before. Only quarters that"
                        + " are over, hot washes that are closed and hold five answers or more, and %d answers or more together."
                                .formatted(groups.peopleGroup()),
                "other people answered than before, or only those who took part in an exercise. A statement that moves by half a"
                        + " point has not moved. The team of the filter does not narrow it."),
                newest.isEmpty() ? null : plot(newest, before, last), table.build(), FigureTable.NONE, null);
    }

    private static Plot plot(List<Culture.Statement> newest, List<Culture.Statement> before, Quarter quarter) {
        List<BarRows.Row> rows = new ArrayList<>();
        for (int i = 0; i < newest.size(); i++) {
            double median = newest.get(i).median();
            rows.add(new BarRows.Row(SHORT.get(i), "median " + number(median) + ", n " + newest.get(i).answers(),
                    List.of(new BarRows.Part(median, "solid", number(median), newest.get(i).statement()),
                            new BarRows.Part(SCALE - median, "empty", null, null)),
                    before.isEmpty() ? null : before.get(i).median()));
        }
        return BarRows.of("Medians of the seven statements in " + quarter + ". The table below says the same.", rows, SCALE,
                List.of(Plot.Key.bar("solid", "median in " + quarter), Plot.Key.bar("median", "the quarter before")));
    }

    private static String number(double median) {
        return String.format(Locale.ROOT, "%.1f", median);
    }
}
