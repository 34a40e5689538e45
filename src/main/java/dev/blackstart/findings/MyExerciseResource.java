package dev.blackstart.findings;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ItemView;
import dev.blackstart.conduct.Replies;
import dev.blackstart.conduct.Timeline;
import dev.blackstart.planning.CurrentSight;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.ExerciseView;
import dev.blackstart.planning.Requires;
import dev.blackstart.planning.Ribbon;
import dev.blackstart.planning.Right;
import dev.blackstart.planning.Sight;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Page;
import dev.blackstart.web.Problem;
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
    private final CurrentSight current;
    private final Viewer viewer;
    private final Clock clock;

    MyExerciseResource(Findings findings, Attachments attachments, Replies replies, CurrentSight current, Viewer viewer,
            Clock clock) {
        this.findings = findings;
        this.attachments = attachments;
        this.replies = replies;
        this.current = current;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "findings")
    static class Templates {
        static native TemplateInstance me(Page page, Ribbon ribbon, ExerciseView exercise, List<Told> told,
                List<FindingView> findings, Form form, List<String> kinds, List<String> severities);

        static native TemplateInstance me$news(ExerciseView exercise, List<Told> told, List<FindingView> findings);
    }

    /** A message, or something that was revealed, as its reader sees it. */
    public record Told(String key, Instant at, String from, String subject, String text, boolean canReply) {
        static Told of(ItemView item, boolean live) {
            if (!item.kind().equals("message")) {
                return new Told(item.key(), item.releasedAt(), null, "Now known: " + item.kind(), text(item), false);
            }
            var message = item.body().path("message");
            return new Told(item.key(), item.releasedAt(), message.path("from").asText(null),
                    message.path("subject").asText(null), Body.Message.MARK + "\n" + message.path("text").asText(), live);
        }

        private static String text(ItemView item) {
            var body = item.body().path(item.kind());
            return body.isTextual() ? body.asText() : body.path("text").asText("");
        }
    }

    /** What was typed, and what is wrong with it. @param id made with the form, so that sending it twice logs it once */
    public record Form(UUID id, String text, String kind, String severity, boolean anonymous, String problem) {
        static Form empty() {
            return logged(null);
        }

        static Form logged(String problem) {
            return new Form(UUID.randomUUID(), null, null, null, false, problem);
        }
    }

    @GET
    @Path("me")
    @Requires(Right.TAKE_PART)
    public TemplateInstance show(UUID id) {
        return page(id, Form.empty());
    }

    /** The part that changes by itself. */
    @GET
    @Path("me/news")
    @Requires(Right.TAKE_PART)
    public TemplateInstance news(UUID id) {
        Exercise exercise = Exercise.findById(id);
        Sight sight = current.get();
        return Templates.me$news(ExerciseView.of(exercise, sight, clock.instant()), told(exercise, sight),
                findings.list(exercise, sight, null, SHOWN));
    }

    @POST
    @Path("findings")
    @Requires(Right.TAKE_PART)
    @Consumes({ MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA })
    public Response log(UUID id, @RestForm UUID findingId, @RestForm String text, @RestForm String finding,
            @RestForm String kind, @RestForm String severity, @RestForm boolean anonymous, @RestForm FileUpload picture) {
        String said = text == null ? finding : text;
        Findings.Logged logged;
        try {
            logged = findings.log(id, new Findings.Entry(findingId, said, kind, severity, null, null, null, anonymous),
                    current.get());
        } catch (Problem problem) {
            return refused(problem, id, new Form(findingId, said, kind, severity, anonymous, problem.getMessage()));
        }
        try {
            attach(logged, picture);
            return back(id, finding);
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
    @Requires(Right.TAKE_PART)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reply(UUID id, String key, @RestForm String text) {
        replies.reply(id, key, text, current.get());
        return back(id, null);
    }

    private TemplateInstance page(UUID id, Form form) {
        Exercise exercise = Exercise.findById(id);
        Sight sight = current.get();
        ExerciseView view = ExerciseView.of(exercise, sight, clock.instant());
        return Templates.me(viewer.page("My exercise", "programme"), Ribbon.of(exercise, sight, clock.instant()), view,
                told(exercise, sight), findings.list(exercise, sight, null, SHOWN), form, Words.KINDS, Words.SEVERITIES);
    }

    /** Newest first; for control staff what everybody was told. */
    private static List<Told> told(Exercise exercise, Sight sight) {
        List<Told> told = new ArrayList<>(Timeline.of(exercise, sight).stream()
                .filter(item -> item.releasedAt() != null && (!sight.control() || item.kind().equals("message")))
                .map(item -> Told.of(item, exercise.state.isLive())).toList());
        told.sort(Comparator.comparing(Told::at));
        Collections.reverse(told);
        return told;
    }

    private static Response back(UUID id, String fromControlRoom) {
        return Response.seeOther(URI.create("/exercises/" + id + (fromControlRoom == null ? "/me" : "/control-room"))).build();
    }
}
