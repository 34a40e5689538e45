package dev.blackstart.conduct.controlroom;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.DeliveryStatus;
import dev.blackstart.conduct.ItemLine;
import dev.blackstart.conduct.ItemView;
import dev.blackstart.conduct.Timeline;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.item.AddForm;
import dev.blackstart.conduct.item.FaultConfirmations;
import dev.blackstart.conduct.item.ItemActions;
import dev.blackstart.conduct.item.Undo;
import dev.blackstart.conduct.item.UnplannedItem;
import dev.blackstart.conduct.item.UnplannedItems;
import dev.blackstart.conduct.item.Withdrawals;
import dev.blackstart.conduct.log.LogLine;
import dev.blackstart.conduct.reply.Replies;
import dev.blackstart.conduct.reply.RepliesWaiting;
import dev.blackstart.conduct.reply.ReplyView;
import dev.blackstart.drills.view.FaultFacts;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.JournalPositions;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.confirmation.AwaitingSecondPerson;
import dev.blackstart.exercise.page.Confirmation;
import dev.blackstart.exercise.page.Question;
import dev.blackstart.exercise.page.Question.Fact;
import dev.blackstart.exercise.page.StatusBanner;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The control room: what is next, what is active, what happened, and every control. */
@Path("/exercises/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ControlRoomResource {

    private final ControlRoomAssembler controlRoomAssembler;
    private final ItemActions itemActions;
    private final UnplannedItems unplanned;
    private final FaultConfirmations confirmations;
    private final Replies replies;
    private final Withdrawals withdrawals;
    private final FaultFacts facts;
    private final Questions questions;
    private final Confirmation confirmation;
    private final CurrentAccess current;
    private final Viewer viewer;
    private final JournalPositions journalPositions;
    private final Directory people;
    private final Clock clock;

    ControlRoomResource(ControlRoomAssembler controlRoomAssembler, ItemActions itemActions, UnplannedItems unplanned,
            FaultConfirmations confirmations, Replies replies, Withdrawals withdrawals, FaultFacts facts, Questions questions,
            Confirmation confirmation, CurrentAccess current, Viewer viewer, JournalPositions journalPositions,
            Directory people,
            Clock clock) {
        this.withdrawals = withdrawals;
        this.confirmations = confirmations;
        this.facts = facts;
        this.questions = questions;
        this.confirmation = confirmation;
        this.journalPositions = journalPositions;
        this.people = people;
        this.controlRoomAssembler = controlRoomAssembler;
        this.itemActions = itemActions;
        this.unplanned = unplanned;
        this.replies = replies;
        this.current = current;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "conduct")
    static class Templates {
        static native TemplateInstance controlRoom(PageContext page, StatusBanner ribbon, ControlRoomView board,
                Permissions may, List<LogLine> log, Object after, boolean pushed, Undo undo, FormState typed);

        static native TemplateInstance controlRoom$outage(ControlRoomView board, Permissions may, boolean pushed);

        static native TemplateInstance controlRoom$failed(ControlRoomView board, Permissions may, boolean pushed);

        static native TemplateInstance controlRoom$axis(ControlRoomView board);

        static native TemplateInstance controlRoom$probes(ControlRoomView board);

        static native TemplateInstance controlRoom$numbers(ControlRoomView board);

        static native TemplateInstance controlRoom$next(ControlRoomView board, Permissions may, boolean pushed);

        static native TemplateInstance controlRoom$active(ControlRoomView board, Permissions may, boolean pushed);

        static native TemplateInstance controlRoom$line(LogLine line);

        static native TemplateInstance item(PageContext page, UUID exercise, String state, Permissions may, ItemLine item,
                List<Fact> facts, List<DeliveryStatus> reached, List<ReplyView> replies, String zone, FormState typed,
                String words);

        static native TemplateInstance add(PageContext page, UUID exercise, AddForm form);
    }

    @GET
    @Path("control-room")
    @RequiresPermission(Permission.SEE_CONTROL)
    public TemplateInstance show(UUID id) {
        return room(id, FormState.NOTHING);
    }

    private TemplateInstance room(UUID id, FormState typed) {
        Object after = journalPositions.newest(current.get());
        Exercise exercise = Exercise.findById(id);
        RepliesWaiting.read(exercise, viewer.key(), clock.instant());
        return Templates.controlRoom(viewer.page("Control room · " + exercise.name, "programme"), ribbon(exercise),
                controlRoomAssembler.of(exercise), Permissions.of(current.get()), controlRoomAssembler.log(exercise), after,
                false,
                Undo.of(exercise, viewer.key(), clock.instant()), typed);
    }

    @GET
    @Path("timeline/{key}")
    @RequiresPermission(Permission.SEE_CONTROL)
    public TemplateInstance item(UUID id, String key) {
        return item(id, key, FormState.NOTHING);
    }

    private TemplateInstance item(UUID id, String key, FormState typed) {
        Exercise exercise = Exercise.findById(id);
        ItemView view = Timeline.of(exercise, current.get()).stream().filter(item -> item.key().equals(key)).findFirst()
                .orElseThrow(Problem::notFound);
        ItemLine line = ItemLine.of(view, exercise);
        return Templates.item(viewer.page(line.what(), "programme"), id, exercise.state.key(),
                Permissions.of(current.get()), line, facts(exercise, view), DeliveryStatus.by(view.id(), people),
                replies.readBy(current.get()).getOrDefault(view.id(), List.of()), exercise.zone, typed,
                FailedLine.words(view.failedStep()));
    }

    /** Of the fault that the item arms or reverts; empty for other items. */
    private List<Fact> facts(Exercise exercise, ItemView view) {
        Body body = Body.stored(view.body());
        return body instanceof Body.Drill drill ? facts.of(exercise, drill.drill())
                : body instanceof Body.Revert revert ? facts.of(exercise, revert.drill()) : List.of();
    }

    @POST
    @Path("timeline/{key}/transitions")
    @RequiresPermission(Permission.SEE_CONTROL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response moveItem(UUID id, String key, @RestForm String to, @RestForm String option, @RestForm String reason,
            @RestForm String minutes, @RestForm String back) {
        try {
            Instant at = minutes == null ? null : later(minutes);
            Question question = question(id, key, to);
            if (question != null) {
                return confirmation.ask(question);
            }
            itemActions.move(id, key, new ItemActions.Wish(to, at, option, reason), current.get());
            return "chosen".equals(to) ? Arrived.DECISION.at(room(id, back)) : back(id, back);
        } catch (AwaitingSecondPerson waiting) {
            return back(id, null);
        } catch (Problem problem) {
            if (minutes == null && reason == null || problem.status < 409) {
                throw problem;
            }
            return Response.status(problem.status)
                    .entity(item(id, key, FormState.in("item", "minutes", minutes, "reason", reason).refused(problem))).build();
        }
    }

    private Question question(UUID id, String key, String to) {
        return confirmation.isGiven() || !current.get().may(Permission.CONDUCT) ? null
                : questions.beforeItem(Exercise.findById(id), TimelineItem.of(id, key), to);
    }

    private Instant later(String minutes) {
        if (!minutes.matches("[1-9]\\d{0,5}")) {
            throw Problem.invalid("minutes", "Give the minutes to wait from now as a number, 1 or more.");
        }
        Instant at = clock.instant().plusSeconds(60L * Integer.parseInt(minutes));
        if (at.isAfter(clock.instant().plus(ItemActions.FARTHEST))) {
            throw Problem.invalid("minutes", "Give at most a year.");
        }
        return at;
    }

    @POST
    @Path("drills/{key}/transitions")
    @RequiresPermission(Permission.SEE_CONTROL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response moveDrill(UUID id, String key, @RestForm String to, @RestForm String reason) {
        FaultConfirmations.mustBeAllowed(to, current.get());
        Question question = confirmation.isGiven() ? null : questions.beforeFault(Exercise.findById(id), key, to);
        if (question != null) {
            return confirmation.ask(question);
        }
        try {
            confirmations.confirm(id, key, to, reason, current.get());
            return back(id, null);
        } catch (AwaitingSecondPerson waiting) {
            return back(id, null);
        }
    }

    @POST
    @Path("notes")
    @RequiresPermission(Permission.TAKE_PART)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response note(UUID id, @RestForm String text) {
        try {
            replies.note(id, null, text, null, current.get());
        } catch (Problem problem) {
            if (!current.get().control()) {
                throw problem;
            }
            return Response.status(problem.status).entity(room(id, FormState.in("note", "text", text).refused(problem)))
                    .build();
        }
        return Response.seeOther(URI.create("/exercises/" + id + (current.get().control() ? "/control-room" : "/me"))).build();
    }

    /** For ten seconds, by whoever wrote it. */
    @POST
    @Path("notes/{note}/transitions")
    @RequiresPermission(Permission.SEE_CONTROL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response moveNote(UUID id, UUID note, @RestForm String to, @RestForm String back) {
        if (!"withdrawn".equals(to)) {
            throw Problem.invalid("to", "to is withdrawn.");
        }
        withdrawals.note(id, note, current.get());
        return back(id, back);
    }

    @GET
    @Path("timeline/new")
    @RequiresPermission(Permission.CONDUCT)
    public TemplateInstance addForm(UUID id) {
        return Templates.add(viewer.page("Add an item", "programme"), id, AddForm.EMPTY);
    }

    @POST
    @Path("timeline")
    @RequiresPermission(Permission.CONDUCT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(UUID id, @RestForm String kind, @RestForm String to, @RestForm String text, @RestForm String options,
            @RestForm String minutes, @RestForm boolean confirmed) {
        AddForm form = new AddForm(kind, to, text, options, minutes, null, null, List.of());
        try {
            Exercise exercise = Exercise.findById(id);
            UnplannedItem item = unplanned.read(id, form.item(exercise, clock.instant()), current.get());
            if (!item.warnings().isEmpty() && !confirmed) {
                return Response.status(422).entity(Templates.add(viewer.page("Add an item", "programme"), id,
                        form.doubtful(item.warnings()))).build();
            }
            itemActions.add(id, item, current.get());
            return back(id, null);
        } catch (Problem problem) {
            return Response.status(problem.status).entity(Templates.add(viewer.page("Add an item", "programme"),
                    id, form.refused(problem))).build();
        }
    }

    private StatusBanner ribbon(Exercise exercise) {
        return StatusBanner.of(exercise, current.get(), clock.instant());
    }

    /** @param page null for the control room */
    private static Response back(UUID id, String page) {
        return Response.seeOther(URI.create(room(id, page))).build();
    }

    private static String room(UUID id, String page) {
        return "/exercises/" + id + ("evaluation".equals(page) ? "/evaluation" : "/control-room");
    }
}
