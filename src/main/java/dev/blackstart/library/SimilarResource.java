package dev.blackstart.library;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.SystemUnderTest;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.library.LibrarySearch.Hit;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What earlier exercises left about the same as a plan, or as an exercise under review; each as far as its reader sees it. */
@Path("/library/similar")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SimilarResource {

    private static final int SHOWN = 8;

    /** Those of the same plan and exercise are passed over, of so many. */
    private static final int LOOKED_AT = 60;

    private final LibrarySearch library;
    private final Visibility visibility;
    private final Viewer viewer;

    SimilarResource(LibrarySearch library, Visibility visibility, Viewer viewer) {
        this.library = library;
        this.visibility = visibility;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "library")
    static class Templates {
        static native TemplateInstance similar(PageContext page, String name, String back, List<FoundDocument> systems,
                List<FoundDocument> words);
    }

    /**
     * @param plan key
     * @param exercise that is over
     * @throws Problem 404 for a plan, or an exercise, that the reader does not see as those do who plan and review
     */
    @GET
    @Transactional
    public TemplateInstance show(@QueryParam("plan") String plan, @QueryParam("exercise") UUID exercise) {
        if (exercise != null) {
            return ofExercise(exercise);
        }
        if (plan == null || plan.isBlank()) {
            throw Problem.invalid("plan", "Give the plan or the exercise that documents are compared with.");
        }
        PlanRevision newest = PlanRevision.readable(plan, null, viewer.key(), viewer.isMaster());
        return page(newest.document().name(), "/plans/" + newest.planKey, newest,
                one -> !newest.planKey.equals(one.planKey));
    }

    private TemplateInstance ofExercise(UUID id) {
        ExerciseAccess access = visibility.sight(id, viewer.key(), viewer.isMaster());
        if (access == null || !access.may(Permission.SEE_CONTROL)) {
            throw Problem.notFound();
        }
        Exercise exercise = Exercise.findById(id);
        return page(exercise.name, "/exercises/" + id + "/review", PlanRevision.of(exercise.planKey, exercise.revision),
                one -> !id.equals(one.exerciseId) && !exercise.planKey.equals(one.planKey));
    }

    private TemplateInstance page(String name, String back, PlanRevision plan, Predicate<LibraryDocument> other) {
        Set<String> systems = plan.document().systems().stream().map(SystemUnderTest::key).collect(Collectors.toSet());
        Set<String> words = Words.terms(text(plan.document()));
        return Templates.similar(viewer.page("What was found before", "library"), name, back,
                shown(library.onSystems(systems, viewer.key(), viewer.isMaster(), LOOKED_AT), Set.of(), other),
                shown(library.similar(words, viewer.key(), viewer.isMaster(), LOOKED_AT), words, other));
    }

    private static List<FoundDocument> shown(List<Hit> found, Set<String> words, Predicate<LibraryDocument> other) {
        return found.stream().filter(hit -> other.test(hit.document())).limit(SHOWN).map(hit -> FoundDocument.of(hit, words))
                .toList();
    }

    /** What it is about: all its sentences would compare it by words that only its instructions have. */
    private static String text(PlanDocument plan) {
        Stream<String> story = plan.scenario() == null ? Stream.of() : Stream.of(plan.scenario().story());
        String text = Stream.of(Stream.of(plan.name()), story, plan.drills().stream().map(PlanDocument.Drill::title))
                .flatMap(Function.identity()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return text.substring(0, Math.min(text.length(), TextLimits.REASON));
    }
}
