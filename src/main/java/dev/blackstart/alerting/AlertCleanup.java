package dev.blackstart.alerting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

/** Deletes old, unrated alerts; their effect on an exercise is in its journal. */
@ApplicationScoped
class AlertCleanup {

    private final Clock clock;
    private final AlertsConfig config;

    AlertCleanup(Clock clock, AlertsConfig config) {
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void delete() {
        Instant until = clock.instant().atZone(ZoneOffset.UTC).minus(config.keep()).toInstant();
        ReceivedAlert.getEntityManager().createNativeQuery("delete from received_alert where created_at < ?1 and not exists "
                + "(select 1 from alert_rating r where r.alert_id = received_alert.id)").setParameter(1, until)
                .executeUpdate();
    }
}
