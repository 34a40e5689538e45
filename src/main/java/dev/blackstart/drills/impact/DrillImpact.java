package dev.blackstart.drills.impact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.drills.Drill;

/** What a drill did to customers, as somebody states it. The statements of several people stand side by side. */
@Entity
@Immutable
public class DrillImpact extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID drillId;

    /** Person key. */
    @NotNull
    public String author;

    /** How many were affected; null like the others where they do not know. */
    public Long customers;

    public Long failedRequests;

    public String dataLost;

    @Column(name = "p99")
    public String p99;

    /** What users experienced. */
    public String experience;

    protected DrillImpact() {
    }

    DrillImpact(Drill drill, ImpactForm said, String author, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = drill.exerciseId;
        this.drillId = drill.id;
        this.author = author;
        this.customers = said.customers();
        this.failedRequests = said.failedRequests();
        this.dataLost = said.dataLost();
        this.p99 = said.p99();
        this.experience = said.experience();
    }

    /** As they were stated. */
    static List<DrillImpact> of(UUID drillId) {
        return list("drillId = ?1 order by createdAt, id", drillId);
    }

    ImpactForm said() {
        return new ImpactForm(customers, failedRequests, dataLost, p99, experience);
    }
}
