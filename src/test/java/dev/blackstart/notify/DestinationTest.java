package dev.blackstart.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.standardwebhooks.Webhook;

import dev.blackstart.notify.Channel.DeliveryFailed;
import dev.blackstart.testsupport.ProductionLike;

/** Which addresses lie inside, and what a signature is. */
class DestinationTest {

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.255.0.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "198.18.0.1", "198.19.255.255", "224.0.0.1",
            "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::10.0.0.1", "fe80::1", "fec0::1",
            "fc00::1", "fd00:ec2::254", "ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::",
            "2001::1", "2001:db8::1", "100::1" })
    void address_inside_refused(String address) throws Exception {
        assertThat(Destination.isInternal(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
            "172.32.0.0", "192.167.1.1", "192.169.1.1", "198.17.1.1", "198.20.1.1", "223.255.255.255", "2606:4700::1111",
            "2a00:1450:4001::1", "64:ff9b::808:808", "2002:808:808::" })
    void address_public_allowed(String address) throws Exception {
        assertThat(Destination.isInternal(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://0177.0.0.1/", "https://0x7f.0.0.1/x", "https://0X7F000001/", "https://2130706433/",
            "https://127.1/", "https://017700000001/", "https://127.0.0.1./", "https://010.8.8.8/", "https://1.1.1.256/" })
    void guarded_numberInAnUnusualForm_refusedBeforeItIsResolved(String url) {
        assertThatThrownBy(() -> Destination.guarded(url, Set.of())).isInstanceOf(DeliveryFailed.class)
                .hasMessageContaining("a number in an unusual form");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[::1]/", "https://127.0.0.1/",
            "https://localhost/", "https://localhost./", "https://LOCALHOST/", "https://[fe80::1%251]/" })
    void guarded_insideByNumberOrName_refused(String url) {
        assertThatThrownBy(() -> Destination.guarded(url, Set.of())).isInstanceOf(DeliveryFailed.class);
    }

    @Test
    void guarded_public_connectsToTheAddressThatWasChecked() throws Exception {
        Destination found = Destination.guarded("https://1.1.1.1/hook?x=1", Set.of());
        assertThat(found.address()).isEqualTo(InetAddress.getByName("1.1.1.1"));
        assertThat(found.host()).isEqualTo("1.1.1.1");
        assertThat(Destination.guarded("http://127.0.0.1:9/x", Set.of("127.0.0.1")).port()).isEqualTo(9);
    }

    /** The example that the Standard Webhooks libraries share. */
    @Test
    void signature_publishedExample_sameAsPublished() {
        assertThat(Signature.of(List.of(ProductionLike.WEBHOOK_SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}")).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signature_twoSecrets_eachVerifies() throws Exception {
        List<String> secrets = List.of(ProductionLike.WEBHOOK_SECRET, "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
        Instant at = Instant.now();
        String signature = Signature.of(secrets, "msg-1", at, "{\"a\":\"ü\"}");
        for (String secret : secrets) {
            new Webhook(secret).verify("{\"a\":\"ü\"}", java.net.http.HttpHeaders.of(Map.of("webhook-id", List.of("msg-1"),
                    "webhook-timestamp", List.of("" + at.getEpochSecond()), "webhook-signature", List.of(signature)),
                    (name, value) -> true));
        }
    }
}
