package dev.blackstart.insight.recovery;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.insight.figure.BarRows;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.insight.recovery.Confidence.State;
import dev.blackstart.web.Texts;

/** Recovery evidence by system and kind of failure. */
@ApplicationScoped
class RecoveryTopic implements InsightTopic {

    /** More are in the table. */
    private static final int MOST_DRAWN = 40;

    private static final Definition DEFINITION = new Definition(
            "The 20 % quantile of Beta(1 + S, 1 + F): with the evidence there is, the chance of a recovery in time is higher than"
                    + " this with a probability of 80 %. S sums weight × age × changed failover paths over recoveries inside the"
                    + " recovery time (RTO) and data loss (RPO) allowed; F sums the weights of those that were refuted or too slow,"
                    + " until a later success of at least that weight. Everything up to the last day counts.",
            "it is read as the probability that the next recovery works: it is a cautious bound for comparing systems. One success"
                    + " in staging is little. Two kinds of failure of one system say nothing about each other. A real incident"
                    + " counts against the newest RTO of a plan; its lost data is not compared.");

    private final RecoveryLines lines;
    private final RecoveryConfig rules;

    RecoveryTopic(RecoveryLines lines, RecoveryConfig rules) {
        this.lines = lines;
        this.rules = rules;
    }

    @Override
    public String key() {
        return "recovery";
    }

    @Override
    public int position() {
        return 3;
    }

    @Override
    public String title() {
        return "Recovery";
    }

    @Override
    public String question() {
        return "Of which system is it proved that it recovers, from what, and how long ago?";
    }

    @Override
    public List<Figure> figures(InsightReader reader, InsightFilter filter) {
        List<RecoveryLine> all = lines.of(reader, filter);
        Instant now = lines.asOf(filter);
        return List.of(new Figure("confidence", "Confidence in recovery", DEFINITION, plot(all), table(all, reader, now),
                behind(all), constants()));
    }

    private static Plot plot(List<RecoveryLine> all) {
        if (all.isEmpty()) {
            return null;
        }
        List<BarRows.Row> rows = all.stream().limit(MOST_DRAWN).map(line -> {
            State state = line.confidence().state();
            double value = line.confidence().value() == null ? 0 : line.confidence().value();
            String look = state == State.PROVED ? "solid" : "hatched";
            return new BarRows.Row(line.system() + " · " + line.kind(), line.words(),
                    List.of(new BarRows.Part(value, look, null, line.words()),
                            new BarRows.Part(1 - value, "empty", null, null)),
                    null);
        }).toList();
        return BarRows.of("Confidence in the recovery of %s, from 0 to 1%s. The table below says the same.".formatted(
                Texts.count(all.size(), "system and kind of failure", "systems and kinds of failure"),
                all.size() > MOST_DRAWN ? ", the first " + MOST_DRAWN : ""), rows, 1,
                List.of(Plot.Key.bar("solid", "proved: confidence from 0 to 1"),
                        Plot.Key.bar("hatched", "disproved: the newest evidence refutes it"),
                        Plot.Key.bar("empty", "not proved")));
    }

    private FigureTable table(List<RecoveryLine> all, InsightReader reader, Instant now) {
        FigureTable.Builder table = reader.master()
                ? FigureTable.columns("system=System", "kind=Kind of failure", "state=State", "confidence#=Confidence",
                        "lastProved=Last proved", "recovery#=Measured", "recoveryTarget#=RTO", "dataLost=Data lost",
                        "dataLossTarget#=RPO", "successes#=S", "failures#=F", "changed#=Failover changed since", "due=Due")
                : FigureTable.columns("system=System", "kind=Kind of failure", "state=State", "confidence#=Confidence",
                        "lastProved=Last proved", "recovery#=Measured", "recoveryTarget#=RTO", "dataLost=Data lost",
                        "dataLossTarget#=RPO", "successes#=S", "failures#=F", "changed#=Failover changed since");
        for (RecoveryLine line : reader.master() ? byDue(all, now) : all) {
            Confidence confidence = line.confidence();
            Evidence newest = line.newest();
            Object[] cells = { line.system(), line.kind(), confidence.state().name().toLowerCase(Locale.ROOT),
                    confidence.value() == null ? null : FigureTable.cell(line.number(), rounded(confidence.value()), null),
                    line.proved() == null ? null : line.proved().at(), newest == null ? null : newest.recovery(),
                    newest == null ? null : newest.target(), newest == null ? null : newest.dataLost(),
                    newest == null ? null : newest.lossTarget(), rounded(confidence.successes()),
                    rounded(confidence.failures()), confidence.changed(), null };
            if (reader.master()) {
                Instant due = line.due(rules, now);
                cells[cells.length - 1] = due.isAfter(now) ? due : FigureTable.cell("now", due, null);
                table.row(cells);
            } else {
                table.row(Arrays.copyOf(cells, cells.length - 1));
            }
        }
        return table.build();
    }

    /** Who is due next stands first. */
    private List<RecoveryLine> byDue(List<RecoveryLine> all, Instant now) {
        return all.stream().sorted(Comparator.comparing((RecoveryLine line) -> line.due(rules, now))
                .thenComparing(line -> line.confidence().state() != State.DISPROVED)
                .thenComparing(RecoveryLine::system).thenComparing(RecoveryLine::kind)).toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static FigureTable behind(List<RecoveryLine> all) {
        FigureTable.Builder behind = FigureTable.columns("at=When", "what=What", "system=System", "kind=Kind of failure",
                "verdict=Verdict", "why=Why", "weight#=Weight", "setting=Where and how");
        all.stream().flatMap(line -> line.evidence().stream()).sorted(Comparator.comparing(Evidence::at).reversed())
                .forEach(one -> behind.row(one.at(), FigureTable.cell(one.name(), one.href()), one.system(), one.kind(),
                        one.verdict().name().toLowerCase(Locale.ROOT), one.why(), rounded(one.weight()), one.setting()));
        return behind.build();
    }

    private String constants() {
        RecoveryConfig.Weights weight = rules.weight();
        return ("Constants of this installation: quantile %s; weight = production %s, staging %s, development %s, talked through %s,"
                + " real incident %s; × unannounced %s, announced %s; × proof by probe %s, by person %s; age halves after %s days;"
                + " × %s for each changed failover path; outside production at most %s in sum; due after %s days.")
                .formatted(rules.quantile(), weight.production(), weight.staging(), weight.development(), weight.talk(),
                        weight.incident(), weight.unannounced(), weight.announced(), weight.probe(), weight.person(),
                        rules.halfLife().toDays(), rules.changedFailoverPath(), rules.mostOutsideProduction(),
                        rules.retestAfter().toDays());
    }
}
