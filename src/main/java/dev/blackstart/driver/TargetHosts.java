package dev.blackstart.driver;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.blackstart.target.HostPattern;
import dev.blackstart.target.TargetAddress;
import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetRefused;
import dev.blackstart.target.http.TargetHttp;

/** The hosts of a fault's targets: what it touches must be among them. */
public record TargetHosts(List<TargetSystem> targets) {

    /** @param address what the host's name leads to; null where nobody asked */
    public boolean cover(String host, int port, InetAddress address) {
        return targets.stream().anyMatch(target -> HostPattern.anyCovers(target.hosts(), host, port, address));
    }

    /** Whether neither plan nor directory say what belongs to any of them. */
    public boolean areUnknown() {
        return targets.stream().allMatch(target -> target.hosts().isEmpty());
    }

    /** Of their systems, for a sentence. */
    public String keys() {
        return targets.stream().map(TargetSystem::key).collect(Collectors.joining(", "));
    }

    /** Why what is touched is none of theirs; empty where it is one. @param address see {@link #cover} */
    public Optional<String> problem(String host, int port, InetAddress address) {
        return cover(host, port, address) ? Optional.empty()
                : Optional.of(refusal(port > 0 ? host + ", port " + port + "," : host));
    }

    /** @param touched what is none of theirs */
    public String refusal(String touched) {
        return areUnknown()
                ? "%s is touched, and no hosts are known of %s; write hosts at the system, in the plan or in the directory."
                        .formatted(touched, keys())
                : "%s belongs to none of the targets %s; add it to the hosts of the system it is part of, or name that system."
                        .formatted(touched, keys());
    }

    /** Why the host of a URL is not allowed or is none of theirs; looks its name up. */
    public Optional<String> problem(TargetHttp http, String url) {
        try {
            TargetAddress address = http.address(url);
            return problem(address.host(), address.port(), address.address());
        } catch (TargetFailed notAllowed) {
            return Optional.of(notAllowed.getMessage());
        }
    }

    /** @throws TargetRefused where it is none of theirs */
    public void require(String host, int port, InetAddress address) {
        problem(host, port, address).ifPresent(why -> {
            throw new TargetRefused(why);
        });
    }
}
