package dev.blackstart.recurring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;

/**
 * Recurring plans as one person may know them: those whose plan they may read, and of the next run what they may know of it.
 */
@ApplicationScoped
class RecurringPlans {

    private final OccurrenceScheduler runs;
    private final Visibility visibility;
    private final Viewer viewer;
    private final Clock clock;

    RecurringPlans(OccurrenceScheduler runs, Visibility visibility, Viewer viewer, Clock clock) {
        this.runs = runs;
        this.visibility = visibility;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * @param start {@code automatic} or {@code manual}
     * @param next null where there is none, or none for this person
     */
    record View(String plan, String name, boolean on, String every, List<String> days, String hours, String zone,
            boolean random, String start, Run next) {

        private static final Pattern DAYS = Pattern.compile("P(\\d+)([DW])");

        /** {@code every 7 days}; what has hours in it stays as the plan writes it. */
        public String interval() {
            Matcher days = DAYS.matcher(every);
            return "every " + (days.matches() ? days.group(1) + (days.group(2).equals("D") ? " days" : " weeks") : every);
        }
    }

    /** @param startsAt null where it is kept from this person */
    record Run(UUID exercise, String state, Instant startsAt, String zone) {
    }

    @Transactional
    List<View> all() {
        return Plan.repeating(viewer.key(), viewer.isMaster()).stream().map(this::view).flatMap(Optional::stream)
                .toList();
    }

    /** @throws Problem 404 where there is no such plan for this person, or it never repeats */
    @Transactional
    View one(String planKey) {
        return view(readable(planKey)).orElseThrow(Problem::notFound);
    }

    @Transactional
    View move(String planKey, String to) {
        Plan plan = readable(planKey);
        viewer.mustBeMaster();
        switch (to == null ? "" : to) {
            case "on" -> runs.switchOn(plan);
            case "off" -> runs.switchOff(plan, viewer.key());
            default -> throw Problem.invalid("to", "to is on or off.");
        }
        return view(plan).orElseThrow(Problem::notFound);
    }

    private Plan readable(String planKey) {
        Plan plan = planKey.indexOf('\0') >= 0 ? null : Plan.visible(planKey, viewer.key(), viewer.isMaster());
        if (plan == null) {
            throw Problem.notFound();
        }
        return plan;
    }

    private Optional<View> view(Plan plan) {
        PlanDocument document = plan.current().document();
        return Repeat.of(document).map(repeat -> {
            RecurringPlan recurring = RecurringPlan.of(plan.key);
            boolean on = recurring != null && recurring.active;
            return new View(plan.key, plan.name, on, repeat.every().text(),
                    repeat.days().stream().map(day -> day.name().substring(0, 3)).toList(),
                    repeat.from() + "-" + (repeat.until().toSecondOfDay() == 0 ? "24:00" : repeat.until()),
                    repeat.zone().getId(), repeat.random(), document.schedule().start(),
                    on && recurring.exerciseId != null ? run(recurring.exerciseId) : null);
        });
    }

    private Run run(UUID id) {
        ExerciseAccess sight = visibility.sight(id, viewer.key(), viewer.isMaster());
        if (sight == null) {
            return null;
        }
        ExerciseView exercise = ExerciseView.of(Exercise.findById(id), sight, clock.instant());
        return new Run(id, exercise.state(), exercise.startsAt(), exercise.zone());
    }
}
