package dev.blackstart.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Ends {@link Arrived} with the first page that said it. */
class ArrivedOnce {

    @ServerResponseFilter
    void forget(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getCookies().containsKey(Arrived.COOKIE) && request.getMethod().equals("GET")
                && response.getStatus() == 200 && MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())
                && request.getHeaderString("HX-Request") == null) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, Arrived.cookie("", 0));
        }
    }
}
