package dev.blackstart.drills;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.Controlled;
import dev.blackstart.web.Waiting;
import io.quarkus.hibernate.orm.panache.Panache;

/** Drills of ended exercises without a result, for those who judge there; nobody judges a drill they own. */
@ApplicationScoped
class ResultsWaiting implements Waiting.Source {

    @Override
    public List<Waiting> waitingFor(String person) {
        return Panache.getEntityManager().createQuery("select d from Drill d, Exercise e, RosterEntry r where "
                + Controlled.JUDGED + """
                        and d.exerciseId = e.id and d.injectedAt is not null and d.result is null
                        order by e.id, d.position""", Drill.class).setParameter("person", person)
                .setMaxResults(Waiting.MOST).getResultList().stream().distinct().flatMap(drill -> of(drill, person)).toList();
    }

    private static Stream<Waiting> of(Drill drill, String person) {
        Exercise exercise = Exercise.findById(drill.exerciseId);
        boolean own = exercise.plan().drill(drill.key).map(planned -> person.equals(planned.owner())).orElse(false);
        return own ? Stream.empty()
                : Stream.of(new Waiting("Judge results", drill.title + " · " + exercise.name,
                        "/exercises/" + exercise.id + "/drills/" + drill.key + "/result"));
    }
}
