package dev.blackstart.review.chapter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.exercise.concern.ConcernEvent.ConcernAnswered;
import dev.blackstart.exercise.concern.ConcernEvent.ConcernRaised;
import dev.blackstart.review.draft.Background;
import dev.blackstart.review.draft.Readiness;
import dev.blackstart.review.draft.Readiness.Concern;
import dev.blackstart.review.draft.ReportEntry;

/** What was decided, feared and prepared before STARTEX. */
public final class ReadinessChapter implements Chapter {

    private final Background background;
    private final Map<String, Concern> concerns = new LinkedHashMap<>();

    public ReadinessChapter(Background background) {
        this.background = background;
    }

    @Override
    public void read(ReportEntry told) {
        if (told.event() instanceof ConcernRaised raised) {
            concerns.put(String.valueOf(raised.concern()), new Concern(told.at(), told.actor(), raised.text(), null, null));
        } else if (told.event() instanceof ConcernAnswered answered) {
            concerns.computeIfPresent(String.valueOf(answered.concern()), (id, concern) -> new Concern(concern.at(),
                    concern.by(), concern.text(), answered.text(), told.actor()));
        }
    }

    public Readiness readiness() {
        return new Readiness(background.approvals(), List.copyOf(concerns.values()), background.preparation());
    }
}
