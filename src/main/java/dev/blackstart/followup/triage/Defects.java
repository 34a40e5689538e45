package dev.blackstart.followup.triage;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.findings.Finding;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.Deadlines;
import dev.blackstart.followup.action.FollowupJournal;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.DefectDraft;
import dev.blackstart.followup.defect.DefectDraft.Links;
import dev.blackstart.followup.defect.DefectEvent.DefectAccepted;
import dev.blackstart.followup.defect.DefectEvent.DefectChanged;
import dev.blackstart.followup.defect.DefectEvent.DefectOpened;
import dev.blackstart.followup.defect.DefectEvent.DefectReopened;
import dev.blackstart.followup.defect.DefectEvent.DefectWithdrawn;
import dev.blackstart.followup.defect.DefectNames;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.followup.retest.Retest;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Opens defects for findings, merges findings into them, accepts their risk; each change in the journal of their exercise. */
@ApplicationScoped
public class Defects {

    private static final int MOST_FINDINGS = 100;
    private static final int LONGEST_ACCEPTED = 366;

    private final Clock clock;
    private final FollowupAccess followupAccess;
    private final Recurrence recurrence;
    private final FollowupJournal followupJournal;
    private final RandomGenerator random = new SecureRandom();

    Defects(Clock clock, FollowupAccess followupAccess, Recurrence recurrence, FollowupJournal followupJournal) {
        this.clock = clock;
        this.followupAccess = followupAccess;
        this.recurrence = recurrence;
        this.followupJournal = followupJournal;
    }

    /**
     * Confirms findings as a defect of the first one's exercise; without any, makes one of a single point of failure that was
     * found while preparing. Whoever does so may triage all of them.
     */
    public UUID open(List<UUID> findingIds, DefectDraft draft, String actor) {
        boolean found = findingIds != null && !findingIds.isEmpty();
        if (!found && draft.namesPoint()) {
            return open(followupAccess.point(draft.singlePoint()), draft, actor);
        }
        if (!found || findingIds.size() > MOST_FINDINGS) {
            throw Problem.invalid("findings", "Name the findings that show the defect, at most " + MOST_FINDINGS
                    + ", or the singlePoint of failure that it is.");
        }
        Map<UUID, UUID> exercises = new LinkedHashMap<>();
        for (UUID id : findingIds) {
            Finding finding = id == null ? null : Finding.findById(id);
            if (finding == null || !followupAccess.sees(finding)) {
                throw Problem.invalid("findings", "There is no finding " + id + ".");
            }
            followupAccess.mustTriage(finding.exerciseId);
            exercises.put(id, finding.exerciseId);
        }
        UUID earlier = earlier(draft);
        SinglePoint point = followupAccess.point(draft.singlePoint());
        return QuarkusTransaction.requiringNew().call(() -> open(exercises, draft, earlier, point, actor));
    }

    private UUID open(SinglePoint point, DefectDraft draft, String actor) {
        followupAccess.mustTriage(point);
        UUID earlier = earlier(draft);
        return QuarkusTransaction.requiringNew().call(() -> {
            Exercise home = Exercise.lock(point.exerciseId);
            Instant at = clock.instant();
            if (Defect.isOpenFor(point)) {
                throw Problem.conflict("There is a defect of " + point.reference + " already; see what refers to it.");
            }
            Defect defect = new Defect(DefectNames.fresh(random), home.id, home.plan().environment(),
                    draft.description(point, new Links(earlier, point.id)), actor, at);
            defect.ofPointAlone = true;
            defect.persist();
            followupJournal.defect(home, DefectOpened::new, defect, null, actor, at);
            alarm(home, defect, recurrence.stillOpen(defect), actor, at);
            return defect.id;
        });
    }

    private UUID earlier(DefectDraft draft) {
        return draft.isRecurrence() ? followupAccess.named("recurrenceOf", draft.recurrenceOf()).id : null;
    }

    private UUID open(Map<UUID, UUID> exerciseOf, DefectDraft draft, UUID earlier, SinglePoint point, String actor) {
        Map<UUID, Exercise> locked = new LinkedHashMap<>();
        new TreeSet<>(exerciseOf.values()).forEach(id -> locked.put(id, Exercise.lock(id)));
        Instant at = clock.instant();
        List<Finding> findings = exerciseOf.keySet().stream().map(id -> Finding.<Finding> findById(id)).toList();
        for (Finding finding : findings) {
            if (finding.defectId != null) {
                throw Problem.conflict("This finding shows a defect already; merge others into that one.").with("finding",
                        finding.id);
            }
        }
        Finding first = findings.get(0);
        Exercise home = locked.get(first.exerciseId);
        PlanDocument.Drill drill = drill(home, first);
        Defect defect = new Defect(DefectNames.fresh(random), home.id,
                drill == null ? home.plan().environment() : home.plan().environmentOf(drill),
                draft.description(first, home.plan(), drill, new Links(earlier, draft.pointOr(point, first))), actor, at);
        defect.persist();
        followupJournal.defect(home, DefectOpened::new, defect, null, actor, at);
        for (Finding finding : findings) {
            finding.confirm(defect.id, actor, at);
            followupJournal.finding(locked.get(finding.exerciseId), finding, defect, actor, at);
        }
        alarm(home, defect, recurrence.stillOpen(defect), actor, at);
        return defect.id;
    }

    /** The drill that a finding belongs to, or null. */
    static PlanDocument.Drill drill(Exercise exercise, Finding finding) {
        Drill drill = finding.drillId == null ? null : Drill.findById(finding.drillId);
        return drill == null ? null : exercise.plan().drill(drill.key).orElse(null);
    }

