package dev.blackstart.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
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
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final List<IpSubnetFilterRule> trusted;

    @Inject
    TrustedProxies(WebConfig config) {
        this(config.trustedProxies().orElse(List.of()));
    }

    TrustedProxies(List<String> networks) {
        this.trusted = networks.stream().map(String::strip).filter(network -> !network.isEmpty()).map(TrustedProxies::rule)
                .toList();
    }

    private static IpSubnetFilterRule rule(String network) {
        String[] parts = network.split("/", 2);
        try {
            if (NetUtil.isValidIpV4Address(parts[0]) || NetUtil.isValidIpV6Address(parts[0])) {
                InetAddress base = InetAddress.getByName(parts[0]);
                int bits = base.getAddress().length == 4 ? IPV4_BITS : IPV6_BITS;
                return new IpSubnetFilterRule(base, parts.length == 1 ? bits : Integer.parseInt(parts[1]),
                        IpFilterRuleType.ACCEPT);
            }
        } catch (UnknownHostException | IllegalArgumentException broken) {
            throw new IllegalStateException(complaint(network), broken);
        }
        throw new IllegalStateException(complaint(network));
    }

    private static String complaint(String network) {
        return "blackstart.web.trusted-proxies takes addresses and networks like 10.0.0.0/8, not '" + network + "'";
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
            if (!NetUtil.isValidIpV4Address(address) && !NetUtil.isValidIpV6Address(address)) {
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
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return false;
        }
        try {
            InetSocketAddress there = new InetSocketAddress(InetAddress.getByAddress(bytes), 0);
            return trusted.stream().anyMatch(rule -> rule.matches(there));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address has 4 or 16 bytes", impossible);
        }
    }

    /** Without the brackets and the port that some proxies add. */
    private static String bare(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        return hop.chars().filter(c -> c == ':').count() == 1 ? hop.substring(0, hop.indexOf(':')) : hop;
    }
}
