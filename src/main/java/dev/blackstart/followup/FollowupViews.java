package dev.blackstart.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.drills.DrillResult;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.ActionView;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.followup.retest.Retest;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Choice;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Shows defects and actions, each as this viewer may know it; the lists have been narrowed before. */
@RequestScoped
class FollowupViews {

    private final FollowupAccess followupAccess;
    private final Clock clock;
    private final Map<UUID, Exercise> exercises = new HashMap<>();
    private List<Team> teams;

    FollowupViews(FollowupAccess followupAccess, Clock clock) {
        this.followupAccess = followupAccess;
        this.clock = clock;
    }

    /** As it stands now, also when it was read before in this request. */
    DefectView defect(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> defects(List.of(Defect.<Defect> findById(id))).get(0));
    }

    /** As it stands now, also when it was read before in this request. */
    ActionView action(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> actions(List.of(ActionItem.<ActionItem> findById(id))).get(0));
    }

    List<DefectView> defects(List<Defect> defects) {
        List<UUID> ids = defects.stream().map(defect -> defect.id).toList();
        Map<UUID, List<ActionView>> actions = actions(ActionItem.of(ids)).stream()
                .collect(Collectors.groupingBy(action -> action.defect().id()));
        Map<UUID, List<Retest>> retests = Retest.of(ids).stream().collect(Collectors.groupingBy(retest -> retest.defectId));
        Map<UUID, List<Finding>> findings = ids.isEmpty() ? Map.of()
                : Finding.<Finding> list("defectId in ?1 order by observedAt, id", ids).stream()
                        .filter(finding -> followupAccess.controls(finding.exerciseId))
                        .collect(Collectors.groupingBy(finding -> finding.defectId));
        return defects.stream().map(defect -> view(defect, actions.getOrDefault(defect.id, List.of()),
                retests.getOrDefault(defect.id, List.of()), findings.getOrDefault(defect.id, List.of()))).toList();
    }

    private DefectView view(Defect defect, List<ActionView> actions, List<Retest> retests, List<Finding> findings) {
        Exercise exercise = exercise(defect.exerciseId);
        return new DefectView(defect.id, defect.reference, defect.exerciseId, exercise.name, exercise.zone, defect.title,
                defect.text, Choice.key(defect.isOpen(clock.instant()) ? Defect.State.OPEN : defect.state),
                Choice.key(defect.exposedBy), List.copyOf(defect.contributingFactors), List.copyOf(defect.systems),
                Choice.key(defect.principle), defect.severity, Choice.key(defect.likelihood), Choice.key(defect.rank()),
                Choice.key(defect.environment), earlier(defect),
                followupAccess.point(defect.singlePointId), alarm(defect),
                defect.acceptedReason, defect.acceptedBy, defect.acceptedUntil, defect.openedBy, defect.createdAt,
                defect.verifiedAt, findings.stream().map(finding -> finding.id).toList(), actions,
                retests.stream().filter(retest -> retest.isKnownTo(followupAccess.references()))
                        .map(retest -> proof(retest, defect)).toList(),
                defect.allowed());
    }

    private ActionView.Subject earlier(Defect defect) {
        Defect earlier = defect.recurrenceOf == null ? null : Defect.findById(defect.recurrenceOf);
        return earlier == null || !followupAccess.controls(earlier.exerciseId) ? null
                : new ActionView.Subject(earlier.id, earlier.reference, earlier.title);
    }

    private DefectView.Alarm alarm(Defect defect) {
        if (defect.alarmAction == null) {
            return null;
        }
        ActionItem open = ActionItem.findById(defect.alarmAction);
        if (!followupAccess.controls(open.exerciseId)) {
            return new DefectView.Alarm(null, null, null,
                    "It came up again while an action that would have prevented it was open.");
        }
        Defect earlier = Defect.findById(open.defectId);
        return new DefectView.Alarm(open.id, open.owner, earlier.reference,
                "It came up again while \u201C%s\u201D (%s, %s) was still open.".formatted(open.title, earlier.reference,
                        open.owner));
    }

    private DefectView.Proof proof(Retest retest, Defect defect) {
        boolean visible = followupAccess.controls(retest.exerciseId);
        return new DefectView.Proof(visible ? retest.exerciseId : null, visible ? exercise(retest.exerciseId).name : null,
                visible ? Choice.key(retest.kind) : null, visible ? retest.name : null,
                (visible ? retest.result : retest.counted).key(),
                visible ? retest.reason : null, Choice.key(retest.environment), visible ? retest.judgedBy : null,
                retest.judgedAt, retest.counted != null,
                retest.counted != null && retest.counted != DrillResult.INCONCLUSIVE
                        && (retest.counted == DrillResult.FAILED || retest.isHighEnoughFor(defect)));
    }

    List<ActionView> actions(List<ActionItem> actions) {
        Instant now = clock.instant();
        Map<UUID, Defect> defects = Defect.withIds(actions.stream().map(action -> action.defectId).distinct().toList()).stream()
                .collect(Collectors.toMap(defect -> defect.id, defect -> defect));
        return actions.stream().map(action -> view(action, defects.get(action.defectId), now)).toList();
    }

    private ActionView view(ActionItem action, Defect defect, Instant now) {
        boolean control = followupAccess.controls(action.exerciseId);
        return new ActionView(action.id, action.title, action.owner, teamsOf(action.owner), Choice.key(action.kind),
                Choice.key(action.state), Choice.key(action.rank()), action.dueAt, action.isOverdue(now), action.link,
                new ActionView.Subject(control ? defect.id : null, defect.reference, defect.title),
                control ? action.exerciseId : null, exercise(action.exerciseId).zone, action.exceptionReason,
                action.exceptionBy, action.overrideReason, action.dropReason, action.evidence, action.openedBy,
                action.createdAt, action.doneAt, action.verifiedAt, action.verifiedBy, Choice.key(action.preventsSimilar),
                action.manyReason, drill(action), action.allowed());
    }

    /** Which plans there are is told to those alone who may read them. */
    private ActionView.Drill drill(ActionItem action) {
        return action.drillPlan == null
                || Plan.visible(action.drillPlan, followupAccess.person(), followupAccess.isMaster()) == null ? null
                        : new ActionView.Drill(action.drillPlan, action.drillKey);
    }

    private List<String> teamsOf(String person) {
        if (teams == null) {
            teams = Team.allByKey();
        }
        return teams.stream().filter(team -> team.members.contains(person)).map(team -> team.name).distinct().toList();
    }

    private Exercise exercise(UUID id) {
        return exercises.computeIfAbsent(id, one -> Exercise.findById(one));
    }
}
