package dev.blackstart.notify;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.blackstart.notify.Channel.DeliveryFailed;
import dev.blackstart.web.IpAddresses;
import dev.blackstart.web.NumericHost;
import inet.ipaddr.IPAddress;

/**
 * Where a webhook may go: an address that was looked at, so that nobody's chat address reads from inside our network. The
 * connection goes to the very address that was found good; the name is asked for once.
 *
 * @param host as the server at the other end knows itself
 * @param address what it resolved to
 * @param path with its query
 */
record Destination(boolean secure, String host, int port, InetAddress address, String path) {

    /** The same words for both: nobody learns from them which names an internal network knows. */
    private static final String INTERNAL = "Its host is not known, or lies in an internal network and is refused.";

    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    /** Networks that are nobody's on the Internet. */
    private static final List<IPAddress> INTERNAL_NETWORKS = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10",
            "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "2001::/23",
            "2001:db8::/32").map(IpAddresses::network).toList();

    /** All IPv6 addresses that were ever given out. */
    private static final IPAddress GLOBAL_IPV6 = IpAddresses.network("2000::/3");

    /** IPv6 addresses that carry one of IPv4. */
    private static final IPAddress SIX_TO_FOUR = IpAddresses.network("2002::/16");
    private static final IPAddress NAT64 = IpAddresses.network("64:ff9b::/96");

    /** What the person's own address leads to. @param inside hosts that may lie inside, and be spoken to without TLS */
    static Destination guarded(String url, Set<String> inside) {
        URI uri = parsed(url);
        boolean trusted = inside.contains(bare(uri.getHost()));
        if (!trusted && NumericHost.isUnusual(uri.getHost())) {
            throw unusual();
        }
        if (!trusted && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw DeliveryFailed.forGood("Its address is not https.");
        }
        InetAddress[] found = resolved(uri);
        if (!trusted && Arrays.stream(found).anyMatch(Destination::isInternal)) {
            throw DeliveryFailed.forGood(INTERNAL);
        }
        return of(uri, found[0]);
    }

    /** One that the installation's own settings name. */
    static Destination trusted(String url) {
        URI uri = parsed(url);
        return of(uri, resolved(uri)[0]);
    }

    private static Destination of(URI uri, InetAddress address) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Destination(secure, uri.getHost(), port, address,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static URI parsed(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getPort() <= 65_535) {
                return uri;
            }
            String authority = uri.getRawAuthority(); // some numbers are no host to URI
            if (web && authority != null && NumericHost.isUnusual(PORT.matcher(authority).replaceFirst(""))) {
                throw unusual();
            }
        } catch (URISyntaxException broken) {
            throw DeliveryFailed.forGood("Its address is no web address.");
        }
        throw DeliveryFailed.forGood("Its address is no web address, or holds a password.");
    }

    private static DeliveryFailed unusual() {
        return DeliveryFailed.forGood("Its host is a number in an unusual form, which could mean an address in an internal"
                + " network. Write its name, or four decimal numbers.");
    }

    private static InetAddress[] resolved(URI uri) {
        try {
            return InetAddress.getAllByName(bare(uri.getHost()));
        } catch (UnknownHostException unknown) {
            throw DeliveryFailed.forNow(INTERNAL, null, unknown);
        }
    }

    private static String bare(String host) {
        return (host.startsWith("[") ? host.substring(1, host.length() - 1) : host).toLowerCase(Locale.ROOT);
    }

    static boolean isInternal(InetAddress address) {
        return isInternal(IpAddresses.address(address));
    }

    private static boolean isInternal(IPAddress address) {
        if (INTERNAL_NETWORKS.stream().anyMatch(network -> network.contains(address))) {
            return true;
        }
        if (SIX_TO_FOUR.contains(address)) {
            return isInternal(address.toIPv6().get6To4IPv4Address());
        }
        if (NAT64.contains(address)) {
            return isInternal(address.toIPv6().getEmbeddedIPv4Address());
        }
        return address.isIPv6() && !GLOBAL_IPV6.contains(address);
    }
}
