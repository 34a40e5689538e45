package dev.blackstart.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.CallTree;
import dev.blackstart.people.Addressees;
import dev.blackstart.rehearsal.RosterSnapshot.Seat;

/** People on the roster who have nothing to do: not asked, not told anything of their own, not called. */
final class IdleParticipants {

    private static final String KIND = "idle";

    private IdleParticipants() {
    }

    static List<PlanIssue> look(RehearsalRun it) {
        List<PlanIssue> flaws = new ArrayList<>();
        boolean nothingToJudge = it.plan().objectives().isEmpty()
                && it.steps().stream().noneMatch(step -> step.body() instanceof Body.Expectation);
        for (Seat seat : it.cast().seats()) {
            if (it.cast().away().contains(seat.person())) {
                continue;
            }
            if (it.end() != null && seat.from() != null && seat.from() >= it.end()) {
                flaws.add(flaw(seat, "The shift begins at " + RehearsalRun.clock(seat.from()) + ", when it is over.",
                        "Let the shift begin before ENDEX."));
            } else if (seat.role().equals("player") && !hasPart(it, seat.person())) {
                flaws.add(flaw(seat, "Plays, and is asked nothing, told nothing of their own and called by nobody.",
                        "Give them or their team an expectation, a message or a place in a call tree; or let them observe."));
            } else if (seat.role().equals("evaluator") && nothingToJudge) {
                flaws.add(flaw(seat, "Evaluates, and there is neither an objective nor an expectation.",
                        "Write objectives that can be measured, and expectations."));
            }
        }
        return flaws;
    }

    private static PlanIssue flaw(Seat seat, String says, String advice) {
        return new PlanIssue(KIND, null, seat.person() + ", " + seat.role().replace('-', ' '), says, advice);
    }

    /** What everyone is told is no part of one's own; what everyone is asked is. */
    private static boolean hasPart(RehearsalRun it, String person) {
        return it.plan().drills().stream().anyMatch(drill -> person.equals(drill.owner()))
                || it.plan().callTrees().stream().anyMatch(tree -> names(tree.root(), it, person))
                || it.steps().stream().anyMatch(step -> concerns(it, step, person));
    }

    private static boolean concerns(RehearsalRun it, RehearsalStep step, String person) {
        if (step.body() instanceof Body.Handover handover) {
            return person.equals(handover.from()) || person.equals(handover.to());
        }
        List<String> keys = step.body().audience();
        boolean broadcast = step.body() instanceof Body.Message && keys.contains(Addressees.EVERYONE);
        return !broadcast && it.cast().meant(keys).contains(person);
    }

    private static boolean names(CallTree.Node node, RehearsalRun it, String person) {
        return person.equals(node.person()) || node.alternates().contains(person)
                || node.onDuty() != null && it.cast().teams().getOrDefault(node.onDuty(), Set.of()).contains(person)
                || node.calls().stream().anyMatch(next -> names(next, it, person));
    }
}
