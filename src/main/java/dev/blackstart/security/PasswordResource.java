package dev.blackstart.security;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.web.Page;
import dev.blackstart.web.Problem;
import dev.blackstart.web.Typed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** My own password, where this installation keeps it. */
@Path("/settings/password")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PasswordResource {

    private final Passwords passwords;
    private final Viewer viewer;

    PasswordResource(Passwords passwords, Viewer viewer) {
        this.passwords = passwords;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "security")
    static class Templates {
        static native TemplateInstance password(Page page, boolean kept, boolean changed, Typed typed);
    }

    @GET
    public TemplateInstance show(@QueryParam("changed") boolean changed) {
        return page(changed, Typed.NOTHING);
    }

    private TemplateInstance page(boolean changed, Typed typed) {
        return Templates.password(viewer.page("Password", "settings"), passwords.hasOne(viewer.key()), changed, typed);
    }

    /** What was typed does not come back. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestForm String current, @RestForm String wanted) {
        try {
            passwords.change(viewer.key(), current, wanted, viewer.signedIn().session());
            return Response.seeOther(URI.create("/settings/password?changed=true")).build();
        } catch (Problem problem) {
            return Response.status(problem.status)
                    .entity(page(false, Typed.in("password", "current", null, "wanted", null).refused(problem))).build();
        }
    }
}
