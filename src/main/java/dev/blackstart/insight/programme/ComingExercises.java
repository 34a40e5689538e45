package dev.blackstart.insight.programme;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.insight.reading.InsightReader;
import io.quarkus.hibernate.orm.panache.Panache;

/** Live exercises that are not over, as far as a master sees them as control staff do. */
@ApplicationScoped
class ComingExercises {

    private static final String COMING = "from Exercise e where e.mode = LIVE and e.state in (DRAFT, SCHEDULED, RUNNING, PAUSED)"
            + " and " + Visibility.CONTROL + " order by e.createdAt, e.id";

    private final Visibility visibility;

    ComingExercises(Visibility visibility) {
        this.visibility = visibility;
    }

    /** @param at its start; null where it has no date, or the reader may not know it */
    record Coming(Exercise exercise, PlanDocument plan, Instant at) {

        String href() {
            return "/exercises/" + exercise.id;
        }
    }

    /** @param team key, or null for all */
    List<Coming> of(InsightReader reader, String team) {
        return Panache.getEntityManager().createQuery(COMING, Exercise.class).setParameter("viewer", reader.person())
                .setParameter("master", reader.master()).getResultStream()
                .filter(exercise -> team == null || team.equals(exercise.plan().team()))
                .map(exercise -> coming(exercise, reader)).filter(Objects::nonNull).toList();
    }

    private Coming coming(Exercise exercise, InsightReader reader) {
        ExerciseAccess sight = visibility.sight(exercise.id, reader.person(), reader.master());
        return sight == null || !sight.control() ? null
                : new Coming(exercise, exercise.plan(), ExerciseView.startsAt(exercise, sight));
    }
}
