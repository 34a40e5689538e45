package dev.blackstart.conduct.page;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.source.Violation;
import dev.blackstart.conduct.DeliveryStatus;
import dev.blackstart.conduct.EnumParameter;
import dev.blackstart.conduct.ItemView;
import dev.blackstart.conduct.Timeline;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.item.FaultConfirmations;
import dev.blackstart.conduct.item.ItemActions;
import dev.blackstart.conduct.item.UnplannedItem;
import dev.blackstart.conduct.item.UnplannedItems;
import dev.blackstart.conduct.item.Withdrawals;
import dev.blackstart.conduct.reply.Replies;
import dev.blackstart.conduct.transition.ExerciseTransitions;
import dev.blackstart.drills.view.DrillView;
import dev.blackstart.drills.view.DrillViews;
import dev.blackstart.exercise.ClockHistory;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.CatchUp;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Conducting an exercise: its state, its timeline, its faults. */
@Path("/api/exercises/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConductApi {

    private final ExerciseTransitions exerciseTransitions;
    private final ItemActions itemActions;
    private final UnplannedItems unplanned;
    private final FaultConfirmations confirmations;
    private final Replies replies;
    private final Withdrawals withdrawals;
    private final CurrentAccess current;
    private final DrillViews drills;
    private final Directory people;
    private final Gate gate;
    private final Clock clock;

    ConductApi(ExerciseTransitions exerciseTransitions, ItemActions itemActions, UnplannedItems unplanned,
            FaultConfirmations confirmations,
            Replies replies, Withdrawals withdrawals, CurrentAccess current, DrillViews drills, Directory people, Gate gate,
            Clock clock) {
        this.gate = gate;
        this.withdrawals = withdrawals;
        this.exerciseTransitions = exerciseTransitions;
        this.itemActions = itemActions;
        this.unplanned = unplanned;
        this.confirmations = confirmations;
        this.replies = replies;
        this.current = current;
        this.drills = drills;
        this.people = people;
        this.clock = clock;
    }

    /** Where to move the exercise. */
    public record Transition(String to, String outcome, String reason, String override, String catchUp) {
    }

    /** @param clock instead of {@code at}: where the exercise clock stood when an expectation was met */
    public record ItemTransition(String to, Instant at, PlanDuration clock, String option, String reason) {
    }

    public record Text(String text) {
    }

    public record NoteTransition(String to) {
    }

    /** An unplanned item, and what was doubtful about it. */
    public record Added(@JsonUnwrapped ItemView item, List<Violation> warnings) {
    }

    public record DrillTransition(String to, String reason) {
    }

    @POST
    @Path("transitions")
    @RequiresPermission(Permission.SEE_CONTROL)
    public ExerciseView move(UUID id, Transition transition) {
        if (transition == null || transition.to() == null) {
            throw Problem.invalid("to", "Say where to: scheduled, running, paused, ended, closed or cancelled.");
        }
        ExerciseState to = EnumParameter.of("to", ExerciseState.class, transition.to());
        Outcome outcome = EnumParameter.of("outcome", Outcome.class, transition.outcome());
        ExerciseTransitions.mustBeAllowed(to, outcome, current.get());
        ExerciseTransitions.Wish wish = new ExerciseTransitions.Wish(to, outcome, transition.reason(), transition.override(),
                EnumParameter.of("catchUp", CatchUp.class, transition.catchUp()));
        if (to == ExerciseState.RUNNING) {
            gate.prepare(id);
        }
        return ExerciseView.of(exerciseTransitions.move(id, wish, current.get()), current.get(), clock.instant());
    }

    @GET
    @Path("timeline")
    public PagedList<ItemView> timeline(UUID id) {
        return PagedList.whole(Timeline.of(Exercise.findById(id), current.get()));
    }

    @POST
    @Path("timeline")
    @RequiresPermission(Permission.CONDUCT)
    public Response add(UUID id, @QueryParam("dryRun") boolean dryRun, JsonNode item) {
        UnplannedItem read = unplanned.read(id, item, current.get());
        if (dryRun) {
            return Response.ok(Map.of("warnings", read.warnings())).build();
        }
        TimelineItem added = itemActions.add(id, read, current.get());
        return Response.status(Response.Status.CREATED)
                .entity(new Added(ItemView.of(added, Exercise.findById(id), current.get()), read.warnings())).build();
    }

    @POST
    @Path("timeline/{key}/transitions")
    @RequiresPermission(Permission.SEE_CONTROL)
    public ItemView moveItem(UUID id, String key, ItemTransition transition) {
        if (transition == null) {
            throw Problem.invalid("to", "Say where to move the item.");
        }
        TimelineItem item = itemActions.move(id, key,
                new ItemActions.Wish(transition.to(), at(id, transition), transition.option(), transition.reason()),
                current.get());
        return ItemView.of(item, Exercise.findById(id), current.get());
    }

    private Instant at(UUID id, ItemTransition transition) {
        if (transition.clock() == null || transition.at() != null) {
            return transition.at();
        }
        return ClockHistory.instant(Exercise.findById(id), ExerciseClock.micros(transition.clock().onClock()), clock.instant());
    }

    /** To whom a message went, by which way, and where it has come. */
    @GET
    @Path("timeline/{key}/deliveries")
    @RequiresPermission(Permission.SEE_CONTROL)
    public PagedList<DeliveryStatus> deliveries(UUID id, String key) {
        ItemView item = Timeline.of(Exercise.findById(id), current.get()).stream().filter(one -> one.key().equals(key))
                .findFirst().orElseThrow(Problem::notFound);
        return PagedList.whole(DeliveryStatus.by(item.id(), people));
    }

    @POST
    @Path("timeline/{key}/replies")
    @RequiresPermission(Permission.TAKE_PART)
    public Response reply(UUID id, String key, Text reply) {
        replies.reply(id, key, reply == null ? null : reply.text(), current.get());
        return Response.status(Response.Status.CREATED).entity(Map.of("text", reply.text())).build();
    }

    @POST
    @Path("notes")
    @RequiresPermission(Permission.TAKE_PART)
    public Response note(UUID id, Text note) {
        UUID made = replies.note(id, null, note == null ? null : note.text(), null, current.get());
        return Response.status(Response.Status.CREATED).entity(Map.of("id", made, "text", note.text())).build();
    }

    /** For ten seconds, by whoever wrote it. */
    @POST
    @Path("notes/{note}/transitions")
    @RequiresPermission(Permission.SEE_CONTROL)
    public Response moveNote(UUID id, UUID note, NoteTransition transition) {
        if (transition == null || !"withdrawn".equals(transition.to())) {
            throw Problem.invalid("to", "to is withdrawn.");
        }
        withdrawals.note(id, note, current.get());
        return Response.ok(Map.of("id", note, "state", "withdrawn")).build();
    }

    @GET
    @Path("drills")
    public PagedList<DrillView> drills(UUID id) {
        return PagedList.whole(drills.of(Exercise.findById(id), current.get()));
    }

    @POST
    @Path("drills/{key}/transitions")
    @RequiresPermission(Permission.SEE_CONTROL)
    public DrillView moveDrill(UUID id, String key, DrillTransition transition) {
        DrillTransition asked = transition == null ? new DrillTransition(null, null) : transition;
        return drills.of(confirmations.confirm(id, key, asked.to(), asked.reason(), current.get()),
                Exercise.findById(id), current.get());
    }
}
