package dev.blackstart.target;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.blackstart.web.IpAddresses;
import inet.ipaddr.IPAddress;

/**
 * Hosts as configuration and plans write them: a name, in which {@code *} is any text, an address or a network; with
 * {@code :port} or for all ports.
 */
public final class HostPattern {

    private static final Pattern WITH_PORT = Pattern.compile("\\[(?<v6>[0-9a-f:.%/]+)\\](:(?<port6>\\d{1,5}))?"
            + "|(?<host>[a-z0-9*._/-]+)(:(?<port>\\d{1,5}))?");

    private final String name;
    private final IPAddress network;
    private final Integer port;

    /** @throws IllegalArgumentException where the text names no host */
    public HostPattern(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        IPAddress whole = IpAddresses.network(written);
        Matcher parts = WITH_PORT.matcher(written);
        if (whole != null) {
            name = null;
            network = whole;
            port = null;
        } else if (parts.matches()) {
            String host = parts.group("v6") == null ? parts.group("host") : parts.group("v6");
            String portText = parts.group("v6") == null ? parts.group("port") : parts.group("port6");
            network = IpAddresses.network(host);
            name = network == null ? withoutDot(host) : null;
            port = portText == null ? null : Integer.valueOf(portText);
        } else {
            throw new IllegalArgumentException("'" + text + "' is no host; write a name, an address or a network such as"
                    + " 10.1.0.0/16, with :port or without.");
        }
    }

    /**
     * Whether one of them covers it. @param written hosts as plans and the directory write them; what is no host covers nothing
     */
    public static boolean anyCovers(Collection<String> written, String host, int port, InetAddress address) {
        return written.stream().anyMatch(text -> isHost(text) && new HostPattern(text).covers(host, port, address));
    }

    public static boolean isHost(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        return IpAddresses.network(written) != null || WITH_PORT.matcher(written).matches();
    }

    /** @param address what the host's name leads to; null where nobody asked */
    public boolean covers(String host, int wanted, InetAddress address) {
        if (port != null && port != wanted) {
            return false;
        }
        if (network == null) {
            return fits(withoutDot(host.toLowerCase(Locale.ROOT)));
        }
        IPAddress literal = IpAddresses.address(host);
        return literal != null && network.contains(literal)
                || address != null && network.contains(IpAddresses.address(address.getHostAddress()));
    }

    /** Whether it means this machine by an address of it or by its usual name. */
    boolean isLoopback() {
        return network == null ? "localhost".equals(name) : network.isLoopback();
    }

    /** A star is any text: matched piece by piece, in one pass. */
    private boolean fits(String host) {
        String[] pieces = name.split("\\*", -1);
        if (pieces.length == 1) {
            return host.equals(name);
        }
        String last = pieces[pieces.length - 1];
        if (!host.startsWith(pieces[0]) || host.length() < pieces[0].length() + last.length() || !host.endsWith(last)) {
            return false;
        }
        int from = pieces[0].length();
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = host.indexOf(pieces[i], from);
            if (found < 0) {
                return false;
            }
            from = found + pieces[i].length();
        }
        return from <= host.length() - last.length();
    }

    private static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
