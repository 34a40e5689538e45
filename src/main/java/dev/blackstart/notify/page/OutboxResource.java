package dev.blackstart.notify.page;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.notify.Delivery;
import dev.blackstart.notify.email.MailServer;
import dev.blackstart.people.Person;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Address;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Everything that was sent to me, and where it has come. Without a mail server, mails are read here. */
@Path("/outbox")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class OutboxResource {

    private static final int SHOWN = 25;

    private final Viewer viewer;
    private final Address address;
    private final MailServer server;

    OutboxResource(Viewer viewer, Address address, MailServer server) {
        this.viewer = viewer;
        this.address = address;
        this.server = server;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        static native TemplateInstance outbox(PageContext page, List<Line> messages, String older, boolean newest,
                boolean posted,
                String zone);
    }

    /** A message and its text in pieces; none until it has arrived. */
    public record Line(Message message, List<LinkedText> pieces) {
    }

    /** @param after one that is not mine counts as none */
    @GET
    public TemplateInstance show(@QueryParam("after") UUID after) {
        Delivery asked = after == null ? null : Delivery.findById(after);
        Delivery last = asked == null || !asked.person.equals(viewer.key()) ? null : asked;
        List<Line> lines = Delivery.to(viewer.key(), last, SHOWN).stream().map(Message::of).map(this::line).toList();
        String older = lines.size() == SHOWN ? "/outbox?after=" + lines.get(SHOWN - 1).message().id() : null;
        Person me = Person.byKey(viewer.key());
        return Templates.outbox(viewer.page("Messages", "outbox"), lines, older, last == null, server.isThere(),
                me.zone == null ? "UTC" : me.zone);
    }

    private Line line(Message message) {
        return new Line(message, message.text() == null ? List.of() : LinkedText.pieces(message.text(), address.of("")));
    }
}
