package dev.blackstart.review.chapter;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.DrillJudged;
import dev.blackstart.drills.FaultEvent;
import dev.blackstart.drills.FaultEvent.DrillArmed;
import dev.blackstart.drills.FaultEvent.FaultHandedOver;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.FaultEvent.FaultRevertStarted;
import dev.blackstart.drills.FaultEvent.FaultReverted;
import dev.blackstart.journal.Journal;
import dev.blackstart.review.draft.ReportDraft.Fault;
import dev.blackstart.review.draft.ReportEntry;
import dev.blackstart.review.draft.ReportFacts;

/** What was done to targets, and how long it stood. */
public final class FaultChapter implements Chapter {

    private final ReportFacts facts;
    private final Map<String, Course> courses = new LinkedHashMap<>();

    public FaultChapter(PlanDocument plan, ReportFacts facts) {
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
        private ReportEntry verified;
        private ReportEntry judged;
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
        if (told.event() instanceof DrillJudged judged && courses.containsKey(judged.drill())) {
            courses.get(judged.drill()).judged = told;
            return;
        }
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
            course.reverted = null;
            course.verified = null;
        } else if (told.event() instanceof FaultReverted reverted) {
            reverted(course, told, reverted);
        } else if (told.is(FaultHandedOver.class)) {
            course.handedOver = true;
        }
    }

    /** What a probe saw, or somebody else after who reverted it, verifies it; whoever confirms what they did proves nothing. */
    private void reverted(Course course, ReportEntry told, FaultReverted reverted) {
        boolean seenToWork = Boolean.TRUE.equals(reverted.facts().verified());
        boolean measured = told.actor().equals(Journal.PLATFORM) && course.injected != null && !facts.isRehearsal();
        boolean bySomebodyElse = course.reverted != null && !course.reverted.actor().equals(told.actor());
        if (seenToWork && (measured || bySomebodyElse)) {
            course.verified = told;
        }
        if (course.reverted == null) {
            course.reverted = told;
        }
    }

    /** In the plan's order, with those that were not reached. */
    public List<Fault> faults() {
        return courses.values().stream().map(this::fault).toList();
    }

    private Fault fault(Course of) {
        PlanDocument.Drill drill = of.drill;
        DrillJudged judged = of.judged == null ? null : (DrillJudged) of.judged.event();
        Duration longest = drill.maxDuration() == null ? null : drill.maxDuration().onClock();
        return new Fault(drill.key(), drill.title(), drill.kind(), drill.owner(), drill.targets(), drill.hypothesis(),
                of.state(), at(of.armed), clock(of.armed), at(of.injected), clock(of.injected), actor(of.injected),
                at(of.reverting),
                at(of.reverted), clock(of.reverted), actor(of.reverted), between(of.armed, of.injected),
                between(of.injected, of.reverted), between(of.reverting, of.reverted), longest, isOverdue(of, longest),
                verified(of), actor(of.verified), of.reverting == null ? null : ((FaultEvent) of.reverting.event()).why(),
                judged == null ? null : judged.result(), judged == null ? null : judged.reason(), actor(of.judged));
    }

    private static Boolean verified(Course of) {
        return of.verified != null ? Boolean.TRUE : isSeenToHaveFailed(of) ? Boolean.FALSE : null;
    }

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
