package dev.blackstart.alerting;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Stores what monitoring sends: whatever is sent again is stored once. */
@ApplicationScoped
class AlertIntake {

    private final Clock clock;
    private final Event<AlertsArrived> arrived;

    AlertIntake(Clock clock, Event<AlertsArrived> arrived) {
        this.clock = clock;
        this.arrived = arrived;
    }

    /** @param fresh how many were not known @param truncated how many the sender left out */
    record Stored(String source, int alerts, int fresh, int truncated) {
    }

    Stored store(String source, AlertMessage message) {
        if (message.truncated() > 0) {
            Log.warnf("The alert source %s left out %d alerts of a message; raise max_alerts there", source,
                    message.truncated());
        }
        Set<String> fresh = new LinkedHashSet<>();
        int count = QuarkusTransaction.requiringNew().timeout(60).call(() -> store(source, message, fresh));
        if (!fresh.isEmpty()) {
            arrived.fire(new AlertsArrived(fresh));
        }
        return new Stored(source, message.alerts().size(), count, message.truncated());
    }

    private int store(String source, AlertMessage message, Set<String> fresh) {
        fresh.clear();
        Instant now = clock.instant();
        AlertSource.heard(source, message.truncated(), now);
        int count = 0;
        for (AlertEntry alert : sorted(message.alerts())) {
            if (ReceivedAlert.store(source, timed(source, alert, now), now)) {
                fresh.add(alert.name());
                count++;
            }
        }
        return count;
    }

    /** A plain alert without a time is about the open one of its name, or fires now. */
    private static AlertEntry timed(String source, AlertEntry alert, Instant now) {
        if (alert.startsAt() != null) {
            return alert;
        }
        Instant open = ReceivedAlert.openSince(source, alert.fingerprint());
        Instant ends = alert.status().equals("resolved") && alert.endsAt() == null ? now : alert.endsAt();
        AlertEntry ended = new AlertEntry(alert.name(), alert.fingerprint(), alert.status(), null, ends, alert.summary(),
                alert.labels());
        return ended.startedAt(open != null ? open : ends != null ? ends : now);
    }

    private static List<AlertEntry> sorted(List<AlertEntry> alerts) {
        return alerts.stream().sorted(Comparator.comparing(AlertEntry::fingerprint)
                .thenComparing(AlertEntry::startsAt, Comparator.nullsFirst(Comparator.naturalOrder()))).toList();
    }
}
