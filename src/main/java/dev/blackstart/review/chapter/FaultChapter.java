package dev.blackstart.review.chapter;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.FaultEvent;
import dev.blackstart.drills.FaultEvent.DrillArmed;
import dev.blackstart.drills.FaultEvent.FaultHandedOver;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.FaultEvent.FaultRevertStarted;
import dev.blackstart.drills.FaultEvent.FaultReverted;
import dev.blackstart.review.draft.ReportDraft.Facts;
import dev.blackstart.review.draft.ReportDraft.Fault;
import dev.blackstart.review.draft.ReportEntry;

/** What was done to targets, and how long it stood. */
public final class FaultChapter implements Chapter {

    private final Facts facts;
    private final Map<String, Course> courses = new LinkedHashMap<>();

    public FaultChapter(PlanDocument plan, Facts facts) {
        this.facts = facts;
        plan.drills().forEach(drill -> courses.put(drill.key(), new Course(drill)));
    }

    /** How far one fault has come. */
    private static final class Course {
        private final PlanDocument.Drill drill;
        private ReportEntry armed;
        private ReportEntry injected;
        private ReportEntry reverting;
        private ReportEntry reverted;
        private boolean handedOver;

        Course(PlanDocument.Drill drill) {
            this.drill = drill;
        }

        String state() {
            return handedOver ? "handed-over"
                    : reverted != null ? "reverted"
                            : reverting != null ? "reverting"
                                    : injected != null ? "injected"
                                            : armed != null ? "armed" : "planned";
        }
    }

    @Override
    public void read(ReportEntry told) {
        Course course = told.event() instanceof FaultEvent fault ? courses.get(fault.drill()) : null;
        if (course == null) {
            return;
        }
        if (told.is(DrillArmed.class)) {
            course.armed = told;
        } else if (told.is(FaultInjected.class)) {
            course.injected = told;
        } else if (told.is(FaultRevertStarted.class)) {
            course.reverting = told;
        } else if (told.is(FaultReverted.class)) {
            course.reverted = told;
        } else if (told.is(FaultHandedOver.class)) {
            course.handedOver = true;
        }
    }

    /** In the plan's order, with those that were not reached. */
    public List<Fault> faults() {
        return courses.values().stream().map(this::fault).toList();
    }

    private Fault fault(Course of) {
        PlanDocument.Drill drill = of.drill;
        Duration longest = drill.maxDuration() == null ? null : drill.maxDuration().onClock();
        return new Fault(drill.key(), drill.title(), drill.kind(), drill.owner(), drill.targets(), drill.hypothesis(),
                of.state(), at(of.armed), clock(of.armed), at(of.injected), clock(of.injected), actor(of.injected),
                at(of.reverting),
                at(of.reverted), clock(of.reverted), actor(of.reverted), between(of.armed, of.injected),
                between(of.injected, of.reverted), between(of.reverting, of.reverted), longest, isOverdue(of, longest),
                isSeenToHaveFailed(of) ? false : null, of.reverting == null ? null : ((FaultEvent) of.reverting.event()).why());
    }

    /** Whoever confirms a revert has as a rule done it themselves: that is their word, and proves nothing. */
    private static boolean isSeenToHaveFailed(Course of) {
        return of.reverted != null && ((FaultReverted) of.reverted.event()).seenToHaveFailed();
    }

    /** A rehearsal's time runs with its clock. */
    private boolean isOverdue(Course of, Duration longest) {
        ReportEntry since = of.injected != null ? of.injected : of.armed;
        return longest != null && of.reverting != null && since != null
                && !of.reverting.at().isBefore(since.at().plus(longest.dividedBy(facts.speed())));
    }

    /** To now where the end is missing; null where the beginning is. */
    private Duration between(ReportEntry from, ReportEntry until) {
        if (from == null) {
            return null;
        }
        Instant end = until == null ? facts.asOf() : until.at();
        return end.isBefore(from.at()) ? Duration.ZERO : Duration.between(from.at(), end);
    }

    private static Instant at(ReportEntry told) {
        return told == null ? null : told.at();
    }

    private static Duration clock(ReportEntry told) {
        return told == null ? null : told.clock();
    }

    private static String actor(ReportEntry told) {
        return told == null ? null : told.actor();
    }
}
