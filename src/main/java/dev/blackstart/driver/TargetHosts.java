package dev.blackstart.driver;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

import dev.blackstart.target.HostPattern;
import dev.blackstart.target.TargetRefused;

/** The hosts of a fault's targets: what it touches must be among them. */
public record TargetHosts(List<TargetSystem> targets) {

    /**
     * Why a host is none of theirs; empty where it is one.
     *
     * @param address what its name leads to; null where nobody asked
     */
    public Optional<String> problem(String host, int port, InetAddress address) {
        if (targets.stream().anyMatch(target -> HostPattern.anyCovers(target.hosts(), host, port, address))) {
            return Optional.empty();
        }
        List<String> keys = targets.stream().map(TargetSystem::key).toList();
        boolean none = targets.stream().allMatch(target -> target.hosts().isEmpty());
        String touched = port > 0 ? host + ", port " + port + "," : host;
        return Optional.of(none
                ? "%s is touched, and no hosts are known of %s; write hosts at the system, in the plan or in the directory."
                        .formatted(touched, String.join(", ", keys))
                : "%s belongs to none of the targets %s; add it to the hosts of the system it is part of, or name that system."
                        .formatted(touched, String.join(", ", keys)));
    }

    /** @throws TargetRefused where it is none of theirs */
    public void require(String host, int port, InetAddress address) {
        problem(host, port, address).ifPresent(why -> {
            throw new TargetRefused(why);
        });
    }
}
