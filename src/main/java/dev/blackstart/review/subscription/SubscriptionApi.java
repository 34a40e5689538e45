package dev.blackstart.review.subscription;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.review.subscription.Subscriptions.Subscription;
import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** Of which published reports the caller hears. */
@Path("/api/subscriptions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SubscriptionApi {

    private final Subscriptions subscriptions;
    private final Viewer viewer;

    SubscriptionApi(Subscriptions subscriptions, Viewer viewer) {
        this.subscriptions = subscriptions;
        this.viewer = viewer;
    }

    @GET
    public Subscription read() {
        return subscriptions.of(viewer.key());
    }

    @PUT
    public Subscription change(Subscription wanted) {
        return subscriptions.change(viewer.key(), wanted);
    }
}
