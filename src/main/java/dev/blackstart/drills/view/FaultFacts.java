package dev.blackstart.drills.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.AttemptSettings;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultAttempt;
import dev.blackstart.drills.FaultState;
import dev.blackstart.drills.Faults;
import dev.blackstart.driver.Drivers;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.page.Question.Fact;
import dev.blackstart.people.Directory;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.web.Texts;

/**
 * What control staff have to know before they arm a fault: targets, hypothesis, how it is injected and reverted, for how long,
 * and by whom.
 */
@ApplicationScoped
public class FaultFacts {

    private static final Set<String> REVERT = Set.of("Targets", "Environment", "Revert", "Owner");

    private final Drivers drivers;
    private final Directory directory;

    FaultFacts(Drivers drivers, Directory directory) {
        this.drivers = drivers;
        this.directory = directory;
    }

    /** In the order in which they are read before a fault is armed. */
    public List<Fact> of(Exercise exercise, String drillKey) {
        PlanDocument plan = exercise.plan();
        PlanDocument.Drill drill = plan.drill(drillKey).orElseThrow();
        Duration longest = Faults.longest(exercise, drill);
        String controllers = controllers(exercise);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Targets", targets(plan, drill)));
        facts.add(new Fact("Environment", plan.environmentOf(drill).name().toLowerCase()));
        facts.add(new Fact("Hypothesis", drill.hypothesis() == null ? "none given" : drill.hypothesis()));
        facts.add(new Fact("Inject", step(drill.fault(), "inject", controllers)));
        facts.add(new Fact("Revert", step(drill.revert(), "revert", controllers)));
        facts.add(new Fact("Maximum duration",
                Texts.brief(longest) + ", then " + (isManual(drill.revert()) ? "it must be reverted by hand"
                        : "the platform reverts it automatically")));
        facts.add(new Fact("Owner", drill.owner() == null ? "nobody" : name(drill.owner())));
        facts.add(new Fact("On NO DUFF", drill.holdsOnNoDuff() ? "it stays, if the plan is approved so" : "it is reverted"));
        return facts;
    }

    /** What is read before a revert is confirmed: nothing that was to be done before it. */
    public List<Fact> ofRevert(Exercise exercise, String drillKey) {
        return of(exercise, drillKey).stream().filter(fact -> REVERT.contains(fact.name())).toList();
    }

    /** What people have to know of one that may be active. */
    public ActiveFault active(Exercise exercise, Drill drill) {
        PlanDocument.Drill planned = exercise.plan().drill(drill.key).orElseThrow();
        JsonNode next = drill.state == FaultState.ARMED ? planned.fault() : planned.revert();
        List<DriverCallLine> calls = new ArrayList<>(FaultAttempt.of(drill.id).stream().map(DriverCallLine::of).toList());
        Collections.reverse(calls);
        return new ActiveFault(drill.key, drill.title, drill.state.key(), drill.armedAt,
                drill.state == FaultState.ARMED ? byHand(planned.fault()) : null,
                byHand(AttemptSettings.revertNow(drill, planned, drivers)),
                controllers(exercise), drill.revertBy, drill.failure, drivers.automatic(next).isPresent(), calls);
    }

    private String byHand(JsonNode settings) {
        return isManual(settings)
                ? settings == null ? "Nothing is planned." : settings.path("instruction").asText("Do it by hand.")
                : null;
    }

    /** Whether a person has to do it. */
    private boolean isManual(JsonNode settings) {
        return settings == null || !drivers.switchedOn().contains(settings.path("driver").asText())
                || drivers.instruction(settings) != null;
    }

    private String step(JsonNode settings, String verb, String controllers) {
        if (settings == null) {
            return "nothing is planned";
        }
        return isManual(settings)
                ? "By hand: " + settings.path("instruction").asText("no instruction given") + " " + controllers + " must "
                        + verb + " it and confirm."
                : "Automatically, by the driver " + settings.path("driver").asText() + ".";
    }

    private static String targets(PlanDocument plan, PlanDocument.Drill drill) {
        Map<String, String> known = SystemEntry.among(drill.targets()).stream()
                .collect(Collectors.toMap(system -> system.key, system -> system.name));
        plan.systems().stream().filter(system -> system.name() != null)
                .forEach(system -> known.put(system.key(), system.name()));
        return drill.targets().isEmpty() ? "none named"
                : drill.targets().stream().map(key -> known.containsKey(key) ? known.get(key) + " (" + key + ")" : key)
                        .collect(Collectors.joining(", "));
    }

    /** Whoever may confirm what is done by hand, by name. */
    private String controllers(Exercise exercise) {
        List<RosterEntry> all = RosterEntry.of(exercise.id);
        List<String> keys = keys(all, ExerciseRole.CONTROLLER);
        List<String> meant = keys.isEmpty() ? keys(all, ExerciseRole.DIRECTOR) : keys;
        Map<String, String> names = directory.names(meant);
        return meant.isEmpty() ? "A controller" : meant.stream().map(names::get).collect(Collectors.joining(" or "));
    }

    private static List<String> keys(List<RosterEntry> roster, ExerciseRole role) {
        return roster.stream().filter(entry -> entry.role == role).map(entry -> entry.person).distinct().toList();
    }

    private String name(String key) {
        return directory.names(List.of(key)).get(key);
    }
}
