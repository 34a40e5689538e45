package dev.blackstart.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import dev.blackstart.notify.Channel.DeliveryFailed;
import dev.blackstart.notify.Channel.DeliveryFailed.Hope;
import dev.blackstart.web.DaemonThreads;
import io.quarkus.logging.Log;

/**
 * One channel's own hands: however slow it is, no other waits for it. When it is down altogether it rests, longer each time up
 * to
 * half a minute, and then a single message tries whether it is back.
 */
final class ChannelWorker {

    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 5;

    private final Channel channel;
    private final DeliveryStore deliveryStore;
    private final Clock clock;
    private final int hands;
    private final ExecutorService threads;
    private final AtomicInteger busy = new AtomicInteger();
    private volatile boolean stopped;
    private volatile int downs;
    private volatile Instant restsUntil = Instant.MIN;
    private volatile String downFor;

    ChannelWorker(Channel channel, DeliveryStore deliveryStore, Clock clock, int hands) {
        this.channel = channel;
        this.deliveryStore = deliveryStore;
        this.clock = clock;
        this.hands = hands;
        this.threads = Executors.newFixedThreadPool(hands, DaemonThreads.named("postman-" + channel.key()));
    }

    /** There is something to carry. */
    void wake() {
        if (!rests()) {
            hand(this::carry);
        }
    }

    /** Something is due, perhaps since long. */
    void look() {
        hand(rests() ? this::giveUpLate : this::carry);
    }

    private boolean rests() {
        return clock.instant().isBefore(restsUntil);
    }

    private void hand(Runnable work) {
        int most = downs == 0 ? hands : 1;
        if (!stopped && busy.getAndUpdate(now -> now < most ? now + 1 : now) < most) {
            threads.execute(() -> work(work));
        }
    }

    private void work(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            Log.errorf(failure, "What is to leave by %s could not be carried; it is looked at again in a second",
                    channel.key());
        } finally {
            busy.decrementAndGet();
        }
    }

    private void giveUpLate() {
        boolean more = true;
        while (more && !stopped) {
            more = deliveryStore.giveUpLate(channel.key(), downFor);
        }
    }

    private void carry() {
        DeliveryStore.Claimed claimed;
        while (!stopped && !rests() && (claimed = deliveryStore.claim(channel.key())) != null) {
            if (downs == 0) {
                wake();
            }
            deliver(claimed);
        }
    }

    private void deliver(DeliveryStore.Claimed claimed) {
        DeliveryFailed failure = attempt(claimed);
        if (failure == null) {
            downs = 0;
            deliveryStore.sent(claimed.delivery().id);
            return;
        }
        if (failure.hope == Hope.WAY_DOWN) {
            rest(failure);
        }
        deliveryStore.failed(claimed.delivery().id, failure);
    }

    private DeliveryFailed attempt(DeliveryStore.Claimed claimed) {
        try {
            if (claimed.to() == null || !claimed.to().isHere() || !channel.reaches(claimed.to())) {
                return DeliveryFailed.forGood("This person has no address for it any more.");
            }
            channel.deliver(claimed.delivery(), claimed.to());
            return null;
        } catch (DeliveryFailed failed) {
            return failed;
        } catch (RuntimeException unexpected) {
            Log.errorf(unexpected, "Delivery %s by %s failed in a way nobody thought of", claimed.delivery().id, channel.key());
            return DeliveryFailed.forNow("Internal error; see the server log.", null, unexpected);
        }
    }

    /** What others found out at the same time counts once. */
    private synchronized void rest(DeliveryFailed failure) {
        downFor = failure.getMessage();
        if (rests()) {
            return;
        }
        if (downs == 0) {
            Log.warnf("%s is down and rests: %s", channel.key(), failure.getMessage());
        }
        double millis = (SHORTEST_REST.toMillis() << Math.min(downs, MOST_DOUBLINGS))
                * ThreadLocalRandom.current().nextDouble(0.75, 1.25);
        restsUntil = clock.instant().plusMillis(Math.round(millis));
        downs++;
    }

    void stop() {
        stopped = true;
        threads.shutdown();
    }
}
