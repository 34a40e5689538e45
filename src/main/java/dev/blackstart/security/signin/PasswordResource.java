package dev.blackstart.security.signin;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.problem.Problem;
import dev.blackstart.security.SignInTicket;
import dev.blackstart.security.Viewer;
import dev.blackstart.security.password.Passwords;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.limits.CurrentPermit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;

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
        static native TemplateInstance password(PageContext page, boolean kept, boolean changed, FormState typed);
    }

    @GET
    public TemplateInstance show(@QueryParam("changed") boolean changed) {
        return page(changed, FormState.NOTHING);
    }

    private TemplateInstance page(boolean changed, FormState typed) {
        return Templates.password(viewer.page("Password", "settings"), passwords.hasOne(viewer.key()), changed, typed);
    }

    /** What was typed does not come back. A late answer waits without a thread and without a permit. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Uni<Response> change(@RestForm String current, @RestForm String wanted, @Context RoutingContext routing) {
        SignInTicket signedIn = viewer.signedIn();
        return Uni.createFrom().deferred(() -> passwords.confirm(signedIn.person(), current))
                .onSubscription().invoke(() -> CurrentPermit.release(routing))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(right -> {
                    passwords.change(signedIn.person(), current, wanted, signedIn.session());
                    return Response.seeOther(URI.create("/settings/password?changed=true")).build();
                }).onFailure(Problem.class).recoverWithItem(this::refused);
    }

    private Response refused(Problem problem) {
        return Response.status(problem.status)
                .entity(page(false, FormState.in("password", "current", null, "wanted", null).refused(problem))).build();
    }
}