    private void alarm(Exercise exercise, Defect defect, ActionItem open, String actor, Instant at) {
        if (open != null) {
            defect.alarm(open.id);
            followupJournal.alarm(exercise, defect, open, actor, at);
        }
    }

    /** One more finding shows it; if that is of another exercise while an action was still open, it has recurred. */
    void merge(Exercise exercise, Finding finding, UUID into, String actor, Instant at) {
        Defect defect = Defect.lock(into);
        if (defect == null) {
            throw Problem.conflict("The defect was withdrawn meanwhile; look again.");
        }
        finding.confirm(defect.id, actor, at);
        followupJournal.finding(exercise, finding, defect, actor, at);
        if (!exercise.id.equals(defect.exerciseId)) {
            alarm(exercise, defect, Recurrence.firstUndone(defect), actor, at);
        }
        if (defect.state == Defect.State.VERIFIED || defect.state == Defect.State.FIXED) {
            defect.reopen();
            followupJournal.defect(exercise, DefectReopened::new, defect, "it was found again", actor, at);
        }
    }

    /** A defect that nothing shows any more, and on which nothing hangs, was a mistake of triage. */
    void withdrawIfBare(Exercise exercise, UUID id, String actor, Instant at) {
        Defect defect = Defect.lock(id);
        boolean bare = defect != null && !defect.ofPointAlone && isUnseen(id) && ActionItem.count("defectId", id) == 0
                && Retest.count("defectId", id) == 0 && Defect.count("recurrenceOf", id) == 0;
        if (bare) {
            followupJournal.defect(exercise, DefectWithdrawn::new, defect, null, actor, at);
            defect.delete();
        }
    }

    private static boolean isUnseen(UUID defectId) {
        return Finding.count("defectId", defectId) == 0;
    }

    /** Says it in other words; what is left out stays. */
    public void change(UUID id, DefectDraft draft, String actor) {
        UUID earlier = earlier(draft);
        SinglePoint point = followupAccess.point(draft.singlePoint());
        if (id.equals(earlier)) {
            throw Problem.invalid("recurrenceOf", "A defect is not itself again; name an earlier one.");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Exercise exercise = Exercise.lock(Defect.homeOf(id));
            Defect defect = Defect.lock(id);
            Instant at = clock.instant();
            boolean newlyAgain = earlier != null && !earlier.equals(defect.recurrenceOf);
            defect.describe(draft.over(defect, new Links(earlier, point == null ? kept(draft, defect) : point.id)));
            ActionItem.of(defect.id).forEach(action -> action.rank(defect.rank()));
            followupJournal.defect(exercise, DefectChanged::new, defect, null, actor, at);
            if (newlyAgain) {
                alarm(exercise, defect, recurrence.stillOpen(defect), actor, at);
            }
        });
    }

    /** Whoever leaves the field empty takes off what they see there, and nothing that is hidden from them. */
    private UUID kept(DefectDraft draft, Defect defect) {
        boolean taken = draft.singlePoint() != null && followupAccess.point(defect.singlePointId) != null;
        if (taken && isUnseen(defect.id)) {
            throw Problem.invalid("singlePoint", "Nothing else shows this defect; name another single point of failure.");
        }
        return taken ? null : defect.singlePointId;
    }

    /** @param to accepted or open */
    public void move(UUID id, String to, String reason, String approver, String until, ExerciseAccess by) {
        switch (to == null ? "" : to) {
            case "accepted" -> accept(id, reason, approver, until, by);
            case "open" -> reopen(id, reason, by);
            default -> throw Problem.invalid("to", "to is accepted or open; fixed and verified follow from its actions.");
        }
    }

    /** A risk that somebody answers for. @param until a day or an instant */
    private void accept(UUID id, String reason, String approver, String until, ExerciseAccess by) {
        by.must(Permission.CLOSE);
        TextLimits.reason("reason", reason, "Say why the risk is worth taking.");
        if (approver != null && !approver.isBlank() && !approver.equals(by.viewer())) {
            throw Problem.invalid("approver", "Nobody accepts a risk in somebody else's name; let " + approver + " do it.");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Exercise exercise = Exercise.lock(Defect.homeOf(id));
            Defect defect = Defect.lock(id);
            Instant at = clock.instant();
            Instant end = Deadlines.end("until", until, exercise.zoneId());
            if (end == null || !end.isAfter(at) || end.isAfter(Deadlines.end(at, LONGEST_ACCEPTED, exercise.zoneId()))) {
                throw Problem.invalid("until", "Say until when, at most a year ahead; then it is looked at again.");
            }
            defect.accept(reason.strip(), by.viewer(), end);
            followupJournal.defect(exercise, DefectAccepted::new, defect, defect.acceptedReason, by.viewer(), at);
        });
    }

    /** It has to be looked at again. */
    private void reopen(UUID id, String reason, ExerciseAccess by) {
        by.must(Permission.TRIAGE);
        TextLimits.reason("reason", reason, "Say what shows that it is not done.");
        QuarkusTransaction.requiringNew().run(() -> {
            Exercise exercise = Exercise.lock(Defect.homeOf(id));
            Defect defect = Defect.lock(id);
            if (defect.state != Defect.State.OPEN) {
                defect.reopen();
                followupJournal.defect(exercise, DefectReopened::new, defect, reason.strip(), by.viewer(), clock.instant());
            }
        });
    }

}
