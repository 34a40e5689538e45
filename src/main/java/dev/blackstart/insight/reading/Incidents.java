package dev.blackstart.insight.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.drills.clock.DrillClock;
import dev.blackstart.people.system.Incident;

/** Real incidents, which everybody signed in may read; a team's are those of the systems it owns. */
@ApplicationScoped
public class Incidents {

    public List<Incident> of(InsightFilter filter) {
        return of(filter.since(), filter.until(), filter.team());
    }

    /** Since ever. */
    public List<Incident> ever(InsightFilter filter) {
        return of(DrillRuns.EVER, filter.until(), filter.team());
    }

    private static List<Incident> of(Instant since, Instant until, String team) {
        List<Incident> found = Incident.between(since, until);
        if (team == null) {
            return found;
        }
        Set<String> owned = OwnedSystems.of(team).stream().map(system -> system.key).collect(Collectors.toSet());
        return found.stream().filter(incident -> incident.about().stream().anyMatch(owned::contains)).toList();
    }

    public static String href(Incident incident) {
        return "/directory/incidents/" + incident.id;
    }

    /** From its beginning to that step; null where one of both was not stated. */
    public static Duration length(Incident incident, DrillClock clock) {
        Instant until = switch (clock) {
            case DETECTED -> incident.clocksNow().detectedAt();
            case ACKNOWLEDGED -> incident.clocksNow().acknowledgedAt();
            case MITIGATED -> incident.clocksNow().mitigatedAt();
            case RECOVERED -> incident.clocksNow().recoveredAt();
            case DIAGNOSED -> null;
        };
        Instant began = incident.clocksNow().startedAt();
        return until == null || began == null ? null : Duration.between(began, until);
    }
}
