package dev.blackstart.alerting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import io.quarkus.hibernate.orm.panache.Panache;

/** A monitoring system that has sent alerts, and when it was last heard from. */
@Entity
public class AlertSource extends BaseEntity {

    @NotNull
    public String name;

    @NotNull
    public Instant lastHeardAt;

    /** How many alerts its last message left out because it was too long; 0 for none. */
    public int truncated;

    /** When it last left some out; null for never. */
    @Column(name = "truncated_at")
    public Instant truncatedAt;

    protected AlertSource() {
    }

    /** Its row, locked, so that two messages of one source are stored one after the other. */
    static AlertSource heard(String name, int truncated, Instant at) {
        Panache.getEntityManager().createNativeQuery("""
                insert into alert_source (id, version, created_at, name, last_heard_at, truncated)
                    values (?1, 0, ?2, ?3, ?2, 0) on conflict do nothing""").setParameter(1, UUID.randomUUID())
                .setParameter(2, at).setParameter(3, name).executeUpdate();
        AlertSource source = AlertSource.<AlertSource> find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
        source.lastHeardAt = at.isAfter(source.lastHeardAt) ? at : source.lastHeardAt;
        source.truncated = truncated;
        source.truncatedAt = truncated > 0 ? at : source.truncatedAt;
        return source;
    }

    /** Those that were ever heard from, the most recent first. */
    public static List<AlertSource> all() {
        return list("order by lastHeardAt desc, name");
    }
}
