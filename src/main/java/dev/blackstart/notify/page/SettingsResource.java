package dev.blackstart.notify.page;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.people.ContactMethods;
import dev.blackstart.people.ContactWarnings;
import dev.blackstart.people.DirectoryRecord;
import dev.blackstart.people.FieldErrors.Flaw;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.security.oidc.OidcProvider;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
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
    private final OidcProvider oidcProvider;
    private final Clock clock;

    SettingsResource(Viewer viewer, TestMessages tests, DirectoryRecord directory, OidcProvider oidcProvider, Clock clock) {
        this.oidcProvider = oidcProvider;
        this.viewer = viewer;
        this.tests = tests;
        this.directory = directory;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        static native TemplateInstance settings(PageContext page, Person me, List<TestMessages.TestChannel> channels,
                FormState typed,
                boolean saved,
                boolean password, String zone, List<Flaw> warnings);
    }

    @GET
    public TemplateInstance show(@QueryParam("saved") boolean saved) {
        return page(typed(me().contactMethods()), saved);
    }

    private TemplateInstance page(FormState typed, boolean saved) {
        Person me = me();
        return Templates.settings(viewer.page("Settings", "settings"), me, tests.of(me), typed, saved,
                me.passwordHash != null && !oidcProvider.isOn(), me.zone == null ? "UTC" : me.zone,
                ContactWarnings.of(me));
    }

    private static FormState typed(ContactMethods contactMethods) {
        return FormState.in("channels", "email", contactMethods.email(), "chat", contactMethods.chat(), "phone",
                contactMethods.phone(), "zone", contactMethods.zone());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields({ "email", "chat", "phone", "zone" })
    public Response change(@RestForm String email, @RestForm String chat, @RestForm String phone, @RestForm String zone) {
        FormState typed = FormState.in("channels", "email", email, "chat", chat, "phone", phone, "zone", zone);
        try {
            ContactMethods contactMethods = new ContactMethods(email, chat, phone, zone).checked();
            QuarkusTransaction.requiringNew().run(() -> reach(contactMethods));
            return Response.seeOther(URI.create("/settings?saved=true")).build();
        } catch (Problem problem) {
            return Response.status(problem.status).entity(page(typed.refused(problem), false)).build();
        }
    }

    private void reach(ContactMethods contactMethods) {
        Person me = me();
        ContactMethods before = me.contactMethods();
        me.reachAt(contactMethods);
        directory.tellReach(me, before, me.key, clock.instant());
    }

    /** To myself. */
    @POST
    @Path("tests")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(@RestForm String channel) {
        try {
            tests.send(me(), channel);
            return Response.seeOther(URI.create("/settings#tests")).build();
        } catch (Problem problem) {
            return Response.status(problem.status)
                    .entity(page(new FormState("tests", typed(me().contactMethods()).values(), null, problem.getMessage()),
                            false))
                    .build();
        }
    }

    private Person me() {
        return Person.byKey(viewer.key());
    }
}
