package dev.blackstart.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.database.Folded;

/** People who answer for something together. Its key shares one namespace with the keys of people. */
@Entity
public class Team extends BaseEntity {

    @NotNull
    @Column(name = "team_key")
    public String key;

    @NotNull
    public String name;

    /** Person key. */
    @NotNull
    @Column(name = "lead_key")
    public String lead;

    /** Person keys, the lead among them. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "team_member", joinColumns = @JoinColumn(name = "team_id"))
    @Column(name = "person_key", nullable = false)
    public Set<String> members = new LinkedHashSet<>();

    /** Person keys in the order in which they are called while on duty; empty where the lead is. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "team_duty", joinColumns = @JoinColumn(name = "team_id"))
    @OrderColumn(name = "turn")
    @Column(name = "person_key", nullable = false)
    public List<String> duty = new ArrayList<>();

    /** What it is searched by, as {@link Folded} keeps it. */
    @NotNull
    public String folded = "";

    protected Team() {
    }

    public Team(String key, String name, String lead, List<String> members, Instant createdAt) {
        super(UUID.randomUUID(), createdAt);
        this.key = key;
        this.name = name;
        this.lead = lead;
        this.members.add(lead);
        this.members.addAll(members);
        folded = Folded.lines(key, name);
    }

    public static Team byKey(String key) {
        return find("key", key).firstResult();
    }

    public static List<Team> allByKey() {
        return list("from Team t left join fetch t.members left join fetch t.duty order by t.key");
    }

    /** Whom to call for this team, the first one first: never empty. */
    public List<String> onDuty() {
        return duty.isEmpty() ? List.of(lead) : List.copyOf(duty);
    }

    public void describe(String newName, String newLead) {
        name = newName;
        lead = newLead;
        folded = Folded.lines(key, name);
    }

    /** Its people from now on: the lead is always among them, and nobody is on duty who is not. */
    public void staff(Collection<String> newMembers, Collection<String> newDuty) {
        Set<String> all = new LinkedHashSet<>();
        all.add(lead);
        all.addAll(newMembers);
        if (!members.equals(all)) {
            members.retainAll(all);
            members.addAll(all);
        }
        List<String> wanted = newDuty.stream().filter(all::contains).distinct().toList();
        if (!duty.equals(wanted)) {
            duty.clear();
            duty.addAll(wanted);
        }
    }

    /** Teams that somebody leads. */
    public static List<Team> ledBy(String personKey) {
        return list("lead = ?1 order by key", personKey);
    }

    /** Keys of the teams somebody belongs to. */
    public static Set<String> keysOf(String personKey) {
        return new LinkedHashSet<>(getEntityManager()
                .createQuery("select t.key from Team t join t.members m where m = ?1 order by t.key", String.class)
                .setParameter(1, personKey).getResultList());
    }
}
