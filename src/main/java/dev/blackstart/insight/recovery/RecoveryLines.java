package dev.blackstart.insight.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.OwnedSystems;
import dev.blackstart.insight.recovery.SystemChange.Kind;
import dev.blackstart.people.system.SystemEntry;

/** Puts evidence together by system and kind of failure; a system without any has a line of its own. */
@ApplicationScoped
public class RecoveryLines {

    private final EvidenceReader evidence;
    private final RecoveryConfig rules;
    private final Clock clock;

    RecoveryLines(EvidenceReader evidence, RecoveryConfig rules, Clock clock) {
        this.evidence = evidence;
        this.rules = rules;
        this.clock = clock;
    }

    /** As of the last day asked for, or now where that lies ahead. */
    public Instant asOf(InsightFilter filter) {
        Instant now = clock.instant();
        return filter.until().isBefore(now) ? filter.until() : now;
    }

    /** By system and kind. */
    public List<RecoveryLine> of(InsightReader reader, InsightFilter filter) {
        Instant now = asOf(filter);
        Map<String, List<Instant>> changes = SystemChange.until(now).stream()
                .filter(change -> change.kind == Kind.FAILOVER_PATH).collect(Collectors.groupingBy(
                        change -> change.systemKey, Collectors.mapping(change -> change.changedAt, Collectors.toList())));
        Map<String, Map<String, List<Evidence>>> grouped = evidence.of(reader, filter).stream().collect(Collectors.groupingBy(
                Evidence::system, TreeMap::new, Collectors.groupingBy(Evidence::kind, TreeMap::new, Collectors.toList())));
        List<RecoveryLine> lines = new ArrayList<>();
        grouped.forEach((system, kinds) -> kinds.forEach((kind, all) -> lines.add(new RecoveryLine(system, kind,
                Confidence.of(all, changes.getOrDefault(system, List.of()), now, rules), all))));
        for (SystemEntry system : OwnedSystems.of(filter.team())) {
            if (!grouped.containsKey(system.key)) {
                lines.add(new RecoveryLine(system.key, RecoveryLine.ANY, Confidence.of(List.of(), List.of(), now, rules),
                        List.of()));
            }
        }
        lines.sort(Comparator.comparing(RecoveryLine::system).thenComparing(RecoveryLine::kind));
        return lines;
    }
}
