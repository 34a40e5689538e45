package dev.blackstart.review.chapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.conduct.ExerciseEvent.CaughtUp;
import dev.blackstart.conduct.ExerciseEvent.ExerciseClosed;
import dev.blackstart.conduct.ExerciseEvent.ExerciseEnded;
import dev.blackstart.conduct.ExerciseEvent.ExercisePaused;
import dev.blackstart.conduct.ExerciseEvent.ExerciseResumed;
import dev.blackstart.conduct.ExerciseEvent.ExerciseStarted;
import dev.blackstart.conduct.ExerciseEvent.NoDuffCalled;
import dev.blackstart.conduct.ExerciseEvent.ReasonGiven;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.review.draft.ReportDraft.Header;
import dev.blackstart.review.draft.ReportDraft.NoDuff;
import dev.blackstart.review.draft.ReportDraft.Pause;
import dev.blackstart.review.draft.ReportEntry;
import dev.blackstart.review.draft.ReportFacts;

/** When it began, stood, went on and ended. */
public final class LifeChapter implements Chapter {

    private final PlanDocument plan;
    private final ReportFacts facts;
    private final List<Pause> pauses = new ArrayList<>();
    private final List<NoDuff> noDuffs = new ArrayList<>();

    private ReportEntry startex;
    private ReportEntry endex;
    private String outcome;
    private String endReason;
    private boolean closed;

    /** Where the clock was last set running. */
    private ReportEntry ran;

    public LifeChapter(PlanDocument plan, ReportFacts facts) {
        this.plan = plan;
        this.facts = facts;
    }

    @Override
    public void read(ReportEntry told) {
        JournalEvent event = told.event();
        if (event instanceof ExerciseStarted) {
            startex = told;
            ran = told;
        } else if (event instanceof ExercisePaused paused) {
            pauses.add(new Pause(paused.cause(), since(told, paused), null, told.clock(), null, null, told.actor(), null, null,
                    null, null));
        } else if (event instanceof ExerciseResumed) {
            endPause(told, told.actor());
            ran = told;
        } else if (event instanceof CaughtUp caughtUp) {
            change(pause -> new Pause(pause.cause(), pause.from(), pause.until(), pause.clock(), pause.clockAfter(),
                    pause.length(), pause.by(), pause.reason(), pause.resumedBy(), caughtUp.catchUp(), pause.resumeReason()));
        } else if (event instanceof ReasonGiven reason) {
            explain(reason);
        } else if (event instanceof NoDuffCalled call) {
            callNoDuff(told, call);
        } else if (event instanceof ExerciseEnded end) {
            endPause(told, null);
            endex = told;
            outcome = end.outcome();
        } else if (event instanceof ExerciseClosed) {
            closed = true;
        }
    }

    /** An outage is noticed when it is over: it stood since where its clock stands. */
    private Instant since(ReportEntry pausex, ExercisePaused paused) {
        if (!paused.afterOutage() || ran == null) {
            return pausex.at();
        }
        return ran.at().plus(pausex.clock().minus(ran.clock()).dividedBy(facts.speed()));
    }

    private boolean stands() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).until() == null;
    }

    private void endPause(ReportEntry told, String by) {
        if (stands()) {
            change(pause -> new Pause(pause.cause(), pause.from(), told.at(), pause.clock(), told.clock(),
                    Duration.between(pause.from(), told.at()), pause.by(), pause.reason(), by, pause.catchUp(),
                    null));
        }
    }

    private void explain(ReasonGiven reason) {
        if (reason.ofEnd()) {
            endReason = reason.text();
        } else if (reason.ofResume()) {
            change(pause -> new Pause(pause.cause(), pause.from(), pause.until(), pause.clock(), pause.clockAfter(),
                    pause.length(), pause.by(), pause.reason(), pause.resumedBy(), pause.catchUp(), reason.text()));
        } else {
            change(pause -> new Pause(pause.cause(), pause.from(), pause.until(), pause.clock(), pause.clockAfter(),
                    pause.length(), pause.by(), reason.text(), pause.resumedBy(), pause.catchUp(), pause.resumeReason()));
        }
    }

    /** One that stood for another cause now stands for this one; after an outage somebody still has to choose. */
    private void callNoDuff(ReportEntry told, NoDuffCalled call) {
        noDuffs.add(new NoDuff(told.at(), told.clock(), told.actor(), call.text()));
        if (stands()) {
            change(pause -> "outage".equals(pause.cause()) ? pause
                    : new Pause("no-duff", pause.from(), null, pause.clock(), null, null, pause.by(), pause.reason(), null,
                            null, null));
        }
    }

    private void change(UnaryOperator<Pause> by) {
        if (!pauses.isEmpty()) {
            pauses.set(pauses.size() - 1, by.apply(pauses.get(pauses.size() - 1)));
        }
    }

    public boolean isOver() {
        return endex != null;
    }

    /** The one that stands is as long as it has been until now. */
    public List<Pause> pauses() {
        List<Pause> all = new ArrayList<>(pauses);
        all.replaceAll(pause -> pause.length() != null ? pause
                : new Pause(pause.cause(), pause.from(), null, pause.clock(), null, between(pause.from(), facts.asOf()),
                        pause.by(), pause.reason(), null, null, null));
        return List.copyOf(all);
    }

    public List<NoDuff> noDuffs() {
        return List.copyOf(noDuffs);
    }

    /** @throws IllegalStateException before STARTEX: there is no report yet */
    public Header header() {
        if (startex == null) {
            throw new IllegalStateException("exercise " + facts.id() + " has not begun");
        }
        Instant until = endex == null ? facts.asOf() : endex.at();
        Duration paused = pauses().stream().map(Pause::length).reduce(Duration.ZERO, Duration::plus);
        return new Header(facts.id(), plan.key(), facts.revision(), plan.name(), plan.coverName(), plan.type(),
                plan.environment(),
                plan.intensity(), plan.owner(), plan.schedule().notice(), facts.mode(), facts.speed(), facts.zone(), state(),
                facts.plannedStart(), startex.at(),
                startex.actor(), endex == null ? null : endex.at(), endex == null ? null : endex.actor(),
                outcome, endReason, between(startex.at(), until), paused, clock(),
                facts.asOf());
    }

    private String state() {
        return closed ? "closed" : isOver() ? "ended" : stands() ? "paused" : "running";
    }

    private Duration clock() {
        if (endex != null) {
            return endex.clock();
        }
        return stands() ? pauses.get(pauses.size() - 1).clock()
                : ran.clock().plus(between(ran.at(), facts.asOf()).multipliedBy(facts.speed()));
    }

    /** Never negative, however the clocks of two replicas differ. */
    private static Duration between(Instant from, Instant until) {
        return until.isBefore(from) ? Duration.ZERO : Duration.between(from, until);
    }
}
