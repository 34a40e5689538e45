package dev.blackstart.recurring;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Plans whose exercises come by themselves. */
@Path("/api/recurring")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class RecurringApi {

    private final RecurringPlans plans;

    RecurringApi(RecurringPlans plans) {
        this.plans = plans;
    }

    /** @param to {@code on} or {@code off} */
    public record Wish(String to) {
    }

    @GET
    public PagedList<RecurringPlans.View> list() {
        return PagedList.whole(plans.all());
    }

    @GET
    @Path("{plan}")
    public RecurringPlans.View show(String plan) {
        return plans.one(plan);
    }

    @POST
    @Path("{plan}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    public RecurringPlans.View move(String plan, Wish wish) {
        return plans.move(plan, wish == null ? null : wish.to());
    }
}
