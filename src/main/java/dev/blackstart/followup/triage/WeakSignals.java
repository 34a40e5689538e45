package dev.blackstart.followup.triage;

import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.TriageState;
import dev.blackstart.followup.defect.Filter;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.followup.triage.TextSimilarity.Alike;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;

/**
 * A weak signal that resembles dismissed ones is counted, and the third is not dismissed by the team itself: somebody outside
 * it
 * reads it (R102). Counted is what the viewer may see.
 */
@ApplicationScoped
class WeakSignals {

    static final String KIND = "weak-signal";

    /** So many alike were dismissed before somebody from outside reads the next one. */
    static final int DISMISSED = 2;

    /** So many of the newest are compared. */
    private static final int COMPARED = 500;

    /** From here on two signals are about the same. */
    private static final double RESEMBLES = 0.4;

    private final FollowupAccess followupAccess;
    private final Visibility visibility;

    WeakSignals(FollowupAccess followupAccess, Visibility visibility) {
        this.followupAccess = followupAccess;
        this.visibility = visibility;
    }

    static boolean isOne(Finding finding) {
        return KIND.equals(finding.kindNow());
    }

    /** Dismissed weak signals that it resembles, the most alike first; none for a finding of another kind. */
    List<Finding> dismissedAlike(Finding finding) {
        if (!isOne(finding)) {
            return List.of();
        }
        List<Finding> dismissed = followupAccess.findings(null, TriageState.DISMISSED,
                new Filter().and("coalesce(f.judgedKind, f.kind) = :weak", "weak", KIND), null, COMPARED).stream()
                .filter(one -> !one.id.equals(finding.id)).toList();
        return new TextSimilarity(finding.text, List.of())
                .rank(dismissed, one -> one.text, one -> List.of(), COMPARED).stream()
                .filter(alike -> alike.score() >= RESEMBLES).map(Alike::one).toList();
    }

    /** Whether somebody outside the team has to read it before it is dismissed. */
    boolean isReadOutside(Finding finding) {
        return dismissedAlike(finding).size() >= DISMISSED;
    }

    /** Whether this person may dismiss it: anybody from outside the team; where the team has nobody to ask, the team itself. */
    boolean mayDismiss(Finding finding, Exercise exercise, String person) {
        return isOutside(exercise, person) || !isReadOutside(finding) || readers(exercise).isEmpty();
    }

    /** @throws Problem 409 with their number and who may read it */
    void mustMayDismiss(Finding finding, Exercise exercise, String person) {
        if (!mayDismiss(finding, exercise, person)) {
            throw Problem
                    .conflict(
                            ("It resembles %d weak signals that were dismissed. Somebody outside the team %s reads it before it"
                                    + " is dismissed: name one as outsideReader.")
                                    .formatted(dismissedAlike(finding).size(), exercise.plan().team()))
                    .with("alike", dismissedAlike(finding).size()).with("readers", readers(exercise));
        }
    }

    private static boolean isOutside(Exercise exercise, String person) {
        Team team = Team.byKey(exercise.plan().team());
        return team == null || !team.members.contains(person);
    }

    /** Who triages there and is in another team: control staff, reviewers and masters. */
    List<String> readers(Exercise exercise) {
        TreeSet<String> people = new TreeSet<>();
        RosterEntry.of(exercise.id).forEach(seat -> people.add(seat.person));
        Person.presentByKey().stream().filter(person -> person.platformRole == PlatformRole.MASTER_OF_DISASTER)
                .forEach(person -> people.add(person.key));
        return people.stream().filter(person -> isOutside(exercise, person) && triages(exercise, person)).toList();
    }

    private boolean triages(Exercise exercise, String person) {
        ExerciseAccess sight = person == null || Person.present(person) == null ? null : visibility.sight(exercise.id, person);
        return sight != null && sight.control() && sight.may(Permission.TRIAGE);
    }
}
