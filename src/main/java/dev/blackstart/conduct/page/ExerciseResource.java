package dev.blackstart.conduct.page;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.conduct.EnumParameter;
import dev.blackstart.conduct.ItemLine;
import dev.blackstart.conduct.Timeline;
import dev.blackstart.conduct.controlroom.GateBoard;
import dev.blackstart.conduct.controlroom.Questions;
import dev.blackstart.conduct.transition.Directors;
import dev.blackstart.conduct.transition.ExerciseTransitions;
import dev.blackstart.drills.view.DrillView;
import dev.blackstart.drills.view.DrillViews;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.CatchUp;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.JournalPositions;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.Roster;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Scheduling;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.confirmation.AwaitingSecondPerson;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.exercise.page.Confirmation;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.exercise.page.Question;
import dev.blackstart.exercise.programme.ScheduleResource;
import dev.blackstart.people.Directory;
import dev.blackstart.people.Picked;
import dev.blackstart.preparation.PreparationViews;
import dev.blackstart.preparation.TeamProgress;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.Texts;
import dev.blackstart.web.form.FormAddress;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** An exercise's own page: its facts, its gate, its people; and the moves of its life. */
@Path("/exercises/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ExerciseResource {

    private final ExerciseTransitions exerciseTransitions;
    private final Roster roster;
    private final Directory directory;
    private final Scheduling scheduling;
    private final Gate gate;
    private final DrillViews drills;
    private final PreparationViews preparation;
    private final JournalPositions journalPositions;
    private final Questions questions;
    private final Confirmation confirmation;
    private final CurrentAccess current;
    private final Viewer viewer;
    private final Clock clock;

    ExerciseResource(ExerciseTransitions exerciseTransitions, Roster roster, Directory directory, Scheduling scheduling,
            Gate gate,
            DrillViews drills,
            PreparationViews preparation, JournalPositions journalPositions, Questions questions, Confirmation confirmation,
            CurrentAccess current,
            Viewer viewer, Clock clock) {
        this.journalPositions = journalPositions;
        this.questions = questions;
        this.confirmation = confirmation;
        this.exerciseTransitions = exerciseTransitions;
        this.roster = roster;
        this.directory = directory;
        this.scheduling = scheduling;
        this.gate = gate;
        this.drills = drills;
        this.preparation = preparation;
        this.current = current;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "conduct")
    public static class Templates {
        static native TemplateInstance exercise(PageContext page, String live, Object after, ExerciseView exercise,
                Permissions may,
                GateBoard gate, List<Seat> roster, Directors directors, List<TeamProgress> preparation, List<ItemLine> timeline,
                List<DrillView> drills, List<String> roles, FormState typed);

        public static native TemplateInstance exercise$says(GateBoard gate);

        static native TemplateInstance exercise$preparation(List<TeamProgress> preparation);

        static native TemplateInstance exercise$roster(List<Seat> roster);

        public static native TemplateInstance gate(GateBoard gate, UUID id, String state);
    }

    /** A place on the roster as the page shows it. */
    public record Seat(UUID id, String person, String role, String from, String until) {
        static List<Seat> of(List<RosterEntry> entries, Directory directory) {
            Map<String, String> names = directory.names(entries.stream().map(entry -> entry.person).toList());
            return entries.stream().map(entry -> of(entry, names.get(entry.person))).toList();
        }

        private static Seat of(RosterEntry entry, String name) {
            return new Seat(entry.id, name, entry.role.key(), text(entry.from), text(entry.until));
        }

        private static String text(Long position) {
            return position == null ? null : Texts.clock(ExerciseClock.text(position));
        }
    }

    /** @param seated person key of a director who was just seated, or null */
    @GET
    public TemplateInstance show(UUID id, @QueryParam("seated") String seated) {
        return page(id, FormState.NOTHING, seated);
    }

    private TemplateInstance page(UUID id, FormState typed, String seated) {
        ExerciseAccess sight = current.get();
        Object after = journalPositions.newest(sight);
        Exercise exercise = Exercise.findById(id);
        ExerciseView view = ExerciseView.of(exercise, sight, clock.instant());
        boolean control = sight.control();
        if (control && exercise.state.isBeforeStart()) {
            gate.prepare(id);
        }
        GateBoard board = control && exercise.state.isBeforeStart()
                ? GateBoard.of(exercise, gate, GateBoard.OffPlan.of(exercise, view.startsAt(), clock.instant()))
                : null;
        List<TeamProgress> progress = control ? TeamProgress.of(preparation.ofExercise(id)) : List.of();
        return Templates.exercise(viewer.page(view.label(), "programme"),
                board == null ? null : "/exercises/" + id + "/live/gate", after, view, Permissions.of(sight), board,
                Seat.of(RosterEntry.of(id), directory),
                Directors.of(exercise, seated, sight, clock.instant()), progress,
                control ? ItemLine.of(Timeline.of(exercise, sight), exercise) : List.of(),
                sight.may(Permission.SEE_TOUCHED) ? drills.of(exercise, sight) : List.of(),
                Arrays.stream(ExerciseRole.values()).map(ExerciseRole::key).toList(), typed);
    }

    private Response refused(UUID id, FormState typed, Problem why) {
        return Response.status(why.status).entity(page(id, typed.refused(why), null)).build();
    }

    @POST
    @Path("transitions")
    @RequiresPermission(Permission.SEE_CONTROL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, @RestForm String to, @RestForm String outcome, @RestForm String reason,
            @RestForm String override, @RestForm String catchUp, @RestForm String rest,
            @Context HttpHeaders headers, @Context UriInfo uri) {
        Exercise moved;
        try {
            ExerciseTransitions.Wish wish = wish(to, outcome, reason, override, catchUp);
            if (wish.to() == ExerciseState.RUNNING) {
                gate.prepare(id);
            }
            Question question = question(id, wish);
            if (question != null) {
                return confirmation.ask(question);
            }
            moved = "not-exercised".equals(rest) && wish.to() == ExerciseState.CLOSED
                    ? exerciseTransitions.closeRestNotExercised(id, wish.reason(), current.get())
                    : exerciseTransitions.move(id, wish, current.get());
        } catch (AwaitingSecondPerson waiting) {
            return Response.seeOther(FormAddress.cameFrom(headers, uri)).build();
        } catch (Problem problem) {
            if (override == null || problem.status < 409) {
                throw problem;
            }
            return refused(id, FormState.in("start", "override", override), problem);
        }
        boolean resumed = moved.clock.startedAt != null && !moved.clock.startedAt.equals(moved.clock.resumedAt);
        return Response.seeOther(moved.state.isLive() && resumed ? FormAddress.cameFrom(headers, uri)
                : URI.create("/exercises/" + id
                        + (moved.state.isLive() || moved.state == ExerciseState.ENDED ? "/control-room" : "")))
                .build();
    }

    /** Null where nothing has to be asked, or was answered already. */
    private Question question(UUID id, ExerciseTransitions.Wish wish) {
        ExerciseTransitions.mustBeAllowed(wish.to(), wish.outcome(), current.get());
        return confirmation.isGiven() ? null : questions.beforeMove(Exercise.findById(id), wish, current.get());
    }

    /** A page says all of what it wants: a field that got lost is refused, never filled in. */
    private static ExerciseTransitions.Wish wish(String to, String outcome, String reason, String override, String catchUp) {
        ExerciseState wanted = EnumParameter.of("to", ExerciseState.class, to);
        Outcome ended = EnumParameter.of("outcome", Outcome.class, outcome);
        if (wanted == null) {
            throw Problem.invalid("to", "Say what the exercise is to become.");
        }
        if (wanted == ExerciseState.ENDED && ended == null) {
            throw Problem.invalid("outcome", "Say whether the exercise is completed or aborted; nothing was changed.");
        }
        return new ExerciseTransitions.Wish(wanted, ended, reason, override,
                EnumParameter.of("catchUp", CatchUp.class, catchUp));
    }

    @POST
    @Path("roster")
    @RequiresPermission({ Permission.CHANGE_ROSTER, Permission.TAKE_OVER })
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response seat(UUID id, @RestForm String person, @RestForm String role, @RestForm String from,
            @RestForm String until, @RestForm String seatReason) {
        String seated = null;
        try {
            seated = Picked.person("person", person);
            roster.seat(id, seated, role, duration("from", from), duration("until", until), seatReason,
                    current.get());
        } catch (Problem problem) {
            return refused(id,
                    FormState.in("roster", "person", person, "role", role, "from", from, "until", until, "seatReason",
                            seatReason),
                    problem);
        }
        return Response.seeOther(URI.create("/exercises/" + id
                + (ExerciseRole.DIRECTOR.key().equals(role) ? "?seated=" + Texts.path(seated) + "#roster" : ""))).build();
    }

    /** @param to ended */
    @POST
    @Path("roster/{seat}/transitions")
    @RequiresPermission(Permission.CHANGE_ROSTER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("to")
    public Response moveSeat(UUID id, UUID seat, @RestForm String to) {
        try {
            if (!"ended".equals(to)) {
                throw Problem.invalid("to", "A seat only ends.");
            }
            roster.end(id, seat, current.get());
        } catch (Problem problem) {
            if (problem.status == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem;
            }
            return refused(id, FormState.in("seat"), problem);
        }
        return Response.seeOther(URI.create("/exercises/" + id + "#roster")).build();
    }

    /** The date may move until STARTEX. */
    @POST
    @Path("date")
    @RequiresPermission(Permission.SCHEDULE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response moveDate(UUID id, @RestForm String startsAt, @RestForm String zone) {
        try {
            scheduling.move(id, ScheduleResource.instant(startsAt, zone), zone, null, viewer.key());
        } catch (Problem problem) {
            return refused(id, FormState.in("date", "startsAt", startsAt, "zone", zone), problem);
        }
        return Response.seeOther(URI.create("/exercises/" + id)).build();
    }

    private static PlanDuration duration(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!PlanDuration.isDuration(text)) {
            throw Problem.invalid(field, "Write the shift as an instant of the exercise clock, for example PT1H.");
        }
        return PlanDuration.of(text);
    }
}
