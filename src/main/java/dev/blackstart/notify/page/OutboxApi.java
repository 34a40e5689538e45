package dev.blackstart.notify.page;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.notify.Delivery;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** What was sent to whoever asks; nobody reads another one's. */
@Path("/api/outbox")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class OutboxApi {

    private final Viewer viewer;

    OutboxApi(Viewer viewer) {
        this.viewer = viewer;
    }

    @GET
    public PagedList<Message> list(@QueryParam("after") UUID after, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        Delivery last = after == null ? null : mine(after);
        List<Message> found = Delivery.to(viewer.key(), last, most).stream().map(Message::of).toList();
        return new PagedList<>(found, found.size() == most ? found.get(most - 1).id().toString() : null);
    }

    private Delivery mine(UUID id) {
        Delivery delivery = Delivery.findById(id);
        if (delivery == null || !delivery.person.equals(viewer.key())) {
            throw Problem.invalid("after", "after is the next of the page before.");
        }
        return delivery;
    }
}
