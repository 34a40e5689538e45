package dev.blackstart.alerting;

import java.time.Instant;

/**
 * One alert of a message.
 *
 * @param status firing or resolved
 * @param startsAt null for a plain alert without a time
 * @param endsAt null while it is open
 * @param labels as JSON
 */
record AlertEntry(String name, String fingerprint, String status, Instant startsAt, Instant endsAt, String summary,
        String labels) {

    AlertEntry startedAt(Instant at) {
        return new AlertEntry(name, fingerprint, status, at, endsAt, summary, labels);
    }
}
