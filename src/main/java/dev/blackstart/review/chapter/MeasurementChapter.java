package dev.blackstart.review.chapter;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.FailureMode;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.Runbook;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.clock.ClockMarked;
import dev.blackstart.drills.clock.ClockReading;
import dev.blackstart.drills.clock.Mark;
import dev.blackstart.drills.impact.FailureModeObserved;
import dev.blackstart.drills.impact.ImpactRecorded;
import dev.blackstart.drills.runbook.Deviation;
import dev.blackstart.drills.runbook.RunbookStepRecorded;
import dev.blackstart.drills.runbook.StepTimes;
import dev.blackstart.drills.signal.AlertRated;
import dev.blackstart.drills.signal.ExpectedAlertEvent;
import dev.blackstart.drills.signal.ExpectedAlertEvent.ExpectedAlertCame;
import dev.blackstart.evaluation.assumption.AssumptionChecked;
import dev.blackstart.exercise.ClockEvent;
import dev.blackstart.exercise.ClockTurns;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.review.draft.Measurements;
import dev.blackstart.review.draft.Measurements.Alert;
import dev.blackstart.review.draft.Measurements.Assumption;
import dev.blackstart.review.draft.Measurements.Impact;
import dev.blackstart.review.draft.Measurements.Mode;
import dev.blackstart.review.draft.Measurements.OfDrill;
import dev.blackstart.review.draft.Measurements.Rated;
import dev.blackstart.review.draft.Measurements.Said;
import dev.blackstart.review.draft.Measurements.Step;
import dev.blackstart.review.draft.Measurements.Time;
import dev.blackstart.review.draft.ReportEntry;
import dev.blackstart.review.draft.ReportFacts;

/** Clocks, alerts, impact, failure modes and runbook steps: what was expected and what was observed. */
public final class MeasurementChapter implements Chapter {

    private final PlanDocument plan;
    private final ReportFacts facts;
    private final Map<String, Course> courses = new LinkedHashMap<>();
    private final Map<String, Mode> modes = new LinkedHashMap<>();
    private final Map<String, Assumption> assumptions = new LinkedHashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final ProbeChapter probes;
    private final ClockTurns turns;
    private long clock;
    private final StepTimes times = new StepTimes();

    public MeasurementChapter(PlanDocument plan, ReportFacts facts) {
        this.plan = plan;
        this.facts = facts;
        this.probes = new ProbeChapter(plan, facts.lastMeasured());
        this.turns = new ClockTurns(facts.speed());
        plan.drills().forEach(drill -> courses.put(drill.key(), new Course(drill)));
        plan.scenario().assumptions().forEach(one -> assumptions.put(one.key(),
                new Assumption(one.key(), one.text(), null, null, null)));
        for (FailureMode mode : plan.scenario().failureModes()) {
            modes.put(mode.key(), new Mode(mode.key(), mode.text(), mode.designed(), null, null, null));
        }
    }

    /** What was recorded of one drill. */
    private static final class Course {
        private final PlanDocument.Drill planned;
        private final List<Mark> marks = new ArrayList<>();
        private final Map<String, Alert> alerts = new LinkedHashMap<>();
        private final Map<String, Rated> rated = new LinkedHashMap<>();
        private final Map<String, Impact> impact = new LinkedHashMap<>();
        private Instant injectedAt;

        Course(PlanDocument.Drill planned) {
            this.planned = planned;
        }

        void alert(ExpectedAlertEvent event) {
            if (event instanceof ExpectedAlertCame came) {
                alerts.put(event.alert(), new Alert(event.alert(), came.late() ? "late" : "came", came.source(),
                        injectedAt == null || came.cameAt().isBefore(injectedAt) ? null
                                : Duration.between(injectedAt, came.cameAt())));
            } else {
                alerts.put(event.alert(), new Alert(event.alert(), "missed", null, null));
            }
        }
    }

