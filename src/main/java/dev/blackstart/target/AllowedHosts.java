package dev.blackstart.target;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.blackstart.web.DaemonThreads;
import dev.blackstart.web.IpAddresses;
import dev.blackstart.web.NumericHost;
import inet.ipaddr.IPAddress;

/**
 * Hosts that drivers and probes may connect to. Each connection asks anew, and goes to the very address that was found good: a
 * name that means something else on the second look-up is refused then.
 */
@ApplicationScoped
public class AllowedHosts {

    /** Link-local networks, the addresses where clouds tell credentials, and what is no single host. */
    private static final List<IPAddress> NEVER = Stream.of("0.0.0.0/8", "169.254.0.0/16", "100.100.100.200", "168.63.129.16",
            "192.0.0.192", "224.0.0.0/3", "::/96", "fe80::/10", "fec0::/10", "fd00:ec2::/32", "fd20:ce::254", "ff00::/8")
            .map(IpAddresses::network).toList();

    /** IPv6 addresses that carry one of IPv4. */
    private static final IPAddress SIX_TO_FOUR = IpAddresses.network("2002::/16");
    private static final IPAddress NAT64 = IpAddresses.network("64:ff9b::/96");

    private static final String NONE = "No host may be connected to: blackstart.drivers.allowed-hosts is empty.";

    private final List<HostPattern> allowed;
    private final boolean loopback;
    private final Duration patience;
    private final Lookup lookup;

    @Inject
    AllowedHosts(TargetConfig config) {
        this(config.allowedHosts().orElse(Set.of()), config.lookupTimeout(), InetAddress::getAllByName);
    }

    public AllowedHosts(Set<String> allowed, Duration patience, Lookup lookup) {
        this.allowed = allowed.stream().map(HostPattern::new).toList();
        this.loopback = this.allowed.stream().anyMatch(HostPattern::isLoopback);
        this.patience = patience;
        this.lookup = lookup;
    }

    /** Asks what addresses a name has now. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** Whether any host is allowed at all. */
    public boolean isAny() {
        return !allowed.isEmpty();
    }

    /** Why a host is refused whatever its name leads to; empty where it may be allowed. Asks nobody. */
    public Optional<String> problem(String host, int port) {
        String bare = bare(host);
        if (!isAny()) {
            return Optional.of(NONE);
        }
        if (IpAddresses.address(bare) != null) {
            return known(bare).flatMap(found -> refusal(bare, port, found[0]));
        }
        boolean isPossible = allowed.stream().anyMatch(pattern -> pattern.isNetwork() || pattern.covers(bare, port, null));
        return isPossible ? Optional.empty()
                : Optional.of("%s, port %d, is not among blackstart.drivers.allowed-hosts.".formatted(bare, port));
    }

    /** @throws TargetRefused where it is not allowed, by its name or by what its name leads to now */
    public TargetAddress resolve(String host, int port) {
        String bare = bare(host);
        if (NumericHost.isUnusual(bare)) {
            throw new TargetRefused("Host %s is a number in an unusual form; write its name, or four decimal numbers."
                    .formatted(host));
        }
        InetAddress[] found = addresses(bare);
        for (InetAddress address : found) {
            refusal(bare, port, address).ifPresent(why -> {
                throw new TargetRefused(why);
            });
        }
        return new TargetAddress(bare, port, found[0]);
    }

    /** An empty answer for what is allowed. */
    private Optional<String> refusal(String host, int port, InetAddress found) {
        IPAddress address = inner(IpAddresses.address(found.getHostAddress()));
        String shown = host.equals(found.getHostAddress()) ? host : host + " (" + found.getHostAddress() + ")";
        if (address.isLoopback()) {
            if (!loopback) {
                return Optional.of("%s is this machine itself; blackstart.drivers.allowed-hosts does not name localhost."
                        .formatted(shown));
            }
        } else if (NEVER.stream().anyMatch(network -> network.contains(address))) {
            return Optional.of("%s is a link-local, metadata or group address; these are never connected to.".formatted(shown));
        }
        if (allowed.stream().noneMatch(pattern -> pattern.covers(host, port, found))) {
            return Optional.of("%s, port %d, is not among blackstart.drivers.allowed-hosts.".formatted(shown, port));
        }
        return Optional.empty();
    }

    /** The address of IPv4 that one of IPv6 carries. */
    private static IPAddress inner(IPAddress address) {
        if (SIX_TO_FOUR.contains(address)) {
            return address.toIPv6().get6To4IPv4Address();
        }
        return NAT64.contains(address) ? address.toIPv6().getEmbeddedIPv4Address() : address;
    }

    private InetAddress[] addresses(String host) {
        if (!isAny()) {
            throw new TargetRefused(NONE);
        }
        boolean literal = IpAddresses.address(host) != null;
        Executor aside = literal ? Runnable::run : AllowedHosts::inBackground;
        try {
            return CompletableFuture.supplyAsync(() -> known(host), aside).get(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .orElseThrow(() -> new TargetFailed("Host %s is not known here.".formatted(host)));
        } catch (TimeoutException slow) {
            throw new TargetFailed("Host %s was not found within %d ms.".formatted(host, patience.toMillis()), slow);
        } catch (ExecutionException failed) {
            throw new TargetFailed("Host %s could not be looked up.".formatted(host), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TargetFailed("Looking up %s was interrupted.".formatted(host), stopped);
        }
    }

    /** The operating system's own look-up cannot be interrupted. */
    private static void inBackground(Runnable task) {
        DaemonThreads.named("look-up").newThread(task).start();
    }

    private Optional<InetAddress[]> known(String host) {
        try {
            InetAddress[] found = lookup.addresses(host);
            return found.length == 0 ? Optional.empty() : Optional.of(found);
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
