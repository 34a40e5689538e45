package dev.blackstart.insight.culture;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.insight.figure.BarRows;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.insight.reading.Incidents;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.Quarter;

/** Which systems people dare least to touch; of quarters that are over, so that no answer can be told by when it came. */
@ApplicationScoped
public class FearMap {

    private static final int MOST_DRAWN = 40;

    private final GroupConfig groups;
    private final Clock clock;

    FearMap(GroupConfig groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    /** @param median with halves */
    public record Trust(String system, Quarter quarter, int answers, double median) {

        public String words() {
            return String.format(Locale.ROOT, "%.1f", median);
        }
    }

    /** The quarters asked for that are over. */
    static List<Quarter> over(InsightFilter filter, Instant now) {
        return filter.quarters().stream().filter(quarter -> !quarter.ends().isAfter(now)).toList();
    }

    /** By system and quarter, of groups that are large enough. */
    public List<Trust> of(InsightFilter filter) {
        List<Trust> trusts = new ArrayList<>();
        SystemConfidence.of(over(filter, clock.instant())).stream().collect(Collectors.groupingBy(
                one -> one.systemKey + " " + one.quarter, TreeMap::new, Collectors.toList())).values().forEach(all -> {
                    if (all.size() >= groups.confidenceGroup()) {
                        trusts.add(new Trust(all.get(0).systemKey, quarter(all.get(0).quarter), all.size(),
                                median(all.stream().map(one -> one.level).sorted().toList())));
                    }
                });
        return trusts;
    }

    /** The newest of each system. */
    public Map<String, Trust> newest(InsightFilter filter) {
        Map<String, Trust> newest = new HashMap<>();
        of(filter).forEach(trust -> newest.merge(trust.system(), trust,
                (one, other) -> one.quarter().compareTo(other.quarter()) >= 0 ? one : other));
        return newest;
    }

    private static Quarter quarter(String text) {
        return new Quarter(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(6)));
    }

    static double median(List<Integer> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    Figure figure(InsightFilter filter, Incidents incidents) {
        List<Trust> trusts = of(filter);
        Map<String, Long> real = incidents.of(filter).stream().flatMap(incident -> incident.about().stream())
                .collect(Collectors.groupingBy(system -> system, Collectors.counting()));
        FigureTable.Builder table = FigureTable.columns("system=System", "quarter=Quarter", "n#=n", "median#=Median, 1 to 5",
                "incidents#=Real incidents in the time");
        trusts.forEach(trust -> table.row(trust.system(), trust.quarter().toString(), trust.answers(),
                FigureTable.cell(trust.words(), trust.median(), null), real.getOrDefault(trust.system(), 0L)));
        List<BarRows.Row> rows = newest(filter).values().stream()
                .sorted(Comparator.comparingDouble(Trust::median).thenComparing(Trust::system)).limit(MOST_DRAWN)
                .map(trust -> new BarRows.Row(trust.system(),
                        "median %s of %d answers, %s".formatted(trust.words(), trust.answers(), trust.quarter()),
                        List.of(new BarRows.Part(trust.median(), "solid", trust.words(), "confidence"),
                                new BarRows.Part(ConfidenceSurvey.HIGHEST - trust.median(), "empty", null, null)),
                        null))
                .toList();
        return new Figure("fear-map", "Fear map: what people dare least to touch",
                new Definition(
                        "Everybody answers one question about a system, once a quarter: how confident are you to change it,"
                                + " from 1 (I would rather not touch it) to 5 (I change it any day)? The bar is the median of the newest"
                                + " quarter that is over; the least confident stand first. Groups under %d are not shown."
                                        .formatted(groups.confidenceGroup()),
                        "those who answer are those who know it, or those who suffer from it. Confidence is not safety: compare it"
                                + " with the recovery that was proved. The team of the filter does not narrow it."),
                rows.isEmpty() ? null
                        : BarRows.of("Confidence to change a system, the least first. The table below says the same.", rows,
                                ConfidenceSurvey.HIGHEST, List.of(Plot.Key.bar("solid", "median confidence from 1 to 5"))),
                table.build(), FigureTable.NONE, null);
    }
}
