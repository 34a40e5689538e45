package dev.blackstart.rehearsal;

import java.util.List;
import java.util.stream.Stream;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.web.Texts;

/** A rehearsal as far as it has come: everything that its flaws are found from. */
record RehearsalRun(PlanDocument plan, List<RehearsalStep> steps, RosterSnapshot cast, RehearsalOutcome happened,
        Forecast forecast) {

    static RehearsalRun of(PlanDocument plan, List<RehearsalStep> steps, RosterSnapshot cast, RehearsalOutcome happened) {
        return new RehearsalRun(plan, steps, cast, happened, new Forecast(steps));
    }

    /** Found from the plan, the timeline and the journal alone, whether it still runs or is over. */
    List<PlanIssue> flaws() {
        return Stream.of(AddresseeCheck.look(this), CollisionCheck.look(this), UnreachableItems.look(this),
                UnrevertedFaults.look(this),
                IdleParticipants.look(this), Unfinished.look(this)).flatMap(List::stream).toList();
    }

    PlanIssue flaw(String kind, RehearsalStep step, String says, String advice) {
        return new PlanIssue(kind, step.key(), step.body().inWords(plan), says, advice);
    }

    /** Where the timeline ends; null where only a person ends it. */
    Long end() {
        return happened.byItself() ? happened.ended() : forecast.end();
    }

    static String clock(long position) {
        return Texts.clock(ExerciseClock.text(position));
    }
}
