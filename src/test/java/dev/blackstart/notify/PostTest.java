package dev.blackstart.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.standardwebhooks.Webhook;

import dev.blackstart.people.ContactMethods;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.ProductionLike;
import dev.blackstart.web.Address;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;

/** Messages that leave by real sockets, to servers good and bad. */
@QuarkusTest
@TestProfile(ProductionLike.class)
class PostTest {

    private static final String QUIET = "timeline: [{key: end, manual: true, endex: {}}]\n";

    private static GreenMail mail;
    private static SmtpProxy wire;
    private static Chat chat;

    @Inject
    Outbox outbox;

    @Inject
    DeliveryStore deliveryStore;

    @Inject
    Clock clock;

    @Inject
    NotifyConfig config;

    @Inject
    TlsConfigurationRegistry tls;

    @Inject
    Vertx vertx;

    @Inject
    Address address;

    @BeforeAll
    static void connect() throws IOException {
        mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        wire = new SmtpProxy(setting(ProductionLike.MAIL_PORT), mail.getSmtp().getPort());
        chat = new Chat(setting(ProductionLike.CHAT_PORT));
    }

    @AfterAll
    static void hangUp() throws IOException {
        wire.close();
        mail.stop();
        chat.close();
    }

    @BeforeEach
    void through() {
        wire.mode(SmtpProxy.Mode.THROUGH);
    }

    private static int setting(String name) {
        return ConfigProvider.getConfig().getValue(name, Integer.class);
    }

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

    @Test
    void recall_stillWaiting_neverLeaves() {
        wire.mode(SmtpProxy.Mode.DROPS);
        String person = person("recalled", null);
        Delivery delivery = post(person, "Too late", "T", "email");
        await().until(() -> now(delivery).failure, Objects::nonNull);
        QuarkusTransaction.requiringNew().run(() -> outbox.recall(delivery.aboutId));
        wire.mode(SmtpProxy.Mode.THROUGH);

        String later = person("later", null);
        settled(post(later, "Later", "T", "email"));
        assertThat(now(delivery).state).isEqualTo(Delivery.State.RECALLED);
        assertThat(now(delivery).nextAt).isNull();
        assertThat(mails(person)).isEmpty();
    }

    @Test
    void recall_whileItIsMarkedAsSent_standsAsSent() {
        Delivery delivery = new Delivery(new OutboundMessage(null, UUID.randomUUID(), null, "T", false), "dana",
                "nobody-" + UUID.randomUUID().toString().substring(0, 8), List.of(), clock.instant());
        QuarkusTransaction.requiringNew().run(() -> delivery.persist());
        CompletableFuture<Void> marked = QuarkusTransaction.requiringNew().call(() -> {
            outbox.recall(delivery.aboutId);
            CompletableFuture<Void> marking = CompletableFuture.runAsync(() -> deliveryStore.sent(delivery.id));
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            assertThat(marking).isNotDone();
            return marking;
        });

        assertThat(marked).succeedsWithin(GameDay.PATIENCE);
        assertThat(now(delivery).state).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void recallAll_ofAnExercise_leavesWhatThePlatformTells() {
        wire.mode(SmtpProxy.Mode.DROPS);
        UUID exercise = UUID.fromString(GameDay.running(QUIET).id);
        String person = person("everybody", null);
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.post(new OutboundMessage(exercise, UUID.randomUUID(), "Item", "T", false), List.of(person), List.of("email"),
                    clock.instant());
            outbox.post(new OutboundMessage(exercise, null, "NO DUFF", "T", false), List.of(person), List.of("email"),
                    clock.instant());
            outbox.recallAll(exercise);
        });
        wire.mode(SmtpProxy.Mode.THROUGH);
        await().until(() -> mails(person).length, size -> size == 1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("person = ?1 order by subject",
                person))).extracting(one -> one.subject + " " + one.state).containsExactly("Item RECALLED", "NO DUFF SENT");
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

    @Test
    void claim_byManyAtOnce_eachOnceOnly() throws Exception {
        String channel = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 60; i++) {
                new Delivery(new OutboundMessage(null, null, null, "T", false), "dana", channel, List.of(), clock.instant())
                        .persist();
            }
        });
        List<UUID> claimed = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        List<Thread> hands = IntStream.range(0, 8).mapToObj(i -> new Thread(() -> {
            for (int misses = 0; misses < 20;) {
                DeliveryStore.Claimed one = deliveryStore.claim(channel);
                if (one == null) {
                    misses++;
                } else {
                    claimed.add(one.delivery().id);
                }
            }
        })).toList();
        hands.forEach(Thread::start);
        for (Thread hand : hands) {
            hand.join();
        }
        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
        QuarkusTransaction.requiringNew().run(() -> Delivery.delete("channel", channel));
    }

    private String person(String name, String chatAddress) {
        String key = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        QuarkusTransaction.requiringNew().run(() -> {
            Person person = new Person(key, "Name of " + key, null, PlatformRole.MEMBER, null, clock.instant());
            person.reachAt(new ContactMethods(key + "@example.org", chatAddress, null, null));
            person.persist();
        });
        return key;
    }

    /** A letter whose text holds what it is about, so that it is found again. */
    private Delivery post(String person, String subject, String text, String... by) {
        UUID about = UUID.randomUUID();
        String marked = by[0].equals("webhook") ? text + " " + about : text;
        QuarkusTransaction.requiringNew().run(() -> outbox.post(new OutboundMessage(null, about, subject, marked, false),
                List.of(person), List.of(by), clock.instant()));
        return deliveries(about).get(0);
    }

    private void post(UUID about, List<String> people, String... by) {
        QuarkusTransaction.requiringNew().run(() -> outbox.post(
                new OutboundMessage(null, about, "Subject", "About " + about, false), people, List.of(by), clock.instant()));
    }

    private static Delivery settled(Delivery delivery) {
        return await().until(() -> now(delivery), Predicate.not(Delivery::isWaiting));
    }

    private static Delivery now(Delivery delivery) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.findById(delivery.id));
    }

    private static List<Delivery> deliveries(UUID about) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.about(about));
    }

    private static MimeMessage[] mails(String person) {
        return mail.getReceivedMessagesForDomain(person + "@example.org");
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getHeader("Message-ID")[0];
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
