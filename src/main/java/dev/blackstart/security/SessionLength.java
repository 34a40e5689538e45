package dev.blackstart.security;

import java.time.Duration;

import jakarta.ws.rs.container.ContainerResponseContext;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tells a browser how long its session lives from now on, so that a page it keeps for a time without a network ends with it.
 */
class SessionLength {

    private static final String HEADER = "X-Session-Seconds";

    private final Viewer viewer;
    private final Duration length;

    SessionLength(Viewer viewer, @ConfigProperty(name = "quarkus.http.auth.form.timeout") Duration length) {
        this.viewer = viewer;
        this.length = length;
    }

    @ServerResponseFilter
    void say(ContainerResponseContext response) {
        if (viewer.isSignedIn() && viewer.signedIn().session() != null) {
            response.getHeaders().putSingle(HEADER, length.toSeconds());
        }
    }
}
