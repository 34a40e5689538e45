package dev.blackstart.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.standardwebhooks.Webhook;

import dev.blackstart.testsupport.ProductionLike;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Messages to chats, by real sockets. */
@QuarkusTest
@TestProfile(ProductionLike.class)
class ChatPostTest extends PostServers {

    @ParameterizedTest
    @CsvSource({ "trusted, true", "stranger, false", "elsewhere, false" })
    void chat_byTls_refusedAndTriedAgainUnlessTrusted(String papers, boolean good) throws IOException {
        try (Chat safe = Chat.showing(papers)) {
            Delivery delivery = post(person("tls", safe.at("/ok")), "S", "T", "webhook");
            if (good) {
                assertThat(settled(delivery).state).isEqualTo(Delivery.State.SENT);
                return;
            }
            await().atMost(Duration.ofSeconds(15)).until(() -> now(delivery), one -> one.tries > 1 && one.failure != null);
            assertThat(now(delivery).failure).isEqualTo("It shows a certificate that is not trusted here.");
            assertThat(now(delivery).state).isEqualTo(Delivery.State.WAITING);
            assertThat(safe.posts).isEmpty();
            QuarkusTransaction.requiringNew().run(() -> outbox.recall(delivery.aboutId));
        }
    }

    @ParameterizedTest
    @CsvSource({ "/ok, SENT, 1", "/broken-1, SENT, 2", "/slow, SENT, 1", "/huge, SENT, 1", "/gone, FAILED, 1",
            "/redirect, FAILED, 1", "/teapot, FAILED, 1", "/busy-1, SENT, 2" })
    void chat_answers_judgedByTheFirstLine(String path, Delivery.State state, int tries) {
        Delivery delivery = settled(post(person("chat", chat.at(path)), "Subject", "Text", "webhook"));
        assertThat(delivery.state).isEqualTo(state);
        assertThat(delivery.tries).isEqualTo(tries);
        assertThat(chat.at("/inside", "")).isEmpty();
        List<Chat.Post> posts = chat.at(path, delivery.aboutId.toString());
        assertThat(posts).hasSize(tries).allMatch(post -> post.head("webhook-id").equals(delivery.id.toString()));
        if (path.startsWith("/busy")) {
            assertThat(Duration.between(posts.get(0).at(), posts.get(1).at())).isGreaterThan(Duration.ofMillis(2_900));
        }
    }

    @Test
    void chat_hangs_othersAreServedMeanwhile() {
        UUID hanging = UUID.randomUUID();
        post(hanging, List.of(person("hung", chat.at("/hang"))), "webhook");
        await().until(() -> chat.at("/hang", hanging.toString()).size(), size -> size >= 1);
        Delivery beside = post(person("beside", chat.at("/ok")), "S", "T", "webhook");
        await().until(() -> now(beside).state, Delivery.State.SENT::equals);
        assertThat(chat.at("/hang", hanging.toString())).as("nothing waited until that one was given up").hasSize(1);
        await().until(() -> deliveries(hanging).get(0).failure, why -> why != null && why.contains("within 2 s"));
        QuarkusTransaction.requiringNew().run(() -> outbox.recall(hanging));
    }

    @Test
    void chat_signsOfItsOwn_areTextThere() {
        Delivery delivery = settled(post(person("chat", chat.at("/ok")), "A & B", "<!channel> run", "webhook"));
        assertThat(chat.at("/ok", delivery.aboutId.toString()).get(0).body())
                .isEqualTo("{\"text\":\"A &amp; B\\n&lt;!channel&gt; run " + delivery.aboutId + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://127.0.0.1:PORT/ok", "http://127.0.0.1:PORT/ok", "https://[::1]:PORT/ok",
            "https://[::ffff:127.0.0.1]:PORT/ok", "https://2130706433:PORT/ok", "https://169.254.169.254/latest/meta-data",
            "https://10.0.0.1/ok", "ftp://localhost/ok", "http://user:secret@localhost:PORT/ok", "file:///etc/passwd",
            "nonsense" })
    void chat_addressInside_refusedUnseen(String address) {
        int before = chat.posts.size();
        Delivery delivery = settled(
                post(person("inside", address.replace("PORT", "" + setting(ProductionLike.CHAT_PORT))), "S", "T", "webhook"));
        assertThat(delivery.state).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery.tries).isEqualTo(1);
        assertThat(delivery.failure).doesNotContain("127.0").doesNotContain("secret");
        assertThat(chat.posts.stream().skip(before).filter(post -> post.body().contains(delivery.aboutId.toString())))
                .isEmpty();
    }

    @Test
    void messenger_personWithoutChat_signedAsAnotherLibraryChecksIt() throws Exception {
        String person = person("signed", null);
        Delivery delivery = settled(post(person, "Übung", "Text", "webhook"));
        Chat.Post got = chat.at("/ok", delivery.aboutId.toString()).get(0);
        Map<String, List<String>> heads = new HashMap<>();
        List.of("webhook-id", "webhook-timestamp", "webhook-signature")
                .forEach(name -> heads.put(name, List.of(got.head(name))));
        new Webhook(ProductionLike.WEBHOOK_SECRET).verify(got.body(),
                java.net.http.HttpHeaders.of(heads, (name, value) -> true));
        assertThat(got.head("webhook-id")).isEqualTo(delivery.id.toString());
        assertThat(got.body()).contains("\"person\":\"" + person + "\"", "\"subject\":\"Übung\"");
    }
}
