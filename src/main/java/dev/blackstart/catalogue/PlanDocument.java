package dev.blackstart.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A plan as its file says it: the typed reading of a tree that the schema and the rules have accepted. Lists are never null.
 */
public record PlanDocument(String key, String name, Type type, int intensity, Environment environment, String campaign,
        String owner, List<String> approvers, String team, String coverName, String playerBriefing,
        List<SystemUnderTest> systems,
        List<String> offLimits, Scenario scenario, List<Objective> objectives, Schedule schedule, List<Seat> roster,
        List<SimulatedParty> simCell, List<OutOfPlay> outOfPlay, List<Preparation> preparation, List<JsonNode> probes,
        List<Drill> drills, List<CallTree> callTrees, List<TimelineEntry> timeline, List<Runbook> runbooks) {

    public static final Set<String> CONTROL_STAFF = Set.of("director", "controller", "safety-officer", "evaluator");

    public PlanDocument {
        approvers = orEmpty(approvers);
        coverName = coverName == null ? "Exercise" : coverName;
        playerBriefing = playerBriefing == null ? "" : playerBriefing;
        systems = orEmpty(systems);
        offLimits = orEmpty(offLimits);
        scenario = scenario == null ? new Scenario("", null, null, null) : scenario;
        objectives = orEmpty(objectives);
        roster = orEmpty(roster);
        simCell = orEmpty(simCell);
        outOfPlay = orEmpty(outOfPlay);
        preparation = orEmpty(preparation);
        probes = orEmpty(probes);
        drills = orEmpty(drills);
        callTrees = orEmpty(callTrees);
        timeline = orEmpty(timeline);
        runbooks = orEmpty(runbooks);
    }

    public Optional<Drill> drill(String drillKey) {
        return drills.stream().filter(drill -> drill.key().equals(drillKey)).findFirst();
    }

    /** The plan's own object. */
    public Optional<JsonNode> probe(String probeKey) {
        return probes.stream().filter(probe -> probe.path("key").asText().equals(probeKey)).findFirst();
    }

    public Optional<CallTree> callTree(String treeKey) {
        return callTrees.stream().filter(tree -> tree.key().equals(treeKey)).findFirst();
    }

    /** What a drill is called; its key where the plan has none of it. */
    public String title(String drillKey) {
        return drill(drillKey).map(Drill::title).orElse(drillKey);
    }

    /** Where a drill takes place: where it says, or where the plan does. */
    public Environment environmentOf(Drill drill) {
        return drill.environment() == null ? environment : drill.environment();
    }

    /** Defects that an item is to prove mended; {@code key.team} is the plan's item repeated for a team. */
    public List<String> retestsOf(String itemKey) {
        return timeline.stream()
                .filter(entry -> itemKey.equals(entry.key())
                        || entry.forEach() != null && itemKey.startsWith(entry.key() + "."))
                .findFirst().map(TimelineEntry::retests).orElse(List.of());
    }

    /** The highest environment that the plan or any of its drills touches: approvals and roles follow it. */
    public Environment highestEnvironment() {
        return drills.stream().map(Drill::environment).filter(own -> own != null && own.compareTo(environment) > 0)
                .max(Environment::compareTo).orElse(environment);
    }

    /** Whoever may read it besides masters of disaster: owner, approvers, control staff. */
    public Set<String> readers() {
        Set<String> readers = new LinkedHashSet<>(approvers);
        readers.add(owner);
        roster.stream().filter(seat -> CONTROL_STAFF.contains(seat.role()))
                .forEach(seat -> readers.add(seat.person()));
        return readers;
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    public enum Type {
        @JsonProperty("seminar")
        SEMINAR,
        @JsonProperty("workshop")
        WORKSHOP,
        @JsonProperty("tabletop")
        TABLETOP,
        @JsonProperty("game")
        GAME,
        @JsonProperty("drill")
        DRILL,
        @JsonProperty("functional")
        FUNCTIONAL,
        @JsonProperty("full-scale")
        FULL_SCALE
    }

    /** In ascending order of danger. */
    public enum Environment {
        @JsonProperty("development")
        DEVELOPMENT,
        @JsonProperty("staging")
        STAGING,
        @JsonProperty("production")
        PRODUCTION
    }

    public enum Notice {
        @JsonProperty("announced")
        ANNOUNCED,
        @JsonProperty("window")
        WINDOW,
        @JsonProperty("unannounced")
        UNANNOUNCED
    }

    /**
     * @param hosts names, addresses and networks that belong to it @param aliases other names of it
     * @param recoveryTarget recovery time objective, or null @param dataLossTarget recovery point objective, or null
     */
    public record SystemUnderTest(String key, String name, String site, String kind, List<String> carries, List<String> hosts,
            List<String> aliases, PlanDuration recoveryTarget, PlanDuration dataLossTarget) {
        public SystemUnderTest {
            carries = orEmpty(carries);
            hosts = orEmpty(hosts);
            aliases = orEmpty(aliases);
        }
    }

    public record Scenario(String story, List<Assumption> assumptions, List<String> knownDegraded,
            List<FailureMode> failureModes) {
        public Scenario {
            story = story == null ? "" : story;
            assumptions = orEmpty(assumptions);
            knownDegraded = orEmpty(knownDegraded);
            failureModes = orEmpty(failureModes);
        }
    }

    public record Assumption(String key, String text) {
    }

    /** @param services keys of the indispensable services that it is about */
    public record Objective(String key, String text, String capability, PlanDuration target, List<String> services) {
        public Objective {
            services = orEmpty(services);
        }
    }

    /** Absent parts take defaults: UTC, announced, manual start, no preparation. */
    public record Schedule(PlanDuration preparation, PlanDuration duration, String zone, Notice notice, String start,
            List<String> timeKnownTo, Window window, JsonNode repeat) {
        public Schedule {
            preparation = preparation == null ? new PlanDuration("P0D") : preparation;
            zone = zone == null ? "UTC" : zone;
            notice = notice == null ? Notice.ANNOUNCED : notice;
            start = start == null ? "manual" : start;
            timeKnownTo = orEmpty(timeKnownTo);
        }
    }

    /** Dates ({@code 2027-03-01}) or instants, as the plan writes them. */
    public record Window(String from, String until) {
    }

    /** @param skills what the seat needs */
    public record Seat(String person, String role, PlanDuration from, PlanDuration until, List<String> skills) {
        public Seat {
            skills = orEmpty(skills);
        }
    }

    public record SimulatedParty(@JsonProperty("for") String party, String person) {
    }

    public record OutOfPlay(String person, String reason) {
    }

    /** @param neutral what teams read where they may not know of the exercise; null without one */
    public record Preparation(String key, String team, String kind, String title, String neutral, PlanDuration due,
            boolean blocking) {
    }

    /** Probes' and drivers' own settings stay trees until the engine that reads them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Drill(String key, String kind, String title, String owner, Environment environment, List<String> targets,
            String hypothesis, JsonNode fault, JsonNode revert, PlanDuration maxDuration, String onNoDuff,
            List<JsonNode> expects, List<String> retests, String detection, String backout, BlastRadius blastRadius,
            ClockTargets clockTargets, String recoveredWhen, String userExperience) {
        public Drill {
            targets = orEmpty(targets);
            expects = orEmpty(expects);
            retests = orEmpty(retests);
            onNoDuff = onNoDuff == null ? "revert" : onNoDuff;
        }

        /** The revert that takes the place of one that failed or may not be used; null where the plan has none. */
        public JsonNode otherwise() {
            return revert == null ? null : revert.get("otherwise");
        }

        /** Whether its fault is to stay when a real emergency is called; only an approved plan may. */
        public boolean holdsOnNoDuff() {
            return onNoDuff.equals("hold");
        }
    }
}
