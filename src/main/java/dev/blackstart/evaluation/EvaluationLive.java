package dev.blackstart.evaluation;

import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ItemEvent;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.evaluation.EvaluationResource.Templates;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.page.ControlPage;
import dev.blackstart.journal.JournalEntry;

/**
 * Tells evaluators whose page is open that there is other to judge. The page itself stays: nothing moves under somebody's
 * thumb.
 */
@ApplicationScoped
class EvaluationLive implements ControlPage {

    @Override
    public String name() {
        return "evaluation";
    }

    @Override
    public String line(Exercise exercise, JournalEntry entry) {
        return isOfExpectation(exercise, entry)
                ? Templates.evaluation$news(exercise.id, EvaluationResource.open(ReleasedExpectation.of(exercise))).render()
                : null;
    }

    private static boolean isOfExpectation(Exercise exercise, JournalEntry entry) {
        TimelineItem item = entry.event() instanceof ItemEvent event ? TimelineItem.of(exercise.id, event.item()) : null;
        return item != null && item.body() instanceof Body.Expectation;
    }

    @Override
    public Map<String, String> parts(Exercise exercise, Permissions may, Instant now) {
        return Map.of();
    }
}
