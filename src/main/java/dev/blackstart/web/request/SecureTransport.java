package dev.blackstart.web.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.web.Address;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;

/**
 * What changes where people come by https, though TLS ends at a proxy: cookies are Secure, browsers keep to https (HSTS), and
 * redirects do not lead back to http. The configured address says so, or a trusted proxy.
 */
@ApplicationScoped
class SecureTransport {

    private static final int BEFORE_OTHERS = 11_000;
    private static final int MOVED = 308;
    private static final String HSTS = "max-age=31536000";

    private final Address address;
    private final TrustedProxies proxies;

    SecureTransport(Address address, TrustedProxies proxies) {
        this.address = address;
        this.proxies = proxies;
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (isPlainPage(routing.request())) {
                routing.response().setStatusCode(MOVED)
                        .putHeader(HttpHeaderNames.LOCATION, address.of(routing.request().uri())).end();
                return;
            }
            if (address.isSecure() || proxies.isSecure(routing.request())) {
                routing.addHeadersEndHandler(done -> secure(routing));
            }
            routing.next();
        }, BEFORE_OTHERS);
    }

    /** Reading by plain http, as a trusted proxy says: goes on by https. */
    private boolean isPlainPage(HttpServerRequest request) {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return address.isSecure() && reads && request.uri().startsWith("/") && proxies.isPlain(request);
    }

    private void secure(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        MultiMap headers = routing.response().headers();
        headers.set("Strict-Transport-Security", HSTS);
        String location = headers.get(HttpHeaderNames.LOCATION);
        String own = request.scheme() + "://" + request.authority();
        if (location != null && (location.equals(own) || location.startsWith(own + "/"))) {
            String path = location.equals(own) ? "/" : location.substring(own.length());
            headers.set(HttpHeaderNames.LOCATION, address.isSecure() ? address.of(path) : path);
        }
        request.cookies().stream().map(ServerCookie.class::cast).filter(ServerCookie::isChanged)
                .forEach(cookie -> cookie.setSecure(true));
    }
}
