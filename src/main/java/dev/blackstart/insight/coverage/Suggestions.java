package dev.blackstart.insight.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.drills.DrillResult;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.offer.DefectOffer;
import dev.blackstart.insight.culture.FearMap;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.FollowupOf;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.recovery.Confidence.State;
import dev.blackstart.insight.recovery.RecoveryConfig;
import dev.blackstart.insight.recovery.RecoveryLine;
import dev.blackstart.insight.recovery.RecoveryLines;
import dev.blackstart.insight.recovery.SystemChange;
import dev.blackstart.web.Texts;

/** What to drill next and why, for masters alone. It knows nothing of what is scheduled. */
@ApplicationScoped
class Suggestions {

    private static final int SHOWN = 20;
    private static final double FEARED = 2.5;
    private static final int HIGHEST = 5;
    private static final int REFUTED = 4;
    private static final int UNSURE = 500;

    private final RecoveryLines lines;
    private final RecoveryConfig rules;
    private final FollowupOf followup;
    private final FearMap fearMap;

    Suggestions(RecoveryLines lines, RecoveryConfig rules, FollowupOf followup, FearMap fearMap) {
        this.lines = lines;
        this.rules = rules;
        this.followup = followup;
        this.fearMap = fearMap;
    }

    Figure figure(InsightReader reader, InsightFilter filter, List<DrillRun> ever) {
        FigureTable.Builder table = FigureTable.columns("rank#=Rank", "system=System", "kind=Kind of disaster", "why=Why",
                "intensity#=Next intensity");
        List<NextDrill> found = of(reader, filter, ever);
        for (int i = 0; i < found.size(); i++) {
            NextDrill one = found.get(i);
            table.row(i + 1, one.system(), one.kind(), FigureTable.cell(String.join("; ", one.reasons()), one.reasons(), null),
                    one.intensity());
        }
        return new Figure("next", "What to drill next, and why", new Definition(
                "Systems and kinds of disaster with a reason: refuted, never drilled, long ago, changed since, a defect that waits for"
                        + " its retest, one of which its owner does not know whether it applies, feared. The more and the graver the reasons, the earlier. The next intensity is one step above"
                        + " the highest that was passed. Only masters and administrators see it, and it knows nothing of what is"
                        + " scheduled already.",
                "it is followed blindly: it does not know what a failure would cost, or what is planned."),
                null, table.build(), FigureTable.NONE, null);
    }

    private List<NextDrill> of(InsightReader reader, InsightFilter filter, List<DrillRun> ever) {
        Instant now = lines.asOf(filter);
        List<SystemChange> changes = SystemChange.until(now);
        List<Defect> defects = followup.defects(reader, filter).items().stream()
                .filter(defect -> defect.state == Defect.State.FIXED).toList();
        Map<String, List<String>> asked = unsure(reader, filter);
        Map<String, FearMap.Trust> trust = fearMap.newest(filter);
        List<NextDrill> suggestions = new ArrayList<>();
        Map<String, List<String>> refutedByIncidents = new TreeMap<>();
        for (RecoveryLine line : lines.of(reader, filter)) {
            if (line.isOfIncidents()) {
                if (line.confidence().state() == State.DISPROVED) {
                    refutedByIncidents.computeIfAbsent(line.system(), key -> new ArrayList<>())
                            .add(line.kind() + " (" + line.newest().why() + ")");
                }
                continue;
            }
            NextDrill suggestion = of(line, now, changes, defects, asked, trust.get(line.system()), ever);
            if (suggestion.weight() > 0) {
                suggestions.add(suggestion);
            }
        }
        refutedByIncidents.forEach((system, why) -> suggestions.add(new NextDrill(system, "as in real incidents",
                List.of("the newest real incidents took too long: " + String.join(", ", why)), REFUTED, null)));
        return suggestions.stream().sorted(Comparator.comparingInt(NextDrill::weight).reversed()
                .thenComparing(NextDrill::system).thenComparing(NextDrill::kind)).limit(SHOWN).toList();
    }

    /** References of defects of which an owner does not know whether they apply, by system; those that the reader may see. */
    private Map<String, List<String>> unsure(InsightReader reader, InsightFilter filter) {
        Map<UUID, String> known = followup.defects(reader, filter).items().stream()
                .collect(Collectors.toMap(defect -> defect.id, defect -> defect.reference));
        return DefectOffer.unknown(UNSURE).stream().filter(offer -> known.containsKey(offer.defectId))
                .collect(Collectors.groupingBy(offer -> offer.systemKey,
                        Collectors.mapping(offer -> known.get(offer.defectId), Collectors.toList())));
    }

    private NextDrill of(RecoveryLine line, Instant now, List<SystemChange> changes, List<Defect> defects,
            Map<String, List<String>> asked, FearMap.Trust trust, List<DrillRun> ever) {
        List<String> reasons = new ArrayList<>();
        int weight = 0;
        if (line.confidence().state() == State.DISPROVED) {
            reasons.add("the newest evidence refuted it: " + line.newest().why());
            weight += REFUTED;
        }
        if (line.kind().equals(RecoveryLine.ANY)) {
            reasons.add("never drilled");
            weight += 3;
        }
        if (line.proved() != null) {
            Duration ago = Duration.between(line.proved().at(), now);
            if (ago.compareTo(rules.retestAfter()) > 0) {
                reasons.add("last proved " + Texts.rough(ago) + " ago");
                weight += 2;
            }
        }
        List<SystemChange> since = line.newest() == null ? List.of()
                : changes.stream().filter(change -> change.systemKey.equals(line.system())
                        && change.changedAt.isAfter(line.newest().at())).toList();
        boolean failover = since.stream().anyMatch(change -> change.kind == SystemChange.Kind.FAILOVER_PATH);
        if (!since.isEmpty()) {
            reasons.add(failover ? "its failover path has changed since"
                    : "changed since: " + Texts.count(since.size(), "release"
                            + " or configuration", "releases or configurations"));
            weight += failover ? 3 : 1;
        }
        List<String> unsure = asked.getOrDefault(line.system(), List.of());
        if (!unsure.isEmpty()) {
            reasons.add("nobody knows whether it has " + String.join(", ", unsure));
            weight += 2;
        }
        List<String> waiting = defects.stream().filter(defect -> defect.systems.contains(line.system()))
                .map(defect -> defect.reference).sorted().toList();
        if (!waiting.isEmpty()) {
            reasons.add(
                    (waiting.size() == 1 ? "waits for its retest: " : "wait for their retest: ") + String.join(", ", waiting));
            weight += 2;
        }
        if (trust != null && trust.median() <= FEARED) {
            reasons.add("people dare little to touch it: median %s of 5".formatted(trust.words()));
            weight += 2;
        }
        return new NextDrill(line.system(), line.kind(), reasons, weight, next(line, ever));
    }

    /** One step above the highest that was passed; null where nothing was. */
    private static Integer next(RecoveryLine line, List<DrillRun> ever) {
        return ever.stream().filter(run -> run.result() == DrillResult.PASSED && run.kind().equals(line.kind())
                && run.targets().contains(line.system())).map(run -> Math.min(HIGHEST, run.plan().intensity() + 1))
                .max(Integer::compare).orElse(null);
    }
}
