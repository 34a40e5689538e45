package dev.blackstart.notify;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import dev.blackstart.people.ContactMethods;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.ProductionLike;
import dev.blackstart.web.Address;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.tls.TlsConfigurationRegistry;

/** Servers of mail and chat that a test can break, and what was posted to them. */
abstract class PostServers {

    static final String QUIET = "timeline: [{key: end, manual: true, endex: {}}]\n";

    static GreenMail mail;
    static SmtpProxy wire;
    static Chat chat;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Inject
    TlsConfigurationRegistry tls;

    @Inject
    Address address;

    @BeforeAll
    static void connect() throws IOException {
        Awaitility.setDefaultTimeout(GameDay.PATIENCE);
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

    static int setting(String name) {
        return ConfigProvider.getConfig().getValue(name, Integer.class);
    }

    String person(String name, String chatAddress) {
        String key = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        QuarkusTransaction.requiringNew().run(() -> {
            Person person = new Person(key, "Name of " + key, null, PlatformRole.MEMBER, null, clock.instant());
            person.reachAt(new ContactMethods(key + "@example.org", chatAddress, null, null));
            person.persist();
        });
        return key;
    }

    /** A letter whose text holds what it is about, so that it is found again. */
    Delivery post(String person, String subject, String text, String... by) {
        UUID about = UUID.randomUUID();
        String marked = by[0].equals("webhook") ? text + " " + about : text;
        QuarkusTransaction.requiringNew().run(() -> outbox.post(new OutboundMessage(null, about, subject, marked, false),
                List.of(person), List.of(by), clock.instant()));
        return deliveries(about).get(0);
    }

    void post(UUID about, List<String> people, String... by) {
        QuarkusTransaction.requiringNew().run(() -> outbox.post(
                new OutboundMessage(null, about, "Subject", "About " + about, false), people, List.of(by), clock.instant()));
    }

    static Delivery settled(Delivery delivery) {
        return await().until(() -> now(delivery), Predicate.not(Delivery::isWaiting));
    }

    static Delivery now(Delivery delivery) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.findById(delivery.id));
    }

    static List<Delivery> deliveries(UUID about) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.about(about));
    }

    static MimeMessage[] mails(String person) {
        return mail.getReceivedMessagesForDomain(person + "@example.org");
    }
}
