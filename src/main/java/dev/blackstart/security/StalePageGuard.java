package dev.blackstart.security;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import dev.blackstart.problem.Problem;

/**
 * A page that stayed open while somebody else signed in says whom it was for: what its script sends must not count as the
 * other's.
 */
class StalePageGuard {

    private static final String HEADER = "X-Person";

    private final Viewer viewer;

    StalePageGuard(Viewer viewer) {
        this.viewer = viewer;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        String meant = request.getHeaderString(HEADER);
        if (meant != null && viewer.isSignedIn() && !meant.equals(viewer.key())) {
            throw new Problem(401, "Somebody else is signed in", "Sign in again as whoever wrote this, and it will be sent.");
        }
    }
}
