package dev.blackstart.conduct;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.planning.CurrentSight;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.ExerciseState;
import dev.blackstart.planning.ExerciseView;
import dev.blackstart.planning.Requires;
import dev.blackstart.planning.Ribbon;
import dev.blackstart.planning.Right;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Page;
import dev.blackstart.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** One page of paper for control staff, to be printed before screens may go dark. It holds every secret of the exercise. */
@Path("/exercises/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SheetResource {

    private static final Set<ExerciseState> NOT_PLANNED = Set.of(ExerciseState.DRAFT, ExerciseState.CANCELLED);

    private final CurrentSight current;
    private final Viewer viewer;
    private final Clock clock;

    SheetResource(CurrentSight current, Viewer viewer, Clock clock) {
        this.current = current;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "conduct")
    static class Templates {
        static native TemplateInstance sheet(Page page, Ribbon ribbon, Sheet sheet);
    }

    @GET
    @Path("sheet")
    @Requires(Right.SEE_CONTROL)
    public TemplateInstance show(UUID id) {
        Exercise exercise = Exercise.findById(id);
        if (NOT_PLANNED.contains(exercise.state)) {
            throw Problem.notFound();
        }
        ExerciseView view = ExerciseView.of(exercise, current.get(), clock.instant());
        return Templates.sheet(viewer.page("Sheet · " + exercise.name, "programme"),
                Ribbon.of(exercise, current.get(), clock.instant()), Sheet.of(exercise, view, current.get()));
    }
}
