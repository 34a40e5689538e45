package dev.blackstart.planning;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.security.Viewer;
import dev.blackstart.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The programme: what runs, what comes, what was. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ProgrammeResource {

    private static final int MOST = 500;

    private final Visibility visibility;
    private final Viewer viewer;
    private final Clock clock;

    ProgrammeResource(Visibility visibility, Viewer viewer, Clock clock) {
        this.visibility = visibility;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "planning")
    static class Templates {
        static native TemplateInstance programme(Page page, List<Line> running, List<Line> coming, List<Line> over);
    }

    /** An exercise and where its name leads this viewer. */
    public record Line(ExerciseView exercise, String href, List<String> roles) {
    }

    @GET
    public TemplateInstance programme() {
        Instant now = clock.instant();
        List<Line> lines = visibility.visible(viewer.key(), viewer.isMaster(), null, MOST).stream()
                .map(exercise -> line(exercise, now)).toList();
        Comparator<Line> byStart = Comparator.comparing(line -> line.exercise().startsAt(),
                Comparator.nullsLast(Comparator.naturalOrder()));
        return Templates.programme(viewer.page("Programme", "programme"), in(lines, byStart, "running", "paused"),
                in(lines, byStart, "draft", "scheduled"), in(lines, byStart.reversed(), "ended", "closed", "cancelled"));
    }

    private Line line(Exercise exercise, Instant now) {
        Sight sight = visibility.sight(exercise.id, viewer.key(), viewer.isMaster());
        String href = "/exercises/" + exercise.id + (sight.control() ? exercise.state.isLive() ? "/control-room" : ""
                : exercise.state.isBeforeStart() ? "" : "/me");
        return new Line(ExerciseView.of(exercise, sight, now), href,
                sight.roles().stream().map(ExerciseRole::key).sorted().toList());
    }

    private static List<Line> in(List<Line> lines, Comparator<Line> order, String... states) {
        return lines.stream().filter(line -> List.of(states).contains(line.exercise().state())).sorted(order).toList();
    }
}
