package dev.blackstart.conduct.page;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.people.Team;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.security.Viewer;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.security.Authenticated;

/**
 * Where somebody goes on after signing in: into the exercise that runs, by their role in it; a lead whose team has something to
 * prepare, to the preparation; else to the programme.
 */
@Path("/start")
@Authenticated
public class LandingResource {

    private final Viewer viewer;

    LandingResource(Viewer viewer) {
        this.viewer = viewer;
    }

    /** An exercise that runs and the role somebody has in it. */
    private record Seat(UUID exercise, ExerciseRole role) {

        String path() {
            return "/exercises/" + exercise + switch (role) {
                case PLAYER, OBSERVER -> "/me";
                case EVALUATOR -> "/evaluation";
                case TRUSTED_AGENT -> "";
                default -> "/control-room";
            };
        }
    }

    @GET
    public Response land() {
        List<Seat> running = running(viewer.key());
        String path = !running.isEmpty() ? running.get(0).path() : prepares(viewer.key()) ? "/preparation" : "/";
        return Response.seeOther(URI.create(path)).build();
    }

    /** The newest first; reviewers have nothing to do while it runs. */
    private static List<Seat> running(String person) {
        return Panache.getEntityManager().createQuery("""
                select e.id, r.role from Exercise e, RosterEntry r where r.person = ?1 and r.exerciseId = e.id
                    and e.mode = LIVE and e.state in (RUNNING, PAUSED) and r.role not in (FACILITATOR, ADVISOR)
                order by e.clock.startedAt desc, e.id, r.createdAt""", Object[].class).setParameter(1, person)
                .setMaxResults(1).getResultList().stream().map(row -> new Seat((UUID) row[0], (ExerciseRole) row[1])).toList();
    }

    private static boolean prepares(String person) {
        List<String> led = Team.ledBy(person).stream().map(team -> team.key).toList();
        return !led.isEmpty() && PreparationItem.of(person).stream()
                .anyMatch(item -> led.contains(item.team) && item.state.isToDo());
    }
}
