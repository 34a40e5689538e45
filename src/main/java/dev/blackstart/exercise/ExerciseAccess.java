package dev.blackstart.exercise;

import java.util.Set;
import java.util.UUID;

import dev.blackstart.journal.Audience;
import dev.blackstart.problem.Problem;

/**
 * How one person stands to one exercise they may know of: what they see of it and what they may do. Every reader goes through
 * one.
 *
 * @param exercise id
 * @param viewer person key
 * @param control sees everything, as control staff do
 * @param onRoster is a part of it
 * @param outOfPlay declared out of play by the plan: receives nothing
 * @param roles the roles whose shift it is now
 * @param teams keys of the viewer's teams
 * @param master admin or Master of Disaster
 */
public record ExerciseAccess(UUID exercise, String viewer, boolean control, boolean onRoster, boolean outOfPlay,
        Set<ExerciseRole> roles, Set<String> teams, boolean master) {

    public boolean sees(String audience) {
        return control || isAmong(audience);
    }

    /** Whether an audience is meant to include this person, not only visible to them. */
    public boolean isAmong(String audience) {
        return onRoster && !outOfPlay && (audience.equals(Audience.ROSTER.text())
                || audience.equals(Audience.person(viewer).text())
                || teams.stream().anyMatch(team -> audience.equals(Audience.team(team).text())));
    }

    public boolean may(Permission right) {
        return switch (right) {
            case SEE_CONTROL -> control;
            case SEE_TOUCHED -> control || isTrustedAgent();
            case TAKE_PART -> control || onRoster && !Set.of(ExerciseRole.TRUSTED_AGENT).equals(roles);
            case PAUSE -> control;
            case RESUME, CONDUCT -> has(ExerciseRole.DIRECTOR, ExerciseRole.CONTROLLER);
            case RESUME_AFTER_NO_DUFF -> has(ExerciseRole.DIRECTOR, ExerciseRole.SAFETY_OFFICER);
            case CONFIRM -> control && master
                    || has(ExerciseRole.DIRECTOR, ExerciseRole.CONTROLLER, ExerciseRole.SAFETY_OFFICER, ExerciseRole.EVALUATOR);
            case JUDGE -> has(ExerciseRole.DIRECTOR, ExerciseRole.CONTROLLER, ExerciseRole.EVALUATOR);
            case TRIAGE -> control && master
                    || has(ExerciseRole.DIRECTOR, ExerciseRole.CONTROLLER, ExerciseRole.EVALUATOR);
            case START, END -> has(ExerciseRole.DIRECTOR);
            case ABORT -> has(ExerciseRole.DIRECTOR, ExerciseRole.SAFETY_OFFICER);
            case SCHEDULE, CHANGE_ROSTER, CLOSE -> control && master || has(ExerciseRole.DIRECTOR);
            case TAKE_OVER -> has(ExerciseRole.CONTROLLER);
        };
    }

    /** Sees that, when and what is touched. */
    public boolean isTrustedAgent() {
        return roles.contains(ExerciseRole.TRUSTED_AGENT);
    }

    /** @throws Problem 403 that names who may */
    public void must(Permission right) {
        if (!may(right)) {
            throw Problem.forbidden("Only " + right.who + " may do this; ask one of them.");
        }
    }

    private boolean has(ExerciseRole... wanted) {
        for (ExerciseRole role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