    @Override
    public void read(ReportEntry told) {
        probes.read(told);
        clock = Math.max(clock, ExerciseClock.micros(told.clock()));
        if (told.event() instanceof ClockEvent turn) {
            turns.add(told.at(), ExerciseClock.micros(told.clock()), turn.runs());
        } else if (told.event() instanceof FaultInjected injected && courses.containsKey(injected.drill())) {
            courses.get(injected.drill()).injectedAt = told.at();
        } else if (told.event() instanceof ClockMarked marked && courses.containsKey(marked.drill())) {
            courses.get(marked.drill()).marks.add(marked.mark(told.actor()));
        } else if (told.event() instanceof ExpectedAlertEvent alert && courses.containsKey(alert.drill())) {
            courses.get(alert.drill()).alert(alert);
        } else if (told.event() instanceof AlertRated rated && courses.containsKey(rated.drill())) {
            courses.get(rated.drill()).rated.put(rated.alert() + " " + told.actor(),
                    new Rated(rated.name(), rated.source(), rated.rating(), told.actor()));
        } else if (told.event() instanceof ImpactRecorded impact && courses.containsKey(impact.drill())) {
            courses.get(impact.drill()).impact.put(told.actor(), new Impact(told.actor(), impact.customers(),
                    impact.failedRequests(), impact.dataLost(), impact.p99(), impact.experience()));
        } else if (told.event() instanceof FailureModeObserved observed) {
            modes.computeIfPresent(observed.mode(), (key, before) -> new Mode(key, before.text(), before.designed(),
                    observed.outcome(), observed.observed(), told.actor()));
        } else if (told.event() instanceof AssumptionChecked checked) {
            assumptions.computeIfPresent(checked.assumption(), (key, before) -> new Assumption(key, before.text(),
                    checked.outcome(), checked.note(), told.actor()));
        } else if (told.event() instanceof RunbookStepRecorded recorded) {
            step(recorded, told);
        }
    }

    /** A correction keeps the time at which the step was first recorded. */
    private void step(RunbookStepRecorded recorded, ReportEntry told) {
        String name = recorded.runbook() + " " + recorded.step();
        Step before = steps.get(name);
        Runbook runbook = plan.runbooks().stream().filter(one -> one.key().equals(recorded.runbook())).findFirst().orElse(null);
        Duration expected = runbook == null ? null
                : runbook.step(recorded.step()).map(Runbook.Step::expected).map(length -> length.onClock()).orElse(null);
        Duration took = before == null ? times.took(recorded.runbook(), told.clock()) : before.took();
        steps.put(name, new Step(runbook == null ? recorded.runbook() : runbook.title(), recorded.text(), recorded.state(),
                recorded.deviation() == null ? null
                        : Deviation.valueOf(recorded.deviation().toUpperCase().replace('-', '_')).words(),
                recorded.note(), recorded.proposed(), before == null ? told.at() : before.at(),
                before == null ? told.clock() : before.clock(), took, expected,
                told.actor()));
    }

    /** @param endedAt ENDEX; null before it */
    public Measurements measurements(Instant endedAt) {
        return new Measurements(
                courses.values().stream().filter(course -> course.injectedAt != null).map(course -> drill(course, endedAt))
                        .toList(),
                List.copyOf(modes.values()), List.copyOf(steps.values()),
                probes.probes(endedAt == null ? facts.asOf() : endedAt), List.copyOf(assumptions.values()));
    }

    private OfDrill drill(Course course, Instant endedAt) {
        PlanDocument.Drill planned = course.planned;
        List<Time> clocks = ClockReading
                .of(planned.clockTargets(), course.injectedAt, endedAt, course.marks, facts.asOf(), facts.speed()).stream()
                .map(this::time).toList();
        return new OfDrill(planned.key(), planned.title(), planned.recoveredWhen(), planned.userExperience(), clocks,
                List.copyOf(course.alerts.values()), List.copyOf(course.rated.values()), List.copyOf(course.impact.values()));
    }

    private static String author(Mark counted) {
        return counted == null || counted.source().isMeasured() ? null : counted.author();
    }

    private Time time(ClockReading reading) {
        Duration at = reading.counted() == null ? null
                : Duration.of(turns.position(reading.counted().at(), clock), ChronoUnit.MICROS);
        return new Time(reading.clock().key(), reading.clock().longName(), reading.clock().letter(), reading.state(),
                reading.words(), reading.length(), at, reading.target(), reading.over(), reading.differs(), reading.by(),
                author(reading.counted()),
                reading.marks().stream().map(mark -> new Said(mark.at(), mark.source().key(), mark.author(), mark.basis(),
                        mark.how(), mark.path(), mark.extent())).toList());
    }
}
