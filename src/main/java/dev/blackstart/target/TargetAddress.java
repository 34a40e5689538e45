package dev.blackstart.target;

import java.net.InetAddress;

/**
 * Where a connection goes: an address that was checked, so that nobody is asked for the name a second time.
 *
 * @param host as the target knows itself
 */
public record TargetAddress(String host, int port, InetAddress address) {

    public TargetAddress {
        if (port < 1 || port > 65_535) {
            throw new TargetRefused("Port %d of %s does not exist; ports are 1 to 65535.".formatted(port, host));
        }
    }
}
