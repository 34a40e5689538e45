package dev.blackstart.review.chapter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Objective;
import dev.blackstart.evaluation.ObjectiveRated;
import dev.blackstart.review.draft.Measurements.OfDrill;
import dev.blackstart.review.draft.Measurements.Time;
import dev.blackstart.review.draft.ObjectiveResult;
import dev.blackstart.review.draft.ObjectiveResult.Measure;
import dev.blackstart.review.draft.ObjectiveResult.Rating;
import dev.blackstart.review.draft.ReportDraft.Expectation;
import dev.blackstart.review.draft.ReportEntry;
import dev.blackstart.review.draft.ReportWords;

/**
 * How each objective was shown: the last word counts, those of other people stay beside it. What it took is the time of the
 * expectation with the same words, else of the drills' clock that belongs to its capability.
 */
public final class ObjectiveChapter implements Chapter {

    /** Which clock measures a capability. */
    private static final Map<String, String> CLOCKS = Map.of("detect", "detected", "respond", "acknowledged", "acknowledge",
            "acknowledged", "diagnose", "diagnosed", "mitigate", "mitigated", "recover", "recovered");

    private final PlanDocument plan;
    private final Map<String, List<Rating>> ratings = new LinkedHashMap<>();

    public ObjectiveChapter(PlanDocument plan) {
        this.plan = plan;
        plan.objectives().forEach(planned -> ratings.put(planned.key(), new ArrayList<>()));
    }

    @Override
    public void read(ReportEntry told) {
        if (told.event() instanceof ObjectiveRated rated && ratings.containsKey(rated.objective())) {
            ratings.get(rated.objective()).add(new Rating(rated.rating(), rated.sentence(), told.actor(), told.at()));
        }
    }

    /** In the plan's order. */
    public List<ObjectiveResult> objectives(List<OfDrill> drills, List<Expectation> expectations) {
        return plan.objectives().stream().map(planned -> objective(planned, drills, expectations)).toList();
    }

    private ObjectiveResult objective(Objective planned, List<OfDrill> drills, List<Expectation> expectations) {
        List<Rating> said = ratings.get(planned.key());
        Rating last = said.isEmpty() ? new Rating(null, null, null, null) : said.get(said.size() - 1);
        Duration target = planned.target() == null ? null : planned.target().onClock();
        return new ObjectiveResult(planned.key(), planned.text(), planned.capability(), target, last.rating(), last.sentence(),
                last.by(), last.at(), said.size(), measure(planned, target, drills, expectations), differing(said, last));
    }

    /** The last word of each other person, where it is another one. */
    private static List<Rating> differing(List<Rating> said, Rating last) {
        Map<String, Rating> others = new LinkedHashMap<>();
        said.stream().filter(one -> !one.by().equals(last.by())).forEach(one -> others.put(one.by(), one));
        return others.values().stream().filter(one -> !one.rating().equals(last.rating())).toList();
    }

    private static Measure measure(Objective planned, Duration target, List<OfDrill> drills, List<Expectation> expectations) {
        List<Measure> found = new ArrayList<>(expectations.stream().filter(one -> isSame(planned.text(), one.text()))
                .filter(one -> List.of("met", "late", "missed").contains(one.result())).map(one -> of(one, target)).toList());
        String clock = planned.capability() == null ? null : CLOCKS.get(planned.capability());
        if (found.isEmpty() && clock != null) {
            for (OfDrill drill : drills) {
                drill.clocks().stream().filter(one -> one.clock().equals(clock) && !one.state().equals("not-measured"))
                        .forEach(one -> found.add(of(one, drill, target)));
            }
        }
        return found.stream().max(Comparator.comparing(Measure::took, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(null);
    }

    private static boolean isSame(String objective, String expectation) {
        return plain(objective).equals(plain(expectation));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase().replaceAll("[.!]+$", "");
    }

    private static Measure of(Expectation one, Duration target) {
        return new Measure(one.took(), one.took() == null ? "not met" : ReportWords.length(one.took()),
                isOver(one.took(), target), "expectation");
    }

    private static Measure of(Time clock, OfDrill drill, Duration target) {
        Duration took = clock.at() == null ? null : clock.length();
        return new Measure(took, ReportWords.reading(clock), isOver(took, target), clock.name() + ", " + drill.title());
    }

    private static boolean isOver(Duration took, Duration target) {
        return took == null || target != null && took.compareTo(target) > 0;
    }
}
