package dev.blackstart.review.subscription;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.people.Person;
import dev.blackstart.people.Picked;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.subscription.Subscriptions.Subscription;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Address;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Of which reports I hear by mail, and the address of my feed of them. */
@Path("/settings/reports")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ReportSettingsResource {

    private final Subscriptions subscriptions;
    private final ReportFeeds feeds;
    private final Viewer viewer;
    private final Address address;

    ReportSettingsResource(Subscriptions subscriptions, ReportFeeds feeds, Viewer viewer, Address address) {
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.viewer = viewer;
        this.address = address;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance subscription(PageContext page, FormState typed, boolean mail, ReportFeed feed,
                String told,
                String zone);
    }

    @GET
    @Transactional
    public TemplateInstance show() {
        return page(stored(), null);
    }

    private FormState stored() {
        Subscription now = subscriptions.of(viewer.key());
        return FormState.in("subscription", "reports", now.reports(), "teams", now.teams().stream().map(Team::byKey)
                .filter(team -> team != null).map(team -> team.name).collect(Collectors.joining("\n")));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestForm String reports, @RestForm String teams) {
        try {
            subscriptions.change(viewer.key(), new Subscription(reports, keys(teams)));
        } catch (Problem problem) {
            FormState typed = FormState.in("subscription", "reports", reports, "teams", teams).refused(problem);
            return Response.status(problem.status).entity(page(typed, null)).build();
        }
        return Arrived.SUBSCRIPTION.at("/settings/reports");
    }

    /** One a line, by name or key. */
    private static List<String> keys(String teams) {
        return teams == null ? List.of()
                : Arrays.stream(teams.split("[\\n,]")).map(String::strip).filter(team -> !team.isEmpty())
                        .map(team -> Picked.team("teams", team)).toList();
    }

    /** The address is told in this answer and never again: it is stored nowhere. */
    @POST
    @Path("feed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response feed(@RestForm String to) {
        if ("made".equals(to)) {
            return Response.ok(page(stored(), address.of("/reports.atom?token=" + feeds.make(viewer.key())))).build();
        }
        if (!"revoked".equals(to)) {
            throw Problem.invalid("to", "Say made or revoked.");
        }
        feeds.revoke(viewer.key());
        return Response.seeOther(URI.create("/settings/reports")).build();
    }

    private TemplateInstance page(FormState typed, String told) {
        ReportFeed feed = ReportFeed.of(viewer.key());
        Person me = Person.byKey(viewer.key());
        return Templates.subscription(viewer.page("Reports", "settings"), typed, me.email != null,
                feed == null || feed.tokenHash == null ? null : feed, told, me.zone == null ? "UTC" : me.zone);
    }
}
