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
import dev.blackstart.database.Folded;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.form.Picking;

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

    /** What it is searched by, as {@link Folded} keeps it. */
    @NotNull
    public String folded = "";

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

    /**
     * Of a plan {@code p}: masters and its readers, but not those who play in it. While a person plays in an exercise of it
     * that
     * is not over, no revision exists for them, unless they own it; nor for masters who observe one. {@code ?1}: whether the
     * viewer is a master; {@code ?2}: the viewer.
     */
    public static final String VISIBLE = """
            (?1 = true or ?2 member of p.readers) and (p.owner = ?2 or not exists (select 1 from Exercise e, RosterEntry r
                where e.planKey = p.key and e.mode = LIVE and e.state in (DRAFT, SCHEDULED, RUNNING, PAUSED)
                    and r.exerciseId = e.id and r.person = ?2
                    and (r.role = PLAYER or r.role = OBSERVER and ?2 not member of p.readers)))""";

    /** The plan as somebody may see it: null also where it is there, and not for them. */
    public static Plan visible(String key, String viewer, boolean master) {
        return find("from Plan p where p.key = ?3 and " + VISIBLE, master, viewer, key).firstResult();
    }

    /** Plans that somebody may see, by key, after a key (exclusive). */
    public static List<Plan> visible(String viewer, boolean master, String after, int limit) {
        return Plan.<Plan> find("from Plan p where p.key > ?3 and " + VISIBLE + " order by p.key", master, viewer,
                after == null ? "" : after).page(0, limit).list();
    }

    /**
     * The key of the plan that was meant in a picker of plans.
     *
     * @throws Problem 422 where several that this person may see have that name
     */
    public static String picked(String field, String text, String viewer, boolean master) {
        return Picking.key(field, text, one -> visible(one, viewer, master) != null,
                named -> named(viewer, master, Folded.having(named), 5).stream().map(plan -> plan.key).toList());
    }

    /** Plans that somebody may see, by name. @param pattern of their {@link Folded} text */
    public static List<Plan> named(String viewer, boolean master, String pattern, int most) {
        return Plan
                .<Plan> find("from Plan p where " + VISIBLE + " and p.folded like ?3 escape '!' order by lower(p.name), p.key",
                        master, viewer, pattern)
                .page(0, most).list();
    }

    /** Those of them whose newest revision repeats, by key. */
    public static List<Plan> repeating(String viewer, boolean master) {
        return list("from Plan p where " + VISIBLE + """
                and exists (select 1 from PlanRevision v where v.planKey = p.key and v.number = p.revision
                   and v.tree like '%"repeat"%') order by p.key""", master, viewer);
    }

    /**
     * The row, held until the end of the transaction; with revision 0 if it was made just now.
     * Whoever imports the same new key at the same time waits here, and then finds it.
     */
    public static Plan locked(PlanDocument document, Instant now) {
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
    public void describe(PlanDocument document, String typeWord, int newRevision) {
        name = document.name();
        folded = Folded.lines(key, name);
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
