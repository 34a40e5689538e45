package dev.blackstart.notify;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.blackstart.notify.Channel.DeliveryFailed;

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

    /** Those of IPv4 that are nobody's on the Internet: network and bits. */
    private static final int[][] INTERNAL_V4 = { { 0, 8 }, { v4(10, 0, 0), 8 }, { v4(100, 64, 0), 10 }, { v4(127, 0, 0), 8 },
            { v4(169, 254, 0), 16 }, { v4(172, 16, 0), 12 }, { v4(192, 0, 0), 24 }, { v4(192, 0, 2), 24 },
            { v4(192, 88, 99), 24 }, { v4(192, 168, 0), 16 }, { v4(198, 18, 0), 15 }, { v4(198, 51, 100), 24 },
            { v4(203, 0, 113), 24 }, { v4(224, 0, 0), 3 } };

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
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isInternalV4(bytes, 0);
        }
        boolean zeros = allZero(bytes, 0, 10);
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        if (first == 0x2002) { // 6to4 carries an IPv4 address
            return isInternalV4(bytes, 2);
        }
        if (first == 0x64 && second == 0xff9b) { // so does NAT64
            return !allZero(bytes, 4, 12) || isInternalV4(bytes, 12);
        }
        boolean global = first >>> 13 == 1; // 2000::/3 is all that was given out
        boolean special = first == 0x2001 && (second < 0x200 || second == 0xdb8);
        return zeros || !global || special;
    }

    private static boolean isInternalV4(byte[] bytes, int from) {
        int value = (bytes[from] & 0xff) << 24 | (bytes[from + 1] & 0xff) << 16 | (bytes[from + 2] & 0xff) << 8
                | bytes[from + 3] & 0xff;
        return Arrays.stream(INTERNAL_V4).anyMatch(range -> value >>> 32 - range[1] == range[0] >>> 32 - range[1]);
    }

    private static boolean allZero(byte[] bytes, int from, int until) {
        for (int i = from; i < until; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static int v4(int one, int two, int three) {
        return one << 24 | two << 16 | three << 8;
    }
}
