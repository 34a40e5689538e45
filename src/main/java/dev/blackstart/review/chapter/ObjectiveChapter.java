package dev.blackstart.review.chapter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.evaluation.ObjectiveRated;
import dev.blackstart.review.draft.ReportDraft.Objective;
import dev.blackstart.review.draft.ReportEntry;

/** How each objective was shown: the last word counts, the earlier ones are counted. */
public final class ObjectiveChapter implements Chapter {

    private final Map<String, Objective> objectives = new LinkedHashMap<>();

    public ObjectiveChapter(PlanDocument plan) {
        plan.objectives().forEach(planned -> objectives.put(planned.key(),
                new Objective(planned.key(), planned.text(), planned.capability(),
                        planned.target() == null ? null : planned.target().onClock(), null, null, null, null, 0)));
    }

    @Override
    public void read(ReportEntry told) {
        if (told.event() instanceof ObjectiveRated rated) {
            objectives.computeIfPresent(rated.objective(), (key, before) -> new Objective(key, before.text(),
                    before.capability(), before.target(), rated.rating(), rated.sentence(), told.actor(), told.at(),
                    before.words() + 1));
        }
    }

    /** In the plan's order. */
    public List<Objective> objectives() {
        return List.copyOf(objectives.values());
    }
}
