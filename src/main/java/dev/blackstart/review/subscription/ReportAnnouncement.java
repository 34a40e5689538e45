package dev.blackstart.review.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** The subscribers of a published copy were told. */
@Entity
@Immutable
class ReportAnnouncement extends BaseEntity {

    /** Of the published report. */
    @NotNull
    UUID copyId;

    protected ReportAnnouncement() {
    }

    ReportAnnouncement(UUID copyId, Instant at) {
        super(UUID.randomUUID(), at);
        this.copyId = copyId;
    }

    static boolean isThere(UUID copyId) {
        return count("copyId", copyId) > 0;
    }

    /** Copies whose subscribers were not told yet, the oldest first. */
    static List<UUID> pending(int most) {
        return getEntityManager().createQuery("""
                select p.id from PublishedReport p where not exists (select 1 from ReportAnnouncement a where a.copyId = p.id)
                    order by p.createdAt, p.id""", UUID.class).setMaxResults(most).getResultList();
    }
}
