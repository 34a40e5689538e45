package dev.blackstart.web.request;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.blackstart.web.IpAddresses;
import dev.blackstart.web.WebConfig;
import inet.ipaddr.IPAddress;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/**
 * Who sent a request when reverse proxies stand in between. Only the forwarded headers of proxies that the configuration names
 * count; from anybody else they are ignored.
 */
@ApplicationScoped
public class TrustedProxies {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private final List<IPAddress> trusted;

    @Inject
    TrustedProxies(WebConfig config) {
        this(config.trustedProxies().orElse(List.of()));
    }

    TrustedProxies(List<String> networks) {
        this.trusted = networks.stream().map(String::strip).filter(network -> !network.isEmpty()).map(TrustedProxies::network)
                .toList();
    }

    private static IPAddress network(String text) {
        IPAddress network = IpAddresses.network(text);
        if (network == null) {
            throw new IllegalStateException(
                    "blackstart.web.trusted-proxies takes addresses and networks like 10.0.0.0/8, not '" + text + "'");
        }
        return network;
    }

    /** The address of the browser or script: the last one that is not a trusted proxy's. A client cannot choose it. */
    public String client(HttpServerRequest request) {
        return client(peer(request), request.headers().getAll(FORWARDED_FOR));
    }

    String client(String peer, List<String> forwarded) {
        if (!isTrusted(peer)) {
            return peer;
        }
        List<String> hops = Arrays.asList(String.join(",", forwarded).split(","));
        Collections.reverse(hops);
        String client = peer;
        for (String hop : hops) {
            String address = bare(hop.strip());
            if (IpAddresses.address(address) == null) {
                return client;
            }
            client = address;
            if (!isTrusted(address)) {
                return client;
            }
        }
        return client;
    }

    /** Whether a trusted proxy says so, or TLS ends here. */
    public boolean isSecure(HttpServerRequest request) {
        return request.isSSL() || "https".equalsIgnoreCase(protocol(request));
    }

    /** Whether a trusted proxy says that the browser used plain http. */
    boolean isPlain(HttpServerRequest request) {
        return "http".equalsIgnoreCase(protocol(request));
    }

    /** What the nearest trusted proxy says of the connection it got; null where none says anything. */
    private String protocol(HttpServerRequest request) {
        String said = request.getHeader(FORWARDED_PROTO);
        return said != null && isTrusted(peer(request)) ? said.substring(said.lastIndexOf(',') + 1).strip() : null;
    }

    /** The other end of the connection, whatever any header says. */
    private static String peer(HttpServerRequest request) {
        SocketAddress other = request.connection().remoteAddress();
        return other == null || other.hostAddress() == null ? "unknown" : other.hostAddress();
    }

    private boolean isTrusted(String address) {
        IPAddress known = IpAddresses.address(address);
        return known != null && trusted.stream().anyMatch(network -> network.contains(known));
    }

    /** Without the brackets and the port that some proxies add. */
    private static String bare(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        return hop.chars().filter(c -> c == ':').count() == 1 ? hop.substring(0, hop.indexOf(':')) : hop;
    }
}
