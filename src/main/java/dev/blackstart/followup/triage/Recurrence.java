package dev.blackstart.followup.triage;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.followup.action.ActionAccess;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.Filter;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.followup.triage.TextSimilarity.Alike;

/** What is alike among what the viewer may see: earlier defects, and actions that are still open. */
@ApplicationScoped
class Recurrence {

    /** So many of the newest are compared; what is older is looked for in the library. */
    private static final int COMPARED = 1_000;

    private final FollowupAccess followupAccess;
    private final ActionAccess actionAccess;

    Recurrence(FollowupAccess followupAccess, ActionAccess actionAccess) {
        this.followupAccess = followupAccess;
        this.actionAccess = actionAccess;
    }

    /** The most alike first. @param systems keys of what it is about */
    List<Alike<Defect>> earlierDefects(String text, List<String> systems, Set<Defect> except, int most) {
        List<Defect> candidates = followupAccess.defects(new Filter(), null, COMPARED).stream()
                .filter(defect -> except.stream().noneMatch(one -> one.id.equals(defect.id))).toList();
        return new TextSimilarity(text, systems).rank(candidates, Recurrence::said, defect -> defect.systems, most);
    }

    /** The most alike first. */
    List<Alike<ActionItem>> openActions(String text, int most) {
        List<ActionItem> candidates = actionAccess.actions(
                new Filter().and("a.state in :undone", "undone", ActionItem.UNDONE), null,
                COMPARED);
        return new TextSimilarity(text, List.of()).rank(candidates, action -> action.title, action -> List.of(), most);
    }

    /**
     * The open action that would have prevented a defect: of the earlier one it is named to be again, of one of the same single
     * point of failure, or of the one most like it. Null where there is none.
     */
    ActionItem stillOpen(Defect defect) {
        if (defect.recurrenceOf != null) {
            return firstUndone(Defect.findById(defect.recurrenceOf));
        }
        Stream<Defect> alike = earlierDefects(said(defect), defect.systems, Set.of(defect), 1).stream()
                .filter(one -> one.score() >= TextSimilarity.STRONG).map(Alike::one);
        return Stream.concat(ofSamePoint(defect.singlePointId, defect).stream(), alike).map(Recurrence::firstUndone)
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Defects of a single point of failure that the viewer may know of, the newest first. @param except null for none */
    List<Defect> ofSamePoint(UUID singlePoint, Defect except) {
        return followupAccess.point(singlePoint) == null ? List.of()
                : Defect.ofSinglePoint(singlePoint, COMPARED).stream()
                        .filter(one -> (except == null || !one.id.equals(except.id)) && followupAccess.controls(one.exerciseId))
                        .toList();
    }

    static ActionItem firstUndone(Defect defect) {
        return ActionItem.of(defect.id).stream().filter(action -> action.state.isUndone()).findFirst().orElse(null);
    }

    private static String said(Defect defect) {
        return defect.text == null ? defect.title : defect.title + " " + defect.text;
    }
}
