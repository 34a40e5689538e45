package dev.blackstart.evaluation;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
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

import dev.blackstart.conduct.item.ItemActions;
import dev.blackstart.conduct.item.Undo;
import dev.blackstart.evaluation.assumption.Assumptions;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.JournalPositions;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.page.MetTimeParser;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The evaluator's page, made for a phone: what is expected now, and what each objective is worth. */
@Path("/exercises/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class EvaluationResource {

    private final Ratings ratings;
    private final Assumptions assumptions;
    private final ItemActions itemActions;
    private final Directory directory;
    private final JournalPositions journalPositions;
    private final CurrentAccess current;
    private final Viewer viewer;
    private final Clock clock;

    EvaluationResource(Ratings ratings, Assumptions assumptions, ItemActions itemActions, Directory directory,
            JournalPositions journalPositions,
            CurrentAccess current, Viewer viewer, Clock clock) {
        this.journalPositions = journalPositions;
        this.ratings = ratings;
        this.assumptions = assumptions;
        this.itemActions = itemActions;
        this.directory = directory;
        this.current = current;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "evaluation")
    static class Templates {
        static native TemplateInstance evaluation(PageContext page, Object after, UUID exercise, String state, boolean may,
                List<ReleasedExpectation> asked, List<ObjectiveView> objectives, List<Rating> ratings, Typed typed, String next,
                boolean points, int open, Undo undo);

        static native TemplateInstance evaluation$news(UUID exercise, int open);

        static native TemplateInstance scoreboard(PageContext page, Scoreboard board, boolean control, UUID exercise);
    }

    /** What was sent and refused, to stand there again. @param of key of the expectation or objective, or null for nothing */
    public record Typed(String of, String when, String rating, String sentence, String field, String problem) {
        static final Typed NOTHING = new Typed(null, null, null, null, null, null);

        public boolean isOf(String key) {
            return key.equals(of);
        }

        /** What was typed for this objective. */
        public String sentenceOf(String key) {
            return isOf(key) && sentence != null ? sentence : "";
        }

        /** Whether this was chosen in the form of an assumption, and refused. */
        public boolean choosesHere(String key, String outcome) {
            return isOf(key) && outcome.equals(rating);
        }

        /** Whether the form offers this rating as chosen: what was sent and refused, else what is known. */
        public boolean chooses(ObjectiveView objective, Rating one) {
            return one.key().equals(isOf(objective.key()) ? rating : objective.rating());
        }
    }

    @GET
    @Path("evaluation")
    @RequiresPermission(Permission.SEE_CONTROL)
    public TemplateInstance show(UUID id) {
        return page(id, Typed.NOTHING);
    }

    @POST
    @Path("expectations/{key}/judgements")
    @RequiresPermission(Permission.JUDGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response judge(UUID id, String key, @RestForm String to, @RestForm String when) {
        try {
            if (!"completed".equals(to) && !"missed".equals(to)) {
                throw Problem.invalid("to", "Say whether it was met or missed.");
            }
            Instant at = "missed".equals(to) ? null : MetTimeParser.read(when, Exercise.findById(id), clock.instant());
            itemActions.move(id, key, new ItemActions.Wish(to, at, null, null), current.get());
            return back(id, "expectations");
        } catch (Problem problem) {
            return refused(id, problem, new Typed(key, when, null, null, problem.field(), problem.getMessage()));
        }
    }

    @POST
    @Path("objectives/{key}/ratings")
    @RequiresPermission(Permission.JUDGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rate(UUID id, String key, @RestForm String rating, @RestForm String sentence) {
        try {
            ratings.rate(id, key, rating, sentence, current.get());
            return back(id, "objective-" + key);
        } catch (Problem problem) {
            return refused(id, problem, new Typed(key, null, rating, sentence, problem.field(), problem.getMessage()));
        }
    }

    @POST
    @Path("assumptions/{assumption}")
    @RequiresPermission(Permission.JUDGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(UUID id, String assumption, @RestForm String outcome, @RestForm String note) {
        String anchor = "assumption-" + assumption;
        try {
            assumptions.check(id, assumption, outcome, note, current.get());
            return back(id, anchor);
        } catch (Problem problem) {
            return refused(id, problem, new Typed(anchor, null, outcome, note, problem.field(), problem.getMessage()));
        }
    }

    @GET
    @Path("scoreboard")
    @RequiresPermission(Permission.TAKE_PART)
    public TemplateInstance scoreboard(UUID id) {
        Exercise exercise = Exercise.findById(id);
        ExerciseAccess sight = current.get();
        Scoreboard board = Scoreboard.shown(exercise, sight);
        return Templates.scoreboard(viewer.page("Scoreboard", "programme"), board,
                sight.control(), id);
    }

    private TemplateInstance page(UUID id, Typed typed) {
        ExerciseAccess sight = current.get();
        Object after = journalPositions.newest(sight);
        Exercise exercise = Exercise.findById(id);
        List<ReleasedExpectation> asked = ReleasedExpectation.named(ReleasedExpectation.of(exercise), directory);
        List<ObjectiveView> objectives = ObjectiveView.of(exercise);
        boolean may = sight.may(Permission.JUDGE) && exercise.state.takesFindings();
        return Templates.evaluation(viewer.page("Evaluation", "programme"), after, id,
                exercise.state.key(), may, asked, objectives, Arrays.asList(Rating.values()), typed, next(objectives),
                Scoreboard.shown(exercise, sight).hasPoints(), open(asked),
                Undo.of(exercise, viewer.key(), clock.instant()));
    }

    /** The first that nobody has rated: its form stands open. */
    private static String next(List<ObjectiveView> objectives) {
        return objectives.stream().filter(objective -> !objective.isRated()).map(ObjectiveView::key).findFirst().orElse("");
    }

    private Response refused(UUID id, Problem problem, Typed typed) {
        if (problem.status != 422) {
            throw problem;
        }
        return Response.status(problem.status).entity(page(id, typed)).build();
    }

    static int open(List<ReleasedExpectation> asked) {
        return (int) asked.stream().filter(ReleasedExpectation::isOpen).count();
    }

    private static Response back(UUID id, String anchor) {
        return Response.seeOther(URI.create("/exercises/" + id + "/evaluation#" + anchor)).build();
    }
}
