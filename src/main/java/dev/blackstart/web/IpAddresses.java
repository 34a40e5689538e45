package dev.blackstart.web;

import java.net.InetAddress;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;

/** IP addresses and networks in their usual form: four decimal numbers or IPv6, and a prefix length for a network. */
public final class IpAddresses {

    private static final IPAddressStringParameters NETWORK = usual(true);
    private static final IPAddressStringParameters ADDRESS = usual(false);

    private IpAddresses() {
    }

    private static IPAddressStringParameters usual(boolean prefix) {
        return new IPAddressStringParameters.Builder().allowEmpty(false).allowAll(false).allowSingleSegment(false)
                .allowPrefixOnly(false).allowMask(false).allowPrefix(prefix).allowWildcardedSeparator(false)
                .allow_inet_aton(false).setRangeOptions(RangeParameters.NO_RANGE).toParams();
    }

    /** An address without its zone; one of IPv4 that is written as IPv6 is read as IPv4. @return null where it is none */
    public static IPAddress address(String text) {
        IPAddress address = new IPAddressString(text.replaceFirst("%.*", ""), ADDRESS).getAddress();
        boolean mapped = address != null && address.isIPv6() && address.toIPv6().isIPv4Mapped();
        return mapped ? address.toIPv6().getEmbeddedIPv4Address() : address;
    }

    public static IPAddress address(InetAddress address) {
        return new IPAddressGenerator().from(address);
    }

    /** All addresses of a network such as {@code 10.0.0.0/8}, or a single one. @return null where it is none */
    public static IPAddress network(String text) {
        IPAddress network = new IPAddressString(text, NETWORK).getAddress();
        return network == null || !network.isPrefixed() ? network : network.toPrefixBlock();
    }
}
