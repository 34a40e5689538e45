package dev.blackstart.rehearsal;

import java.util.List;
import java.util.stream.Stream;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.planning.ExerciseClock;
import dev.blackstart.web.Texts;

/** A rehearsal as far as it has come: everything that its flaws are found from. */
record Rehearsed(PlanDocument plan, List<Step> steps, Cast cast, Happened happened, Forecast forecast) {

    static Rehearsed of(PlanDocument plan, List<Step> steps, Cast cast, Happened happened) {
        return new Rehearsed(plan, steps, cast, happened, new Forecast(steps));
    }

    /** Found from the plan, the timeline and the journal alone, whether it still runs or is over. */
    List<Flaw> flaws() {
        return Stream.of(Somebody.look(this), Instants.look(this), Contingencies.look(this), FaultsLeft.look(this),
                Idle.look(this), Unfinished.look(this)).flatMap(List::stream).toList();
    }

    Flaw flaw(String kind, Step step, String says, String advice) {
        return new Flaw(kind, step.key(), step.body().inWords(plan), says, advice);
    }

    /** Where the timeline ends; null where only a person ends it. */
    Long end() {
        return happened.byItself() ? happened.ended() : forecast.end();
    }

    static String clock(long position) {
        return Texts.clock(ExerciseClock.text(position));
    }
}
