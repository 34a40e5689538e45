package dev.blackstart.alerting;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.problem.Problem;

/**
 * Alerts of monitoring, with the bearer token of their source. The answer is the same whatever runs: it tells nothing of an
 * exercise.
 */
@Path("/api/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AlertApi {

    private final AlertTokens tokens;
    private final AlertIntake intake;
    private final ObjectMapper mapper;

    AlertApi(AlertTokens tokens, AlertIntake intake, ObjectMapper mapper) {
        this.tokens = tokens;
        this.intake = intake;
        this.mapper = mapper;
    }

    /** Alertmanager's webhook message (version 4), or {@code {name, status, at}}; the same again is stored once. */
    @POST
    @PermitAll
    public Response receive(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        String source = tokens.source(authorization).orElse(null);
        if (source == null) {
            throw new Problem(401, "Not signed in", "Send the bearer token of an alert source (blackstart.alerts.tokens).");
        }
        AlertIntake.Stored stored = intake.store(source, AlertMessage.read(body, mapper));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("source", stored.source());
        answer.put("alerts", stored.alerts());
        answer.put("new", stored.fresh());
        answer.put("truncated", stored.truncated());
        return Response.ok(answer).build();
    }
}
