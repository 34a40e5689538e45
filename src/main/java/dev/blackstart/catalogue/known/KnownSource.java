package dev.blackstart.catalogue.known;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import dev.blackstart.catalogue.rule.PlanContext;
import dev.blackstart.people.Directory;
import dev.blackstart.people.Team;

/** Collects what a plan may refer to, as it is now. Needs a transaction or a request. */
@ApplicationScoped
public class KnownSource {

    private final Directory directory;
    private final Instance<KnownDrivers> drivers;
    private final Instance<KnownDefects> defects;
    private final Instance<KnownSignals> signals;
    private final Instance<KnownProbes> probes;

    KnownSource(Directory directory, Instance<KnownDrivers> drivers, Instance<KnownDefects> defects,
            Instance<KnownSignals> signals, Instance<KnownProbes> probes) {
        this.probes = probes;
        this.signals = signals;
        this.directory = directory;
        this.drivers = drivers;
        this.defects = defects;
    }

    /** @param reader person key, whose sight decides which defects are known */
    public PlanContext of(String reader) {
        Map<String, Set<String>> teams = new LinkedHashMap<>();
        Team.allByKey().forEach(team -> teams.put(team.key, team.members));
        return new PlanContext(directory.people(), teams,
                drivers.isResolvable() ? drivers.get().switchedOn() : Set.of("manual"),
                name -> defects.isResolvable() && defects.get().knows(name, reader), directory.systems(),
                probe -> probes.isResolvable() ? probes.get().problems(probe) : List.of("Nothing measures probes here."),
                signals.isResolvable() && signals.get().receivesAlerts());
    }
}
