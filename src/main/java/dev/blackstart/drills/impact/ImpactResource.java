package dev.blackstart.drills.impact;

import java.net.URI;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.drills.clock.DrillResource;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.form.FormState;
import io.quarkus.security.Authenticated;

/** The forms for customer impact, on the page of a drill, and for failure modes, on the evaluator's. */
@Path("/exercises/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ImpactResource {

    private final Impacts impacts;
    private final DrillResource drills;
    private final CurrentAccess current;

    ImpactResource(Impacts impacts, DrillResource drills, CurrentAccess current) {
        this.impacts = impacts;
        this.drills = drills;
        this.current = current;
    }

    @POST
    @Path("drills/{key}/impact")
    @RequiresPermission(Permission.JUDGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(UUID id, String key, @RestForm String customers, @RestForm String failedRequests,
            @RestForm String dataLost, @RestForm String p99, @RestForm String experience) {
        try {
            impacts.record(id, key, new ImpactForm(number("customers", customers), number("failedRequests", failedRequests),
                    dataLost, p99, experience), current.get());
            return Response.seeOther(URI.create("/exercises/" + id + "/drills/" + key + "#impact")).build();
        } catch (Problem problem) {
            FormState typed = FormState.in("impact", "customers", customers, "failedRequests", failedRequests, "dataLost",
                    dataLost, "p99", p99, "experience", experience).refused(problem);
            return Response.status(problem.status).entity(drills.page(id, key, typed)).build();
        }
    }

    @POST
    @Path("failure-modes/{mode}")
    @RequiresPermission(Permission.JUDGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response observe(UUID id, String mode, @RestForm String outcome, @RestForm String observed) {
        impacts.observe(id, mode, outcome, observed, current.get());
        return Response.seeOther(URI.create("/exercises/" + id + "/evaluation#mode-" + mode)).build();
    }

    private static Long number(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("\\d{1,15}")) {
            throw Problem.invalid(field, field + " is a whole number, 0 or more.");
        }
        return Long.valueOf(text.strip());
    }
}
