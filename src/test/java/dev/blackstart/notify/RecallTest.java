package dev.blackstart.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.ProductionLike;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Messages that are claimed or recalled while they wait. */
@QuarkusTest
@TestProfile(ProductionLike.class)
class RecallTest extends PostServers {

    @Inject
    DeliveryStore deliveryStore;

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
        await().untilAsserted(() -> assertThat(deliveriesTo(person)).containsExactly("Item RECALLED", "NO DUFF SENT"));
        assertThat(mails(person)).hasSize(1);
    }

    private static List<String> deliveriesTo(String person) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("person = ?1 order by subject", person))
                .stream().map(one -> one.subject + " " + one.state).toList();
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
}
