package dev.blackstart.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static AllowedHosts hosts(Map<String, List<String>> names, String... allowed) {
        return new AllowedHosts(Set.of(allowed), PATIENCE, host -> addresses(names.getOrDefault(host, List.of(host))));
    }

    private static InetAddress[] addresses(List<String> literals) throws UnknownHostException {
        InetAddress[] found = new InetAddress[literals.size()];
        for (int i = 0; i < found.length; i++) {
            if (!literals.get(i).matches("[0-9a-f.:]+")) {
                throw new UnknownHostException(literals.get(i));
            }
            found[i] = InetAddress.getByName(literals.get(i));
        }
        return found;
    }

    private static void assertRefused(AllowedHosts hosts, String host, int port, String why) {
        assertThatExceptionOfType(TargetRefused.class).isThrownBy(() -> hosts.resolve(host, port)).withMessageContaining(why);
    }

    @Test
    void resolve_allowedName_toTheAddressThatWasChecked() {
        AllowedHosts hosts = hosts(Map.of("orders.example.com", List.of("10.1.2.3")), "orders.example.com");
        assertThat(hosts.resolve("orders.example.com", 443).address().getHostAddress()).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @CsvSource({ "a.staging.example.com, 80", "10.1.9.9, 80", "db.example.com, 5432", "2001:db8::7, 80", "[2001:db8::7], 80" })
    void resolve_coveredByPatternNetworkOrPort_allowed(String host, int port) {
        AllowedHosts hosts = hosts(Map.of("a.staging.example.com", List.of("203.0.113.9"), "db.example.com",
                List.of("203.0.113.9")), "*.staging.example.com", "10.1.0.0/16", "db.example.com:5432", "2001:db8::/32");
        assertThat(hosts.resolve(host, port).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({ "staging.example.com, 80", "evil-staging.example.com, 80", "10.2.0.1, 80", "db.example.com, 80",
            "orders.example.com.evil.example, 80" })
    void resolve_notCovered_refused(String host, int port) {
        AllowedHosts hosts = new AllowedHosts(
                Set.of("*.staging.example.com", "10.1.0.0/16", "db.example.com:5432", "orders.example.com"), PATIENCE,
                name -> addresses(List.of(name.matches("[0-9.]+") ? name : "203.0.113.9")));
        assertRefused(hosts, host, port, "is not among blackstart.drivers.allowed-hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = { "169.254.169.254", "169.254.0.1", "fe80::1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe",
            "2002:a9fe:a9fe::1", "100.100.100.200", "fd00:ec2::254", "0.0.0.0", "::", "224.0.0.1", "255.255.255.255",
            "::a9fe:a9fe" })
    void resolve_linkLocalOrMetadata_refusedWhateverIsAllowed(String address) {
        AllowedHosts hosts = hosts(Map.of("metadata.example.com", List.of(address)), "*", "0.0.0.0/0", "::/0", "localhost");
        assertRefused(hosts, address, 80, "never connected to");
        assertRefused(hosts, "metadata.example.com", 80, "never connected to");
    }

    @Test
    void resolve_oneOfSeveralAddressesForbidden_refused() {
        AllowedHosts hosts = hosts(Map.of("mixed.example.com", List.of("203.0.113.9", "169.254.169.254")), "mixed.example.com");
        assertRefused(hosts, "mixed.example.com", 80, "never connected to");
    }

    @Test
    void resolve_nameMeansMetadataOnSecondLookUp_refusedThen() {
        Deque<String> answers = new ArrayDeque<>(List.of("203.0.113.9", "169.254.169.254"));
        AllowedHosts hosts = new AllowedHosts(Set.of("rebinding.example.com"), PATIENCE,
                host -> addresses(List.of(answers.remove())));
        assertThat(hosts.resolve("rebinding.example.com", 80).address().getHostAddress()).isEqualTo("203.0.113.9");
        assertRefused(hosts, "rebinding.example.com", 80, "never connected to");
    }

    @Test
    void resolve_nameLeadsToThisMachine_refusedUnlessLoopbackIsAllowed() {
        Map<String, List<String>> names = Map.of("sly.example.com", List.of("127.0.0.1"), "localhost", List.of("127.0.0.1"));
        assertRefused(hosts(names, "sly.example.com"), "sly.example.com", 80, "is this machine itself");
        assertRefused(hosts(names, "*"), "localhost", 80, "is this machine itself");
        assertThat(hosts(names, "localhost").resolve("localhost", 80).host()).isEqualTo("localhost");
        assertThat(hosts(names, "127.0.0.0/8").resolve("127.0.0.1", 80).port()).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(strings = { "2130706433", "0x7f.1", "0177.0.0.1", "127.1" })
    void resolve_numberInUnusualForm_refused(String host) {
        assertRefused(hosts(Map.of(), "localhost", "127.0.0.1"), host, 80, "unusual form");
    }

    @Test
    void resolve_unknownName_failsAndSaysSo() {
        assertThatExceptionOfType(TargetFailed.class)
                .isThrownBy(() -> hosts(Map.of(), "*.example.com").resolve("nowhere.example.com", 80))
                .withMessage("Host nowhere.example.com is not known here.");
    }

    @Test
    void resolve_nothingAllowed_saysWhatToSet() {
        assertRefused(hosts(Map.of()), "orders.example.com", 80, "allowed-hosts is empty");
    }

    @Test
    void resolve_lookUpHangs_endsInTime() {
        AllowedHosts hosts = new AllowedHosts(Set.of("slow.example.com"), Duration.ofMillis(50), host -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ended) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[0];
        });
        assertThatExceptionOfType(TargetFailed.class).isThrownBy(() -> hosts.resolve("slow.example.com", 80))
                .withMessageContaining("within 50 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://orders", "a b", "orders:port", "", "[::1" })
    void pattern_noHost_refused(String text) {
        assertThat(HostPattern.isHost(text)).isFalse();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new HostPattern(text));
    }

    @Test
    void pattern_starsInAnyPlace_matchPieceByPiece() {
        assertThat(HostPattern.anyCovers(List.of("orders-*-db.*"), "orders-7-db.staging", 0, null)).isTrue();
        assertThat(HostPattern.anyCovers(List.of("a*a"), "a", 0, null)).isFalse();
        assertThat(HostPattern.anyCovers(List.of("*a*b*"), "xbxa", 0, null)).isFalse();
        assertThat(HostPattern.anyCovers(List.of("[::1]:80"), "::1", 80, null)).isTrue();
        assertThat(HostPattern.anyCovers(List.of("[::1]:80"), "::1", 81, null)).isFalse();
    }
}
