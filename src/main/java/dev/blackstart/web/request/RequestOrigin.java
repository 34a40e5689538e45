package dev.blackstart.web.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.web.Address;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;

/** Which page a browser sent a request from. Browsers say so in headers that no page can set. */
@ApplicationScoped
public class RequestOrigin {

    private static final String SITE = "Sec-Fetch-Site";

    /** {@code none}: somebody did it by hand, as by reloading a page. */
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Address address;

    RequestOrigin(Address address) {
        this.address = address;
    }

    /** Whether the browser says anything of it. */
    public boolean isKnown(HttpServerRequest request) {
        return request.headers().contains(SITE) || request.headers().contains(HttpHeaderNames.ORIGIN);
    }

    /** Whether it was a page of another host or of another port. */
    public boolean isForeign(HttpServerRequest request) {
        return request.headers().getAll(SITE).stream().anyMatch(site -> !OWN_SITE.contains(site))
                || request.headers().getAll(HttpHeaderNames.ORIGIN).stream()
                        .anyMatch(origin -> !isOwn(origin, request.getHeader(HttpHeaderNames.HOST)));
    }

    /** The host that was asked, or the address that the configuration names where a proxy does not hand the host on. */
    private boolean isOwn(String origin, String host) {
        Place from = Place.of(origin);
        if (from == null) {
            return false;
        }
        Place configured = Place.of(address.of(""));
        boolean downgraded = address.isSecure() && from.scheme.equals("http") && from.host.equals(configured.host);
        return from.equals(configured) || !downgraded && host != null && from.equals(Place.of(from.scheme + "://" + host));
    }

    /** Scheme, host and port, as the same-origin rule compares them. */
    private record Place(String scheme, String host, int port) {

        static Place of(String address) {
            try {
                URI uri = new URI(address.toLowerCase(Locale.ROOT));
                boolean secure = "https".equals(uri.getScheme());
                if (uri.getHost() == null || !secure && !"http".equals(uri.getScheme())) {
                    return null;
                }
                int standard = secure ? 443 : 80;
                return new Place(uri.getScheme(), uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort());
            } catch (URISyntaxException broken) {
                return null;
            }
        }
    }
}
