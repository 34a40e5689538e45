package dev.blackstart.followup.action;

import java.util.List;
import java.util.Map;

import dev.blackstart.followup.defect.Defect;
import dev.blackstart.problem.Problem;

/**
 * Few actions are done; many are not. The one after {@link Actions#FEW} open ones drops another one, or says why the defect
 * needs
 * it (R72).
 *
 * @param instead the one that is dropped for it, or null
 * @param reason why there is one more, or null
 */
record FewActions(ActionItem instead, String reason) {

    private static final FewActions FEW_ENOUGH = new FewActions(null, null);

    /** @throws Problem 409 that names the open ones, where neither is given; 422 where the one to drop is not among them */
    static FewActions of(Defect defect, ActionDraft draft) {
        List<ActionItem> open = ActionItem.of(defect.id).stream().filter(action -> action.state.isUndone()).toList();
        if (draft.instead() != null && !draft.instead().isBlank()) {
            return new FewActions(
                    open.stream().filter(action -> action.id.toString().equals(draft.instead().strip())).findFirst()
                            .orElseThrow(() -> Problem.invalid("instead", "Name one of the defect's open actions, by id.")),
                    null);
        }
        if (open.size() < Actions.FEW) {
            return FEW_ENOUGH;
        }
        if (draft.reason() == null || draft.reason().isBlank()) {
            throw Problem
                    .conflict(("%s has %d open actions; of many, few are done. Choose the one to drop instead, or say why it"
                            + " needs one more.").formatted(defect.reference, open.size()))
                    .with("open", open.stream().map(FewActions::told)
                            .toList());
        }
        return new FewActions(null, draft.reason().strip());
    }

    private static Map<String, String> told(ActionItem action) {
        return Map.of("id", action.id.toString(), "title", action.title, "owner", action.owner);
    }
}
