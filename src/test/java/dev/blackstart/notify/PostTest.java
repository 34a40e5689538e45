package dev.blackstart.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import dev.blackstart.notify.email.MailServer;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.ProductionLike;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;

/** Messages that leave by real sockets, to servers good and bad. */
@QuarkusTest
@TestProfile(ProductionLike.class)
class PostTest extends PostServers {

    @Inject
    NotifyConfig config;

    @Inject
    Vertx vertx;

    @Test
    void mail_strangeSubject_arrivesAsOneMailToOnePerson() throws Exception {
        String person = person("mail", null);
        String rest = " and on".repeat(20);
        Delivery sent = settled(post(person, "Übung 🔥\r\nBcc: evil@example.org" + rest, "Größe: 5 € 🔥\n.\nEnde", "email"));

        assertThat(sent.state).isEqualTo(Delivery.State.SENT);
        MimeMessage[] got = mails(person);
        assertThat(got).hasSize(1);
        assertThat(got[0].getSubject()).isEqualTo("Übung 🔥 Bcc: evil@example.org" + rest);
        assertThat(got[0].getAllRecipients()).hasSize(1);
        assertThat(got[0].getHeader("Message-ID")).containsExactly("<" + sent.id + "@blackstart.example.org>");
        assertThat(got[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got[0].getContentType()).startsWith("text/plain");
        assertThat(got[0].getContent().toString().replace("\r\n", "\n").strip()).isEqualTo("Größe: 5 € 🔥\n.\nEnde");
        assertThat(got[0].getFrom()[0].toString()).contains("blackstart@example.org");
    }

    @Test
    void mail_thatWasSubscribedTo_hasTheHeadersOfOneClickUnsubscribe() throws Exception {
        String person = person("subscribed", null);
        UUID about = UUID.randomUUID();
        String end = "https://blackstart.example.org/unsubscribe/" + about;
        QuarkusTransaction.requiringNew().run(() -> outbox.post(
                new OutboundMessage(null, about, "Subscribed", "Text", false, end), List.of(person), List.of("email"),
                clock.instant()));
        settled(deliveries(about).get(0));
        assertThat(mails(person)).singleElement().satisfies(mail -> {
            assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + end + ">");
            assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        });
        String other = person("other", null);
        settled(post(other, "Not subscribed", "Text", "email"));
        assertThat(mails(other)[0].getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void mail_oneOfTwoRefused_theOtherArrivesAndOneGoesOnByChat() {
        String refused = person("refused", chat.at("/ok"));
        String other = person("fine", null);
        UUID about = UUID.randomUUID();
        post(about, List.of(refused, other), "email", "webhook");

        await().until(() -> deliveries(about), all -> all.size() == 3 && all.stream().noneMatch(Delivery::isWaiting));
        List<Delivery> mine = deliveries(about).stream().filter(one -> one.person.equals(refused)).toList();
        assertThat(mine).extracting(one -> one.channel + " " + one.state + " " + one.tries).containsExactly("email FAILED 1",
                "webhook SENT 1");
        assertThat(mine.get(0).failure).contains("550").doesNotContain("@");
        assertThat(mine.get(1).followsId).isEqualTo(mine.get(0).id);
        assertThat(mails(other)).hasSize(1);
        assertThat(chat.at("/ok", about.toString())).hasSize(1);
    }

    /** A server's greeting comes at once: whoever is not yet listening loses its first letters. */
    @Test
    void mail_manyAtOnce_eachLeavesAtTheFirstTry() {
        List<String> many = IntStream.range(0, 100).mapToObj(i -> person("many", null)).toList();
        UUID about = UUID.randomUUID();
        post(about, many, "email");

        await().until(() -> deliveries(about), all -> all.stream().noneMatch(Delivery::isWaiting));
        assertThat(deliveries(about)).hasSize(100).allMatch(one -> one.state == Delivery.State.SENT && one.tries == 1);
    }

    @Test
    void mail_answerLost_triedAgainUnderTheSameId() throws Exception {
        wire.mode(SmtpProxy.Mode.LOSES_ONE_ANSWER);
        String person = person("lost", null);
        Delivery sent = settled(post(person, "Lost", "Text", "email"));

        assertThat(sent.state).isEqualTo(Delivery.State.SENT);
        assertThat(sent.tries).isEqualTo(2);
        assertThat(Arrays.stream(mails(person)).map(PostTest::messageId).distinct())
                .containsExactly("<" + sent.id + "@blackstart.example.org>");
    }

    @ParameterizedTest
    @ValueSource(strings = { "SILENT", "DROPS", "CLOSED" })
    void mail_serverDead_nothingElseWaitsAndItGoesOnWhenItIsBack(String how) throws IOException {
        if (how.equals("CLOSED")) {
            wire.close();
        } else {
            wire.mode(SmtpProxy.Mode.valueOf(how));
        }
        List<String> many = List.of(person("a", null), person("b", null), person("c", null), person("d", null),
                person("e", null), person("f", null));
        UUID patient = UUID.randomUUID();
        post(patient, many, "email");
        UUID hurried = UUID.randomUUID();
        post(hurried, List.of(person("g", chat.at("/ok")), person("h", chat.at("/ok"))), "email", "webhook");
        UUID beside = UUID.randomUUID();
        post(beside, List.of(person("i", chat.at("/ok"))), "webhook");

        await().until(() -> deliveries(beside).get(0).state, Delivery.State.SENT::equals);
        await().until(() -> chat.at("/ok", hurried.toString()).size(), size -> size == 2);
        assertThat(deliveries(patient)).hasSize(6).allMatch(Delivery::isWaiting);
        if (how.equals("CLOSED")) {
            wire.open();
        }
        wire.mode(SmtpProxy.Mode.THROUGH);
        await().until(() -> deliveries(patient),
                all -> all.stream().allMatch(one -> one.state == Delivery.State.SENT));
        assertThat(deliveries(patient)).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = { "stranger", "elsewhere" })
    void mail_serverShowsBadPapers_refusedToldAndTriedAgain(String papers) {
        wire.mode(SmtpProxy.Mode.STARTTLS, papers);
        int before = wire.encrypted.get();
        String person = person("safe", null);
        Delivery delivery = post(person, "S", "T", "email");
        await().atMost(Duration.ofSeconds(15)).until(() -> now(delivery).failure,
                "The mail server shows a certificate that is not trusted here."::equals);
        assertThat(now(delivery).state).isEqualTo(Delivery.State.WAITING);
        assertThat(mails(person)).isEmpty();
        assertThat(wire.encrypted.get()).isEqualTo(before);
        wire.mode(SmtpProxy.Mode.STARTTLS, "trusted");
        Delivery sent = settled(delivery);
        assertThat(sent.state).isEqualTo(Delivery.State.SENT);
        assertThat(sent.tries).isGreaterThan(1);
        assertThat(mails(person)).hasSize(1);
        assertThat(wire.encrypted.get()).isGreaterThan(before);
    }

    /** What the settings of a running product cannot be changed to: by TLS from the first byte, and only by TLS. */
    @Test
    void mail_settingsForTls_judgedAlike() throws Exception {
        UUID id = UUID.randomUUID();
        String trusting = "quarkus.mailer.tls-configuration-name";
        GreenMail selfSigned = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
        selfSigned.start();
        try {
            assertThat(refusal(selfSigned.getSmtps().getPort(), Map.of("quarkus.mailer.tls", "true")))
                    .isEqualTo("The mail server shows a certificate that is not trusted here.");
        } finally {
            selfSigned.stop();
        }
        int port = setting(ProductionLike.MAIL_PORT);
        wire.mode(SmtpProxy.Mode.SMTPS, "trusted");
        assertThat(refusal(port, Map.of("quarkus.mailer.tls", "true"))).contains("certificate");
        MailServer safe = server(port, Map.of("quarkus.mailer.tls", "true", trusting, "mail"));
        safe.send(id, id + "@example.org", "S", "T");
        safe.close();
        assertThat(mails(id.toString())).hasSize(1);
        wire.mode(SmtpProxy.Mode.THROUGH);
        assertThat(refusal(port, Map.of("quarkus.mailer.start-tls", "REQUIRED")))
                .isEqualTo("The mail server offers no safe connection.");
    }

    private String refusal(int port, Map<String, String> settings) {
        MailServer server = server(port, settings);
        try {
            return catchThrowable(() -> server.send(UUID.randomUUID(), "nobody@example.org", "S", "T")).getMessage();
        } finally {
            server.close();
        }
    }

    private MailServer server(int port, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(Map.of("quarkus.mailer.host", "localhost", "quarkus.mailer.port", "" + port, "quarkus.mailer.from",
                "blackstart@example.org"));
        MailersRuntimeConfig mailers = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withMapping(MailersRuntimeConfig.class).withDefaultValues(all).build()
                .getConfigMapping(MailersRuntimeConfig.class);
        return new MailServer(mailers, config, tls, vertx, address);
    }

    @Test
    void mail_noWayReached_standsInThePageAndTheDirectorLearnsItOnce() {
        GameDay day = GameDay.running(QUIET);
        String refused = person("refused", chat.at("/gone"));
        UUID exercise = UUID.fromString(day.id);
        UUID about = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> outbox.post(new OutboundMessage(exercise, about, "S", "T", false),
                List.of(refused), List.of("email", "webhook", "in-app"), clock.instant()));

        await().until(() -> deliveries(about), all -> all.size() == 3 && all.stream().noneMatch(Delivery::isWaiting));
        assertThat(deliveries(about)).extracting(one -> one.channel + " " + one.state).containsExactly("email FAILED",
                "webhook FAILED", "in-app SENT");
        assertThat(JournalProbe.of(day, "message-undelivered")).hasSize(1).allSatisfy(entry -> {
            assertThat(entry.audience).isEqualTo("control");
            assertThat(entry.data().path("people").get(0).asText()).isEqualTo(refused);
            assertThat(entry.data().path("channels").toString()).isEqualTo("[\"email\",\"webhook\"]");
            assertThat(entry.data).doesNotContain("@").doesNotContain("localhost");
        });
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getHeader("Message-ID")[0];
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
