package dev.blackstart.catalogue;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.web.Picking;
import dev.blackstart.web.Problem;

/** A plan under its key; what it says lies in its revisions. */
@Entity
public class Plan extends BaseEntity {

    @NotNull
    @Column(name = "plan_key")
    public String key;

    @NotNull
    public String name;

    /** The plan file's own word: {@code functional}, {@code tabletop}, … */
    @NotNull
    public String type;

    /** Person key. */
    @NotNull
    public String owner;

    /** Team key. */
    @NotNull
    public String team;

    /** Number of the newest revision, from 1. */
    public int revision;

    /** Person keys of those who may read it besides masters of disaster: owner, approvers, control staff. */
    @ElementCollection
    @CollectionTable(name = "plan_reader", joinColumns = @JoinColumn(name = "plan_id"))
    @Column(name = "person_key", nullable = false)
    public Set<String> readers = new LinkedHashSet<>();

    /** Person keys of those who may approve its newest revision. */
    @ElementCollection
    @CollectionTable(name = "plan_approver", joinColumns = @JoinColumn(name = "plan_id"))
    @Column(name = "person_key", nullable = false)
    public Set<String> approvers = new LinkedHashSet<>();

    protected Plan() {
    }

    public static Plan byKey(String key) {
        return find("key", key).firstResult();
    }

    public static List<Plan> allByKey() {
        return list("order by key");
    }

    /** The plan as somebody may see it: null also where it is there, and not for them. */
    public static Plan visible(String key, String viewer, boolean master) {
        return find("key = ?1 and (?2 = true or ?3 member of readers)", key, master, viewer).firstResult();
    }

    /** Plans that somebody may see, by key, after a key (exclusive). */
    public static List<Plan> visible(String viewer, boolean master, String after, int limit) {
        return Plan.<Plan> find("key > ?1 and (?2 = true or ?3 member of readers) order by key", after == null ? "" : after,
                master, viewer).page(0, limit).list();
    }

    /**
     * The key of the plan that was meant in a picker of plans.
     *
     * @throws Problem 422 where several that this person may see have that name
     */
    public static String picked(String field, String text, String viewer, boolean master) {
        return Picking.key(field, text, one -> visible(one, viewer, master) != null,
                named -> named("lower(p.name) = ?3", viewer, master, named, 5).stream().map(plan -> plan.key).toList());
    }

    /** Plans that somebody may see, by name. @param condition of a plan {@code p} and the value {@code ?3} */
    static List<Plan> named(String condition, String viewer, boolean master, String value, int most) {
        return Plan.<Plan> find("from Plan p where (?1 = true or ?2 member of p.readers) and (" + condition
                + ") order by lower(p.name), p.key", master, viewer, value).page(0, most).list();
    }

    /** Those of them whose newest revision repeats, by key. */
    public static List<Plan> repeating(String viewer, boolean master) {
        return list("""
                from Plan p where (?1 = true or ?2 member of p.readers) and exists (select 1 from PlanRevision r
                    where r.planKey = p.key and r.number = p.revision and r.tree like '%"repeat"%') order by p.key""", master,
                viewer);
    }

    /**
     * The row, held until the end of the transaction; with revision 0 if it was made just now.
     * Whoever imports the same new key at the same time waits here, and then finds it.
     */
    static Plan locked(PlanDocument document, Instant now) {
        Plan plan = lock(document.key());
        if (plan == null) {
            getEntityManager().createNativeQuery("""
                    insert into plan (id, version, created_at, plan_key, name, type, owner, team, revision)
                    values (:id, 0, :at, :key, :name, '', :owner, :team, 0) on conflict do nothing""")
                    .setParameter("id", UUID.randomUUID()).setParameter("at", now).setParameter("key", document.key())
                    .setParameter("name", document.name()).setParameter("owner", document.owner())
                    .setParameter("team", document.team()).executeUpdate();
            plan = lock(document.key());
        }
        return plan;
    }

    private static Plan lock(String key) {
        return Plan.<Plan> find("key", key).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    public PlanRevision current() {
        return PlanRevision.of(key, revision);
    }

    /** Takes over what the head row shows from a newer reading. */
    void describe(PlanDocument document, String typeWord, int newRevision) {
        name = document.name();
        type = typeWord;
        owner = document.owner();
        team = document.team();
        revision = newRevision;
        readers.clear();
        readers.addAll(document.readers());
        approvers.clear();
        approvers.addAll(document.approvers());
    }
}
