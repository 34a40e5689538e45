package dev.blackstart.insight.recovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.catalogue.PlanDocument.SystemUnderTest;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.drills.DrillResult;
import dev.blackstart.drills.clock.ClockReading;
import dev.blackstart.drills.clock.DrillClock;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.DrillRuns;
import dev.blackstart.insight.reading.Incidents;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.recovery.Evidence.Verdict;
import dev.blackstart.people.system.Incident;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/** Reads drills and real incidents as evidence of recovery, in the order in which they happened. */
@ApplicationScoped
public class EvidenceReader {

    private final DrillRuns runs;
    private final Incidents incidents;
    private final RecoveryConfig rules;

    EvidenceReader(DrillRuns runs, Incidents incidents, RecoveryConfig rules) {
        this.runs = runs;
        this.incidents = incidents;
        this.rules = rules;
    }

    /** Everything since ever up to the last day asked for. */
    public List<Evidence> of(InsightReader reader, InsightFilter filter) {
        List<Evidence> evidence = new ArrayList<>();
        Map<String, Duration> objectives = new HashMap<>();
        for (DrillRun run : runs.ever(reader, filter)) {
            for (String system : run.targets()) {
                SystemUnderTest planned = planned(run, system);
                if (planned != null && planned.recoveryTarget() != null) {
                    objectives.put(system, planned.recoveryTarget().onClock());
                }
                if (run.wasInjected()) {
                    evidence.add(of(run, system, planned));
                }
            }
        }
        for (Incident incident : incidents.ever(filter)) {
            incident.about().forEach(system -> evidence.add(of(incident, system, objectives.get(system))));
        }
        evidence.sort(Comparator.comparing(Evidence::at));
        return evidence;
    }

    private static SystemUnderTest planned(DrillRun run, String system) {
        return run.plan().systems().stream().filter(one -> one.key().equals(system)).findFirst().orElse(null);
    }

    private Evidence of(DrillRun run, String system, SystemUnderTest planned) {
        ClockReading recovered = run.clock(DrillClock.RECOVERED).orElse(null);
        boolean marked = recovered != null && recovered.isMarked();
        PlanDuration own = planned == null ? null : planned.recoveryTarget();
        Duration target = own != null ? own.onClock() : recovered == null ? null : recovered.target();
        Duration lossTarget = planned == null || planned.dataLossTarget() == null ? null : planned.dataLossTarget().onClock();
        Duration length = marked ? recovered.length() : null;
        Judged judged = judge(run.result(), length, target, run.dataLost(), lossTarget);
        double weight = environment(run) * (run.isUnannounced() ? rules.weight().unannounced() : rules.weight().announced())
                * (marked && recovered.counted().source().isMeasured() ? rules.weight().probe() : rules.weight().person());
        String setting = "%s, %s, %s".formatted(run.isTalk() ? "talked through" : Choice.key(run.environment()),
                run.isUnannounced() ? "unannounced" : "announced", marked ? "by " + recovered.counted().source().key()
                        : "not measured");
        return new Evidence(system, run.kind(), run.at(), judged.verdict(), weight,
                run.environment() == Environment.PRODUCTION, length, target,
                run.dataLost().isEmpty() ? null : String.join("; ", run.dataLost()), lossTarget, judged.why(), run.name(),
                run.href(), setting);
    }

    private double environment(DrillRun run) {
        if (run.isTalk()) {
            return rules.weight().talk();
        }
        return switch (run.environment()) {
            case PRODUCTION -> rules.weight().production();
            case STAGING -> rules.weight().staging();
            case DEVELOPMENT -> rules.weight().development();
        };
    }

    /** What it comes to, and why. */
    record Judged(Verdict verdict, String why) {
    }

    /**
     * A refuted hypothesis, a recovery that took too long or never came, and more lost data than allowed refute; an
     * inconclusive
     * drill says nothing.
     */
    static Judged judge(DrillResult result, Duration length, Duration target, List<String> dataLost, Duration lossTarget) {
        if (result == DrillResult.INCONCLUSIVE) {
            return new Judged(Verdict.NEITHER, "inconclusive");
        }
        if (result == DrillResult.FAILED) {
            return new Judged(Verdict.REFUTED, "hypothesis refuted");
        }
        if (length == null) {
            return target == null ? new Judged(Verdict.NEITHER, "recovery not measured")
                    : new Judged(Verdict.REFUTED, "not recovered by ENDEX");
        }
        if (target != null && length.compareTo(target) > 0) {
            return new Judged(Verdict.REFUTED, "%s instead of %s".formatted(Texts.brief(length), Texts.brief(target)));
        }
        Boolean kept = lossTarget == null ? Boolean.TRUE : DataLoss.isWithin(dataLost, lossTarget);
        if (kept == null) {
            return new Judged(Verdict.NEITHER, dataLost.isEmpty() ? "lost data not stated" : "lost data cannot be compared");
        }
        if (!kept) {
            return new Judged(Verdict.REFUTED, "lost data: " + String.join("; ", dataLost));
        }
        return target == null && result != DrillResult.PASSED ? new Judged(Verdict.NEITHER, "no target and no result")
                : new Judged(Verdict.PROVED, target == null ? "passed" : "inside " + Texts.brief(target));
    }

    private Evidence of(Incident incident, String system, Duration target) {
        Duration length = Incidents.length(incident, DrillClock.RECOVERED);
        Judged judged;
        if (length == null || target == null) {
            judged = new Judged(Verdict.NEITHER, length == null ? "start or recovery not stated" : "no recovery target known");
        } else {
            judged = judge(null, length, target, List.of(), null);
        }
        String origin = incident.kindNow().faultOrigin() == null ? "unknown" : Choice.key(incident.kindNow().faultOrigin());
        return new Evidence(system, RecoveryLine.INCIDENT + origin, incident.began(), judged.verdict(),
                rules.weight().incident() * rules.weight().unannounced() * rules.weight().person(), true, length, target, null,
                null, judged.why(), incident.title, Incidents.href(incident), "real incident, by person");
    }
}
