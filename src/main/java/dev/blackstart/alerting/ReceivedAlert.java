package dev.blackstart.alerting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import io.quarkus.hibernate.orm.panache.Panache;

/** An alert of a monitoring system: one row for each time it began to fire, whatever is sent again. */
@Entity
public class ReceivedAlert extends BaseEntity {

    /** The name of its source's token. */
    @NotNull
    public String source;

    /** What the source calls this alert with its labels; the same each time it fires. */
    @NotNull
    public String fingerprint;

    /** When it began to fire, as the source says. */
    @NotNull
    public Instant startsAt;

    @NotNull
    public String name;

    /** {@code firing} or {@code resolved}. */
    @NotNull
    public String status;

    /** Null while it is open. */
    public Instant endsAt;

    /** When it was last sent. */
    @NotNull
    public Instant lastHeardAt;

    public String summary;

    /** As JSON. */
    @NotNull
    public String labels;

    protected ReceivedAlert() {
    }

    /** @return whether it is new; one that is known gets its status and its end */
    static boolean store(String source, AlertEntry alert, Instant at) {
        boolean fresh = Panache.getSession().createNativeMutationQuery("""
                insert into received_alert (id, version, created_at, source, fingerprint, starts_at, name, status, ends_at,
                        last_heard_at, summary, labels)
                    values (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?2, ?9, ?10)
                    on conflict do nothing""")
                .setParameter(1, UUID.randomUUID()).setParameter(2, at).setParameter(3, source)
                .setParameter(4, alert.fingerprint()).setParameter(5, alert.startsAt()).setParameter(6, alert.name())
                .setParameter(7, alert.status()).setParameter(8, alert.endsAt(), Instant.class)
                .setParameter(9, alert.summary(), String.class)
                .setParameter(10, alert.labels()).executeUpdate() > 0;
        if (!fresh) {
            update("status = ?1, endsAt = ?2, lastHeardAt = ?3 where source = ?4 and fingerprint = ?5 and startsAt = ?6",
                    alert.status(), alert.endsAt(), at, source, alert.fingerprint(), alert.startsAt());
        }
        return fresh;
    }

    /** When the open one of this name began to fire: a plain alert that is sent again without a time means that one. */
    static Instant openSince(String source, String fingerprint) {
        ReceivedAlert open = find("source = ?1 and fingerprint = ?2 and endsAt is null order by startsAt desc", source,
                fingerprint).firstResult();
        return open == null ? null : open.startsAt;
    }

    /** Those that first arrived in a time, the earliest first. */
    public static List<ReceivedAlert> between(Instant from, Instant until, int most) {
        return ReceivedAlert.<ReceivedAlert> find("createdAt >= ?1 and createdAt <= ?2 order by createdAt, id", from, until)
                .page(0, most).list();
    }

    public static long countBetween(Instant from, Instant until) {
        return count("createdAt >= ?1 and createdAt <= ?2", from, until);
    }

    /** The first of some names that arrived in a time and began to fire in it: what fired before tells nothing of it. */
    public static List<ReceivedAlert> firing(Collection<String> names, Instant began, Instant from, Instant until) {
        return names.isEmpty() ? List.of()
                : list("name in ?1 and startsAt >= ?2 and createdAt >= ?3 and createdAt <= ?4 order by createdAt, id", names,
                        began, from, until);
    }

    public static ReceivedAlert known(UUID id) {
        return findById(id);
    }
}
