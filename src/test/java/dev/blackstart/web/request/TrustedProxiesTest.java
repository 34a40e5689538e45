package dev.blackstart.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/8"));

    @Test
    void client_peerNotTrusted_headerIgnored() {
        assertThat(proxies.client("198.51.100.7", List.of("203.0.113.9"))).isEqualTo("198.51.100.7");
        assertThat(new TrustedProxies(List.of()).client("127.0.0.1", List.of("203.0.113.9"))).isEqualTo("127.0.0.1");
    }

    @Test
    void client_inventedHopsBeforeTheRealOne_lastUntrustedCounts() {
        for (String invented : List.of("", "1.2.3.4, ", "1.2.3.4, 10.0.0.9, ", "rubbish, ")) {
            assertThat(proxies.client("10.1.2.3", List.of(invented + "203.0.113.9"))).as(invented).isEqualTo("203.0.113.9");
        }
        assertThat(proxies.client("10.1.2.3", List.of("1.2.3.4", "203.0.113.9, 192.0.2.1"))).isEqualTo("203.0.113.9");
    }

    @Test
    void client_noHopOrUnreadable_nearestKnownAddress() {
        assertThat(proxies.client("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
        assertThat(proxies.client("10.1.2.3", List.of("203.0.113.9, unknown"))).isEqualTo("10.1.2.3");
        assertThat(proxies.client("10.1.2.3", List.of("10.9.9.9"))).isEqualTo("10.9.9.9");
    }

    @Test
    void client_portsAndIpv6_read() {
        assertThat(proxies.client("fd00::1", List.of("203.0.113.9:51000"))).isEqualTo("203.0.113.9");
        assertThat(proxies.client("fd00::1", List.of("[2001:db8::7]:443"))).isEqualTo("2001:db8::7");
        assertThat(proxies.client("fd00::1", List.of("2001:db8::7"))).isEqualTo("2001:db8::7");
    }

    @Test
    void networks_mistyped_saidAtStart() {
        for (String wrong : List.of("proxy.example.org", "10.0.0.0/x", "10.0.0.0/33")) {
            assertThatThrownBy(() -> new TrustedProxies(List.of(wrong))).as(wrong).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("blackstart.web.trusted-proxies").hasMessageContaining(wrong);
        }
    }
}
