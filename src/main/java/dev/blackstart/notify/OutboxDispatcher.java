package dev.blackstart.notify;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Carries what lies in the outbox, one recipient at a time, each channel with hands of its own. A delivery is claimed by a
 * lease,
 * sent with no transaction open, and then marked; if this process dies in between, another one tries again when the lease is
 * over.
 */
@ApplicationScoped
class OutboxDispatcher {

    private final DeliveryStore deliveryStore;
    private final Map<String, ChannelWorker> lanes = new TreeMap<>();
    private volatile boolean stopped;

    OutboxDispatcher(Outbox outbox, DeliveryStore deliveryStore, NotifyConfig config, Clock clock) {
        this.deliveryStore = deliveryStore;
        outbox.channels().forEach(
                channel -> lanes.put(channel.key(), new ChannelWorker(channel, deliveryStore, clock, config.threads())));
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Posted posted) {
        posted.channels().stream().map(lanes::get).forEach(ChannelWorker::wake);
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        if (!stopped) {
            deliveryStore.channelsDue().stream().filter(lanes::containsKey).map(lanes::get).forEach(ChannelWorker::look);
        }
    }

    /** While the database is still there. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        lanes.values().forEach(ChannelWorker::stop);
    }
}
