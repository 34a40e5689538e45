package dev.blackstart.preparation.checklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Scheduling;
import dev.blackstart.exercise.approval.ApprovalStatus;
import dev.blackstart.exercise.approval.Approvals;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.preparation.checklist.PreparationEvent.PreparationPlanned;

/**
 * Makes the items of an exercise when it is scheduled, and lets them follow its date and its plan: matched by key, so that work
 * that was done is kept; what the plan does not ask for any more is set aside, and comes back if it does again.
 */
@ApplicationScoped
class Preparations {

    private final Journal journal;
    private final Approvals approvals;
    private final PreparationMessages preparationMessages;

    Preparations(Journal journal, Approvals approvals, PreparationMessages preparationMessages) {
        this.journal = journal;
        this.approvals = approvals;
        this.preparationMessages = preparationMessages;
    }

    /** What became of the items. @param added new for their teams @param moved due on another day */
    record Change(List<PreparationItem> added, List<PreparationItem> moved, List<PreparationItem> dropped) {

        boolean isNone() {
            return added.isEmpty() && moved.isEmpty() && dropped.isEmpty();
        }
    }

    void follow(@Observes Scheduling.Dated dated) {
        Exercise exercise = dated.exercise();
        if (exercise.isRehearsal()) {
            return;
        }
        Change change = follow(exercise, dated.at());
        if (!change.isNone()) {
            journal.append(exercise, dated.at(), new PreparationPlanned(keys(change.added()), keys(change.moved()),
                    keys(change.dropped())), Journal.PLATFORM, Audience.CONTROL);
            preparationMessages.planned(exercise, change.added(), change.moved(), dated.at());
        }
    }

    /** Whoever approves hears of it as soon as a plan, or a new revision of it, is to happen. */
    void ask(@Observes Scheduling.PlanAdopted adopted) {
        ApprovalStatus status = approvals.of(adopted.exercise());
        if (!adopted.exercise().isRehearsal() && !status.isApproved()) {
            preparationMessages.approval(adopted.exercise(), status, adopted.at());
        }
    }

    private static Change follow(Exercise exercise, Instant at) {
        Map<String, PreparationItem> known = new LinkedHashMap<>();
        PreparationItem.of(exercise.id).forEach(item -> known.put(item.key, item));
        Change change = new Change(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<PlanDocument.Preparation> planned = exercise.plan().preparation();
        for (int i = 0; i < planned.size(); i++) {
            PreparationItem item = known.remove(planned.get(i).key());
            if (item == null) {
                item = PreparationItem.planned(exercise, planned.get(i), i, at);
                item.persist();
                change.added().add(item);
            } else {
                follow(exercise, item, planned.get(i), i, change);
            }
        }
        for (PreparationItem item : known.values()) {
            if (item.addedBy == null && !item.dropped) {
                item.drop();
                change.dropped().add(item);
            } else if (item.addedBy != null) {
                item.veil(exercise);
            }
        }
        return change;
    }

    private static void follow(Exercise exercise, PreparationItem item, PlanDocument.Preparation planned, int position,
            Change change) {
        boolean anew = item.dropped || !item.team.equals(planned.team());
        LocalDate day = day(exercise, item);
        item.follow(exercise, planned, position);
        if (anew) {
            change.added().add(item);
        } else if (!day(exercise, item).equals(day) && item.state.isToDo()) {
            change.moved().add(item);
        }
    }

    /** The day on which teams read that it is due; another hour of the same day is no news to them. */
    private static LocalDate day(Exercise exercise, PreparationItem item) {
        return item.teamDueAt.atZone(exercise.zoneId()).toLocalDate();
    }

    private static List<String> keys(List<PreparationItem> items) {
        return items.isEmpty() ? null : items.stream().map(item -> item.key).toList();
    }
}
