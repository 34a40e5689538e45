package dev.blackstart.notify;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.people.ContactWarnings;
import dev.blackstart.people.DirectoryRecord;
import dev.blackstart.people.Flaws.Flaw;
import dev.blackstart.people.Person;
import dev.blackstart.people.Ways;
import dev.blackstart.security.Provider;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.NeedsFields;
import dev.blackstart.web.Page;
import dev.blackstart.web.Problem;
import dev.blackstart.web.Typed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** How I am reached, and whether that works. */
@Path("/settings")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SettingsResource {

    private final Viewer viewer;
    private final TestMessages tests;
    private final DirectoryRecord directory;
    private final Provider provider;
    private final Clock clock;

    SettingsResource(Viewer viewer, TestMessages tests, DirectoryRecord directory, Provider provider, Clock clock) {
        this.provider = provider;
        this.viewer = viewer;
        this.tests = tests;
        this.directory = directory;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        static native TemplateInstance settings(Page page, Person me, List<TestMessages.Way> ways, Typed typed, boolean saved,
                boolean password, String zone, List<Flaw> warnings);
    }

    @GET
    public TemplateInstance show(@QueryParam("saved") boolean saved) {
        return page(typed(me().ways()), saved);
    }

    private TemplateInstance page(Typed typed, boolean saved) {
        Person me = me();
        return Templates.settings(viewer.page("Settings", "settings"), me, tests.of(me), typed, saved,
                me.passwordHash != null && !provider.isOn(), me.zone == null ? "UTC" : me.zone,
                ContactWarnings.of(me));
    }

    private static Typed typed(Ways ways) {
        return Typed.in("ways", "email", ways.email(), "chat", ways.chat(), "phone", ways.phone(), "zone", ways.zone());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields({ "email", "chat", "phone", "zone" })
    public Response change(@RestForm String email, @RestForm String chat, @RestForm String phone, @RestForm String zone) {
        Typed typed = Typed.in("ways", "email", email, "chat", chat, "phone", phone, "zone", zone);
        try {
            Ways ways = new Ways(email, chat, phone, zone).checked();
            QuarkusTransaction.requiringNew().run(() -> reach(ways));
            return Response.seeOther(URI.create("/settings?saved=true")).build();
        } catch (Problem problem) {
            return Response.status(problem.status).entity(page(typed.refused(problem), false)).build();
        }
    }

    private void reach(Ways ways) {
        Person me = me();
        Ways before = me.ways();
        me.reachAt(ways);
        directory.tellReach(me, before, me.key, clock.instant());
    }

    /** To myself. */
    @POST
    @Path("tests")
    @Transactional(dontRollbackOn = Problem.class)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(@RestForm String way) {
        try {
            tests.send(me(), way);
            return Response.seeOther(URI.create("/settings#tests")).build();
        } catch (Problem problem) {
            return Response.status(problem.status)
                    .entity(page(new Typed("tests", typed(me().ways()).values(), null, problem.getMessage()), false)).build();
        }
    }

    private Person me() {
        return Person.byKey(viewer.key());
    }
}
