package dev.blackstart.drills.check;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.drills.FaultTargets;
import dev.blackstart.driver.Driver;
import dev.blackstart.driver.Drivers;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;

/** What the drills are done with is switched on here. */
@ApplicationScoped
class DriversCheck implements GateCheck {

    /** From this intensity on. */
    private static final int ARMED_AT_TARGET = 4;

    private final Drivers drivers;

    DriversCheck(Drivers drivers) {
        this.drivers = drivers;
    }

    @Override
    public GateKey key() {
        return GateKey.DRIVERS;
    }

    @Override
    public Answer check(Exercise exercise) {
        return answer(exercise.plan(), exercise.plan().drills().stream().flatMap(drill -> problems(exercise, drill)));
    }

    /** @param problems asked for only where all drivers are switched on */
    private Answer answer(PlanDocument plan, Stream<String> problems) {
        if (plan.drills().isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        List<String> off = plan.drills().stream().flatMap(DriversCheck::calls)
                .map(settings -> settings.get("driver").asText())
                .filter(name -> !drivers.switchedOn().contains(name)).distinct().sorted().toList();
        if (!off.isEmpty()) {
            return Answer.fail("Switch on the drivers or use manual: " + String.join(", ", off) + ".");
        }
        List<String> found = problems.toList();
        if (!found.isEmpty()) {
            return Answer.fail(String.join(" ", found));
        }
        List<String> alone = withoutDeadMan(plan);
        return alone.isEmpty() ? Answer.PASS
                : Answer.fail(
                        "In production, from intensity 4, the target itself must revert when the platform cannot. Use a driver "
                                + "that arms its revert at the target for " + String.join(", ", alone) + ".");
    }

    /** Under the exercise's lock, so nothing outside is asked: the call itself refuses what is not its target's. */
    @Override
    public Answer checkBeforeFault(Exercise exercise, PlanDocument.Drill drill) {
        return answer(exercise.plan(), Stream.empty());
    }

    private static Stream<JsonNode> calls(PlanDocument.Drill drill) {
        return Stream.of(drill.fault(), drill.revert(), drill.otherwise())
                .filter(settings -> settings != null && settings.has("driver"));
    }

    /** Why calls that the drill needs cannot be made here. */
    private Stream<String> problems(Exercise exercise, PlanDocument.Drill drill) {
        List<TargetSystem> targets = FaultTargets.of(exercise, drill.targets());
        return calls(drill).flatMap(settings -> drivers.of(settings).stream()
                .flatMap(driver -> driver.problems(settings, targets).stream()))
                .distinct().map(problem -> drill.key() + ": " + problem);
    }

    /** Drills in production whose fault stays when every replica of the platform is gone. */
    private List<String> withoutDeadMan(PlanDocument plan) {
        return plan.intensity() < ARMED_AT_TARGET ? List.of()
                : plan.drills().stream().filter(drill -> plan.environmentOf(drill) == Environment.PRODUCTION)
                        .filter(drill -> drivers.of(drill.revert())
                                .map(driver -> driver.deadMan() == Driver.DeadMan.PLATFORM).orElse(true))
                        .map(PlanDocument.Drill::key).toList();
    }
}
