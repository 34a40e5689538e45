package dev.blackstart.preparation;

import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.concern.ConcernApi;
import dev.blackstart.exercise.concern.Concerns;
import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** A concern of somebody who reads a preparation item, and perhaps knows of no exercise. */
@Path("/api/preparation/{item}/concerns")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PreparationConcernApi {

    private final PreparationAccess access;
    private final Concerns concerns;
    private final Viewer viewer;

    PreparationConcernApi(PreparationAccess access, Concerns concerns, Viewer viewer) {
        this.access = access;
        this.concerns = concerns;
        this.viewer = viewer;
    }

    @POST
    @Transactional
    public Response raise(UUID item, ConcernApi.Raising raising) {
        String plan = Exercise.<Exercise> findById(access.item(item).exerciseId).planKey;
        return ConcernApi.created(concerns, plan, raising, viewer.key());
    }
}
