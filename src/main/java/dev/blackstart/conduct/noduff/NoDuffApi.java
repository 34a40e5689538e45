package dev.blackstart.conduct.noduff;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** The real emergency: never refused, and the answer is the same whatever was running. */
@Path("/api/no-duff")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class NoDuffApi {

    private final NoDuff noDuff;
    private final Viewer viewer;
    private final ObjectMapper mapper;

    NoDuffApi(NoDuff noDuff, Viewer viewer, ObjectMapper mapper) {
        this.noDuff = noDuff;
        this.viewer = viewer;
        this.mapper = mapper;
    }

    public record Call(String text) {
    }

    @POST
    @RequestBody(content = @Content(schema = @Schema(implementation = Call.class)))
    public Response call(String body) {
        noDuff.call(viewer.key(), text(body));
        return Response.accepted(Map.of("accepted", true)).build();
    }

    /** Under stress things are sent broken: whatever is no JSON object with a text is the text itself. */
    private String text(String body) {
        if (body == null || body.isBlank()) {
            return null;
        }
        try {
            JsonNode call = mapper.readTree(body);
            return call.isObject() ? call.path("text").asText(null) : body;
        } catch (JsonProcessingException broken) {
            return body;
        }
    }
}
