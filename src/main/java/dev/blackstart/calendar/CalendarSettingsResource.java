package dev.blackstart.calendar;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Address;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The address of my own calendar: make one, make another, take it back. */
@Path("/settings/calendar")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class CalendarSettingsResource {

    private final CalendarFeeds calendarFeeds;
    private final Viewer viewer;
    private final Address address;

    CalendarSettingsResource(CalendarFeeds calendarFeeds, Viewer viewer, Address address) {
        this.calendarFeeds = calendarFeeds;
        this.viewer = viewer;
        this.address = address;
    }

    @CheckedTemplate(basePath = "calendar")
    static class Templates {
        static native TemplateInstance settings(PageContext page, CalendarFeed feed, String told, String zone);
    }

    @GET
    public TemplateInstance show() {
        return page(null);
    }

    /** The address is told in this answer and never again: it stands nowhere. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestForm String to) {
        if ("made".equals(to)) {
            return Response.ok(page(address.of("/calendar.ics?token=" + calendarFeeds.make(viewer.key())))).build();
        }
        if (!"revoked".equals(to)) {
            throw Problem.invalid("to", "Say made or revoked.");
        }
        calendarFeeds.revoke(viewer.key());
        return Response.seeOther(URI.create("/settings/calendar")).build();
    }

    private TemplateInstance page(String told) {
        CalendarFeed feed = CalendarFeed.of(viewer.key());
        String zone = Person.byKey(viewer.key()).zone;
        return Templates.settings(viewer.page("Calendar feed", "settings"),
                feed == null || feed.tokenHash == null ? null : feed, told, zone == null ? "UTC" : zone);
    }
}
