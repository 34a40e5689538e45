package dev.blackstart.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import dev.blackstart.people.PlatformRole;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.PageFrame;
import dev.blackstart.web.form.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;

/** Who is looking, in this request. */
@RequestScoped
public class Viewer implements PageFrame {

    private final SecurityIdentity identity;
    private final WaitingList waiting;
    private final CurrentVertxRequest request;
    private final HttpHeaders headers;

    Viewer(SecurityIdentity identity, WaitingList waiting, CurrentVertxRequest request, @Context HttpHeaders headers) {
        this.waiting = waiting;
        this.request = request;
        this.identity = identity;
        this.headers = headers;
    }

    /** Person key. */
    public String key() {
        return identity.getAttribute(SignInTicket.KEY);
    }

    /** For what outlives this request. */
    public SignInTicket signedIn() {
        return new SignInTicket(key(), identity.getAttribute(SignInTicket.SESSION),
                identity.getAttribute(SignInTicket.VERSION),
                identity.getAttribute(SignInTicket.UNTIL));
    }

    public String name() {
        return identity.getAttribute(SignInTicket.NAME);
    }

    @Override
    public PageContext page(String title, String active) {
        return new PageContext(title,
                isSignedIn() ? new PageContext.Who(key(), name(), isMaster(), waiting.count(key())) : null, active,
                arrived(), Refusal.reason(headers.getCookies()));
    }

    private String arrived() {
        Cookie cookie = request.getCurrent() == null ? null : request.getCurrent().request().getCookie(Arrived.COOKIE);
        return cookie == null ? null : Arrived.text(cookie.getValue());
    }

    /** Whether it is a person: monitoring shows a token and is none. */
    public boolean isSignedIn() {
        return key() != null;
    }

    /** Admin or Master of Disaster: imports plans, creates exercises, sees every exercise as control staff do. */
    public boolean isMaster() {
        return identity.hasRole(PlatformRole.ADMIN.key()) || identity.hasRole(PlatformRole.MASTER_OF_DISASTER.key());
    }

    /** Gives roles and passwords, and sees what is secret. */
    public boolean isAdmin() {
        return identity.hasRole(PlatformRole.ADMIN.key());
    }

    /** @throws Problem 403 unless {@link #isAdmin()} */
    public void mustBeAdmin() {
        if (!isAdmin()) {
            throw Problem.forbidden("Only an administrator may do this; ask one of them.");
        }
    }

    /** @throws Problem 403 unless {@link #isMaster()} */
    public void mustBeMaster() {
        if (!isMaster()) {
            throw Problem.forbidden("Only a Master of Disaster or an administrator may do this; ask one of them.");
        }
    }
}
