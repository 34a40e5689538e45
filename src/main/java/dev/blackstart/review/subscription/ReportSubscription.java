package dev.blackstart.review.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** Of which published reports one person hears. Whether they may read one is asked when it is sent. */
@Entity
public class ReportSubscription extends BaseEntity {

    /** Person key. */
    @NotNull
    public String person;

    @NotNull
    @Enumerated(EnumType.STRING)
    public WantedReports reports = WantedReports.NONE;

    /** Keys; empty unless {@link WantedReports#TEAMS}. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "report_subscription_team", joinColumns = @JoinColumn(name = "subscription_id"))
    @Column(name = "team_key", nullable = false)
    public Set<String> teams = new TreeSet<>();

    /** Since when it is so. */
    @NotNull
    public Instant changedAt;

    protected ReportSubscription() {
    }

    ReportSubscription(String person, Instant at) {
        super(UUID.randomUUID(), at);
        this.person = person;
        this.changedAt = at;
    }

    /** Null where this person never subscribed. */
    static ReportSubscription of(String person) {
        return find("person", person).firstResult();
    }

    /** Keys of those who wanted reports before then, without those who have left. */
    static List<String> subscribers(Instant before) {
        return getEntityManager().createQuery("""
                select s.person from ReportSubscription s where s.reports <> NONE and s.changedAt <= ?1
                    and exists (select 1 from Person p where p.key = s.person and p.leftAt is null) order by s.person""",
                String.class).setParameter(1, before).getResultList();
    }

    void change(WantedReports wanted, Collection<String> wantedTeams, Instant at) {
        reports = wanted;
        changedAt = at;
        if (!teams.equals(Set.copyOf(wantedTeams))) {
            teams.clear();
            teams.addAll(wantedTeams);
        }
    }

    /** @param team that the exercise's plan belongs to */
    boolean wants(String team) {
        return reports == WantedReports.ALL || reports == WantedReports.TEAMS && teams.contains(team);
    }
}
