package dev.blackstart.exercise.page;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.Roster;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Scheduling;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Exercises: schedule, list, move; their gate and roster. */
@Path("/api/exercises")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExerciseApi {

    private final Scheduling scheduling;
    private final Roster roster;
    private final Visibility visibility;
    private final CurrentAccess current;
    private final Gate gate;
    private final Viewer viewer;
    private final Clock clock;

    ExerciseApi(Scheduling scheduling, Roster roster, Visibility visibility, CurrentAccess current, Gate gate, Viewer viewer,
            Clock clock) {
        this.scheduling = scheduling;
        this.roster = roster;
        this.visibility = visibility;
        this.current = current;
        this.gate = gate;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** What to schedule; without {@code startsAt} a draft. */
    public record Order(String plan, Instant startsAt, String zone, String mode, Integer speed) {
    }

    public record Move(Instant startsAt, String zone, Integer revision) {
    }

    /** @param override why the caller seats themselves as control staff */
    public record Seating(String person, String role, PlanDuration from, PlanDuration until, String override) {
    }

    public record Seat(String person, String role, String from, String until) {
        static Seat of(RosterEntry entry) {
            return new Seat(entry.person, entry.role.key(), entry.from == null ? null : ExerciseClock.text(entry.from),
                    entry.until == null ? null : ExerciseClock.text(entry.until));
        }
    }

    @POST
    public Response create(Order order) {
        viewer.mustBeMaster();
        if (order == null || order.plan() == null) {
            throw Problem.invalid("plan", "Name the plan to make an exercise of.");
        }
        Exercise exercise = scheduling.create(order.plan(), order.startsAt(), order.zone(), mode(order.mode()),
                order.speed() == null ? 1 : order.speed(), viewer.key());
        ExerciseAccess sight = visibility.sight(exercise.id, viewer.key(), true);
        return Response.status(Response.Status.CREATED).location(URI.create("/api/exercises/" + exercise.id))
                .entity(sight == null ? Map.of("id", exercise.id) : ExerciseView.of(exercise, sight, clock.instant())).build();
    }

    @GET
    public PagedList<ExerciseView> list(@QueryParam("after") UUID after, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        List<ExerciseView> views = visibility.visible(viewer.key(), viewer.isMaster(), after, most).stream()
                .map(exercise -> ExerciseView.of(exercise, visibility.sight(exercise.id, viewer.key(), viewer.isMaster()),
                        clock.instant()))
                .toList();
        return new PagedList<>(views, views.size() == most ? views.get(most - 1).id().toString() : null);
    }

    @GET
    @Path("{id}")
    public ExerciseView show(UUID id) {
        return ExerciseView.of(Exercise.findById(id), current.get(), clock.instant());
    }

    @PATCH
    @Path("{id}")
    @RequiresPermission(Permission.SCHEDULE)
    public ExerciseView move(UUID id, Move move) {
        if (move == null) {
            throw Problem.invalid("startsAt", "Say what changes: startsAt, zone or revision.");
        }
        Exercise exercise = scheduling.move(id, move.startsAt(), move.zone(), move.revision(), viewer.key());
        return ExerciseView.of(exercise, current.get(), clock.instant());
    }

    @GET
    @Path("{id}/gate")
    @RequiresPermission(Permission.SEE_CONTROL)
    public Map<String, Object> gate(UUID id) {
        gate.prepare(id);
        return gate(gate.look(Exercise.findById(id)));
    }

    @GET
    @Path("{id}/roster")
    public PagedList<Seat> roster(UUID id) {
        return PagedList.whole(RosterEntry.of(id).stream().map(Seat::of).toList());
    }

    @POST
    @Path("{id}/roster")
    @RequiresPermission({ Permission.CHANGE_ROSTER, Permission.TAKE_OVER })
    public Seat seat(UUID id, Seating seating) {
        ExerciseAccess sight = current.get();
        if (seating == null || seating.person() == null) {
            throw Problem.invalid("person", "Name the person by key.");
        }
        return Seat.of(roster.seat(id, seating.person(), seating.role(), seating.from(), seating.until(),
                seating.override(), sight));
    }

    /** The gate's answer as the API tells it. */
    public static Map<String, Object> gate(List<Gate.Checked> checked) {
        List<Map<String, Object>> checks = checked.stream().map(check -> {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("key", check.key().key());
            told.put("result", check.answer().result().key());
            told.put("advice", check.answer().advice());
            told.put("overridable", check.failed() ? check.answer().overridable() : null);
            return told;
        }).toList();
        return Map.of("checks", checks, "passes", checked.stream().noneMatch(Gate.Checked::failed));
    }

    private static Mode mode(String word) {
        if (word == null || word.equals(Mode.LIVE.key())) {
            return Mode.LIVE;
        }
        if (word.equals(Mode.REHEARSAL.key())) {
            return Mode.REHEARSAL;
        }
        throw Problem.invalid("mode", "mode is live or rehearsal.");
    }
}
