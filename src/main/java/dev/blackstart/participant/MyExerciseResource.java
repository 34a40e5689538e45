package dev.blackstart.participant;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.catalogue.ExerciseMark;
import dev.blackstart.conduct.ItemView;
import dev.blackstart.conduct.Timeline;
import dev.blackstart.conduct.reply.Replies;
import dev.blackstart.conduct.reply.ReplyView;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.JournalPositions;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.page.PublishedCopy;
import dev.blackstart.exercise.page.StatusBanner;
import dev.blackstart.findings.Attachments;
import dev.blackstart.findings.Files;
import dev.blackstart.findings.FindingLabels;
import dev.blackstart.findings.FindingView;
import dev.blackstart.findings.Findings;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The participant's page, made for a phone: what I was told, and what I see. */
@Path("/exercises/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class MyExerciseResource {

    private static final int SHOWN = 50;

    private final Findings findings;
    private final Attachments attachments;
    private final Replies replies;
    private final CurrentAccess current;
    private final Viewer viewer;
    private final JournalPositions journalPositions;
    private final Directory directory;
    private final Clock clock;
    private final PublishedCopy report;

    MyExerciseResource(Findings findings, Attachments attachments, Replies replies, CurrentAccess current, Viewer viewer,
            JournalPositions journalPositions, Directory directory, Clock clock, PublishedCopy report) {
        this.report = report;
        this.journalPositions = journalPositions;
        this.findings = findings;
        this.attachments = attachments;
        this.replies = replies;
        this.current = current;
        this.viewer = viewer;
        this.directory = directory;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "findings")
    static class Templates {
        static native TemplateInstance me(PageContext page, StatusBanner ribbon, UUID id, boolean report, String zone,
                Object after,
                List<Told> tolds, List<Asked> asked, List<FindingView> findings, Map<String, String> names, Form form,
                List<String> kinds, List<String> severities);

        static native TemplateInstance me$told(UUID id, String zone, Told told);

        static native TemplateInstance me$found(UUID id, String zone, FindingView finding, Map<String, String> names);

        static native TemplateInstance me$asked(UUID id, List<Asked> asked);
    }

    /** A message, or something that was revealed, as its reader sees it. */
    public record Told(UUID item, Instant at, String from, String subject, String text, boolean message, boolean asks,
            List<ReplyView> replies) {
        static Told of(ItemView item) {
            if (!item.kind().equals("message")) {
                return new Told(item.id(), item.releasedAt(), null, "Now known: " + item.kind(), text(item), false,
                        item.kind().equals("task"), List.of());
            }
            var message = item.body().path("message");
            return new Told(item.id(), item.releasedAt(), message.path("from").asText(null),
                    message.path("subject").asText(null), ExerciseMark.before(message.path("text").asText()), true,
                    false, List.of());
        }

        Told with(List<ReplyView> sent) {
            return new Told(item, at, from, subject, text, message, asks, sent);
        }

        private static String text(ItemView item) {
            var body = item.body().path(item.kind());
            return item.kind().equals("drill") || item.kind().equals("revert") ? Drill.titleOf(UUID.fromString(body.asText()))
                    : body.isTextual() ? body.asText() : body.path("text").asText("");
        }
    }

    /** A task that stands open for the viewer. @param confirmable whether they confirm it themselves */
    public record Asked(String key, String text, boolean confirmable) {
    }

    /** What was typed, and what is wrong with it. @param id made with the form, so that sending it twice logs it once */
    public record Form(UUID id, String text, String kind, String severity, boolean anonymous, boolean note, String problem) {
        static Form empty() {
            return logged(null);
        }

        static Form logged(String problem) {
            return new Form(UUID.randomUUID(), null, null, null, false, false, problem);
        }
    }

    @GET
    @Path("me")
    @RequiresPermission(Permission.TAKE_PART)
    public TemplateInstance show(UUID id) {
        return page(id, Form.empty());
    }

    /** What the viewer is asked to do: theirs alone, so the page fetches it when it may have changed. */
    @GET
    @Path("me/asked")
    @RequiresPermission(Permission.TAKE_PART)
    public TemplateInstance asked(UUID id) {
        return Templates.me$asked(id, asked(Exercise.findById(id), current.get()));
    }

    @POST
    @Path("findings")
    @RequiresPermission(Permission.TAKE_PART)
    @Consumes({ MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA })
    public Response log(UUID id, @RestForm UUID findingId, @RestForm String text, @RestForm String finding,
            @RestForm String kind, @RestForm String severity, @RestForm boolean anonymous, @RestForm boolean note,
            @RestForm FileUpload picture) {
        String said = text == null ? finding : text;
        Findings.Logged logged;
        try {
            if (note) {
                replies.note(id, findingId, said, null, current.get());
                return back(id, finding, Arrived.NOTE);
            }
            logged = findings.log(id,
                    new Findings.Entry(findingId, said, kind, severity, null, null, null, null, anonymous, null),
                    current.get());
        } catch (Problem problem) {
            return refused(problem, id, new Form(findingId, said, kind, severity, anonymous, note, problem.getMessage()));
        }
        try {
            attach(logged, picture);
            return back(id, finding, Arrived.FINDING);
        } catch (Problem problem) {
            return refused(problem, id, Form.logged("Your finding was logged, but not its picture. " + problem.getMessage()));
        }
    }

    /** Sent twice with its form, it is kept once. */
    private void attach(Findings.Logged logged, FileUpload picture) {
        UUID once = UUID.nameUUIDFromBytes(("picture of " + logged.finding().id).getBytes(StandardCharsets.UTF_8));
        Attachments.Sent sent = Files.sent(once, picture, logged.attachmentToken());
        if (sent != null) {
            attachments.add(logged.finding(), sent, current.get());
        }
    }

    private Response refused(Problem problem, UUID id, Form form) {
        return Response.status(problem.status).entity(page(id, form)).build();
    }

    @POST
    @Path("timeline/{key}/replies")
    @RequiresPermission(Permission.TAKE_PART)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reply(UUID id, String key, @RestForm String text) {
        replies.reply(id, key, text, current.get());
        return Arrived.REPLY.at("/exercises/" + id + "/me#told-" + key);
    }

    private TemplateInstance page(UUID id, Form form) {
        Object after = journalPositions.newest(current.get());
        Exercise exercise = Exercise.findById(id);
        ExerciseAccess sight = current.get();
        List<FindingView> shown = findings.list(exercise, sight, null, SHOWN);
        return Templates.me(viewer.page("My exercise", "programme"), StatusBanner.forOthers(exercise, clock.instant()), id,
                exercise.state.hasEnded() && report.isFor(id, sight), exercise.zone, after, told(exercise, sight),
                asked(exercise, sight), shown, directory.names(shown.stream().map(FindingView::author).toList()), form,
                FindingLabels.KINDS, FindingLabels.SEVERITIES);
    }

    private static List<Asked> asked(Exercise exercise, ExerciseAccess sight) {
        return Timeline.openTasks(exercise, sight).stream()
                .map(task -> new Asked(task.key(), task.body().path("task").path("text").asText(),
                        sight.may(Permission.CONDUCT)))
                .toList();
    }

    /** Newest first; for control staff what everybody was told. */
    private List<Told> told(Exercise exercise, ExerciseAccess sight) {
        Map<UUID, List<ReplyView>> sent = replies.readBy(sight);
        List<Told> told = new ArrayList<>(Timeline.of(exercise, sight).stream()
                .filter(item -> item.releasedAt() != null && (!sight.control() || item.kind().equals("message")))
                .map(Told::of).map(one -> one.with(sent.getOrDefault(one.item(), List.of()))).toList());
        told.sort(Comparator.comparing(Told::at));
        Collections.reverse(told);
        return told;
    }

    private static Response back(UUID id, String fromControlRoom, Arrived what) {
        return what.at("/exercises/" + id + (fromControlRoom == null ? "/me" : "/control-room"));
    }
}
