package dev.blackstart.insight.culture;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** The one-question survey about a system, for everybody signed in; nobody reads a single answer. */
@Path("/api/systems/{key}/confidence")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConfidenceApi {

    private final ConfidenceSurvey survey;
    private final Viewer viewer;

    ConfidenceApi(ConfidenceSurvey survey, Viewer viewer) {
        this.survey = survey;
        this.viewer = viewer;
    }

    /** @param level from 1 (I would rather not touch it) to 5 (I change it any day) */
    public record Level(Integer level) {
    }

    /** Answers the same whether it was the first answer of the quarter or another one. */
    @POST
    public Response answer(String key, Level level) {
        survey.answer(key, level == null ? null : level.level(), viewer.key());
        return Response.noContent().build();
    }
}
