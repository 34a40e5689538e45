package dev.blackstart.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.security.signin.PasswordSignIn;

class FairPasswordQueueTest {

    private final FairPasswordQueue turns = new FairPasswordQueue();
    private final CountDownLatch door = new CountDownLatch(1);
    private final List<String> checked = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        turns.close();
    }

    private CompletableFuture<String> enter(String address, String name) {
        return turns.take(false, address, () -> {
            await(door);
            checked.add(name);
            return name;
        }).subscribeAsCompletionStage();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void take_manyOfOneAddress_othersTakeTurnsWithThem() {
        int hands = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(enter("192.0.2.1", "guess " + i));
        }
        all.add(enter("192.0.2.2", "pia"));
        all.add(enter("192.0.2.3", "pete"));
        door.countDown();
        all.forEach(CompletableFuture::join);
        assertThat(checked).hasSize(102);
        assertThat(checked.indexOf("pia")).isLessThanOrEqualTo(2 * hands + 1);
        assertThat(checked.indexOf("pete")).isLessThanOrEqualTo(2 * hands + 2);
        assertThat(checked.indexOf("guess 1")).as("theirs stay in order").isLessThan(checked.indexOf("guess 99"));
    }

    @Test
    void take_goesFirst_beforeAHundredOthersAndTheyGoOn() {
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(enter("192.0.2." + i, "guess " + i));
        }
        for (int i = 0; i < 20; i++) {
            all.add(turns.take(true, "192.0.2.200", () -> {
                checked.add("first");
                return "first";
            }).subscribeAsCompletionStage());
        }
        door.countDown();
        all.forEach(CompletableFuture::join);
        int hands = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        assertThat(checked.indexOf("first")).isLessThanOrEqualTo(2 * hands);
        assertThat(checked.lastIndexOf("first")).isLessThan(50);
        assertThat(checked.subList(0, checked.lastIndexOf("first"))).as("the others are not starved")
                .filteredOn(name -> name.startsWith("guess")).hasSizeGreaterThan(hands);
    }

    @Test
    void origin_oneNetwork_isOneAddress() {
        assertThat(PasswordSignIn.origin("2001:db8:1:2::1")).isEqualTo(PasswordSignIn.origin("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(PasswordSignIn.origin("2001:db8:1:3::1"));
        assertThat(PasswordSignIn.origin("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(PasswordSignIn.origin("unknown")).isEqualTo("unknown");
    }

    @Test
    void take_checkFails_isToldAndTheNextHasItsTurn() {
        door.countDown();
        CompletableFuture<Object> broken = turns.take(false, "192.0.2.1", () -> {
            throw new IllegalStateException("broken");
        }).subscribeAsCompletionStage();
        assertThat(broken).failsWithin(Duration.ofSeconds(5)).withThrowableThat().withMessageContaining("broken");
        assertThat(enter("192.0.2.1", "next")).succeedsWithin(Duration.ofSeconds(5));
    }
}
