package dev.blackstart.exercise.access;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.page.PublishedCopy;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;

/** Decides, before anything else of a route below an exercise, whether it exists for the viewer and whether they may use it. */
class VisibilityFilter {

    private static final Pattern OF_EXERCISE = Pattern.compile("^/?(api/)?exercises/\\{id}.*$");

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Visibility visibility;
    private final Viewer viewer;
    private final CurrentAccess current;
    private final PublishedCopy published;

    VisibilityFilter(Visibility visibility, Viewer viewer, CurrentAccess current, PublishedCopy published) {
        this.published = published;
        this.visibility = visibility;
        this.viewer = viewer;
        this.current = current;
    }

    @ServerRequestFilter
    void decide(ContainerRequestContext request, ResourceInfo route) {
        if (!OF_EXERCISE.matcher(template(route)).matches()) {
            return;
        }
        ExerciseAccess sight = visibility.sight(uuid(request.getUriInfo().getPathParameters().getFirst("id")), viewer.key(),
                viewer.isMaster());
        boolean decidesItself = route.getResourceMethod().isAnnotationPresent(OpenToReaders.class);
        if (sight == null && !decidesItself) {
            throw Problem.notFound();
        }
        current.set(sight);
        if (decidesItself) {
            mustRead(sight, request);
            return;
        }
        RequiresPermission requires = route.getResourceMethod().getAnnotation(RequiresPermission.class);
        if (requires == null) {
            requires = route.getResourceClass().getAnnotation(RequiresPermission.class);
        }
        if (requires != null && Arrays.stream(requires.value()).noneMatch(sight::may)) {
            if (READS.contains(request.getMethod())) {
                throw Problem.notFound();
            }
            sight.must(requires.value()[0]);
        }
    }

    /** Whoever writes what readers write is known to be one before their input is looked at. */
    private void mustRead(ExerciseAccess sight, ContainerRequestContext request) {
        boolean control = sight != null && sight.may(Permission.SEE_CONTROL);
        if (!READS.contains(request.getMethod()) && !control && !published.isFor(
                uuid(request.getUriInfo().getPathParameters().getFirst("id")), sight)) {
            throw Problem.notFound();
        }
    }

    /** As the classes declare it: however an address is spelled, its route is the same. */
    private static String template(ResourceInfo route) {
        Path root = route.getResourceClass().getAnnotation(Path.class);
        Path leaf = route.getResourceMethod().getAnnotation(Path.class);
        return (root == null ? "" : root.value()) + (leaf == null ? "" : "/" + leaf.value());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Problem.notFound();
        }
    }
}
