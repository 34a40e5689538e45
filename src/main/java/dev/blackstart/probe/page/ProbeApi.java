package dev.blackstart.probe.page;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.probe.sampling.Probe;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Probes of an exercise and what they measured, for control staff. */
@Path("/api/exercises/{id}/probes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission(Permission.SEE_CONTROL)
public class ProbeApi {

    private final ProbeViews views;

    ProbeApi(ProbeViews views) {
        this.views = views;
    }

    @GET
    public PagedList<ProbeView> list(UUID id) {
        return PagedList.whole(views.of(Exercise.findById(id)));
    }

    /**
     * Samples in order; after the exercise the summaries of ten seconds each that are left of them.
     *
     * @param after what {@code next} said; exclusive
     */
    @GET
    @Path("{key}/samples")
    public PagedList<SampleView> samples(UUID id, String key, @QueryParam("after") Long after,
            @QueryParam("limit") Integer limit) {
        Exercise exercise = Exercise.findById(id);
        exercise.plan().probe(key).orElseThrow(Problem::notFound);
        int most = PagedList.limit(limit);
        List<SampleView> samples = views.samples(Probe.of(id, key), after == null ? -1 : after, most);
        return new PagedList<>(samples, samples.size() == most ? String.valueOf(samples.get(most - 1).n()) : null);
    }

    private static String key(JsonNode probe) {
        return probe.path("key").asText();
    }
}
