package dev.blackstart.followup.defect;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.TypedQuery;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseReferences;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.FindingView;
import dev.blackstart.findings.TriageState;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.preparation.singlepoint.SinglePoints;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Who may know of which finding and defect in follow-up: whoever sees their exercise as control staff do. What is not returned
 * here does not exist for this viewer.
 */
@RequestScoped
public class FollowupAccess {

    /** Lists are counted so far. */
    public static final int COUNTED = 10_000;

    /** So many exercises are read one by one. */
    private static final int FEW = 50;

    private final Viewer viewer;
    private final ExerciseReferences references;

    FollowupAccess(Viewer viewer, Visibility visibility) {
        this.viewer = viewer;
        this.references = visibility.references(viewer.key(), viewer.isMaster());
    }

    public ExerciseReferences references() {
        return references;
    }

    public String person() {
        return viewer.key();
    }

    public boolean isMaster() {
        return viewer.isMaster();
    }

    /** How the viewer stands to an exercise, where they see it as control staff do; null otherwise. */
    public ExerciseAccess control(UUID exerciseId) {
        return references.control(exerciseId);
    }

    public boolean controls(UUID exerciseId) {
        return control(exerciseId) != null;
    }

    /** @throws Problem 404 where it does not exist for the viewer */
    public Finding finding(UUID id) {
        Finding finding = Finding.findById(id);
        return visible(finding, finding == null ? null : finding.exerciseId);
    }

    /** One that the viewer sees as anybody on the roster does. @throws Problem 404 where it does not exist for the viewer */
    public Finding seenFinding(UUID id) {
        Finding finding = Finding.findById(id);
        if (finding == null || !sees(finding)) {
            throw Problem.notFound();
        }
        return finding;
    }

    public boolean sees(Finding finding) {
        ExerciseAccess sight = references.sight(finding.exerciseId);
        return sight != null && FindingView.of(finding, Exercise.findById(finding.exerciseId), sight) != null;
    }

    /** @throws Problem 403 */
    public void mustTriage(UUID exerciseId) {
        ExerciseAccess sight = control(exerciseId);
        if (sight == null) {
            throw Problem.forbidden("Only " + Permission.TRIAGE.who + " may do this.");
        }
        sight.must(Permission.TRIAGE);
    }

    /** @throws Problem 404 where it does not exist for the viewer */
    public Defect defect(UUID id) {
        Defect defect = Defect.findById(id);
        return visible(defect, defect == null ? null : defect.exerciseId);
    }

    /** By reference or id. @throws Problem 422 where it does not exist for the viewer */
    public Defect named(String field, String name) {
        Defect defect = name == null || name.isBlank() ? null : DefectNames.find(name.strip());
        if (defect == null || !controls(defect.exerciseId)) {
            throw Problem.invalid(field, "There is no such defect; give its reference, for example D-4KX7.");
        }
        return defect;
    }

    /**
     * A single point of failure, by reference or id; null for none. @throws Problem 422 where it does not exist for the viewer
     */
    public SinglePoint point(String name) {
        return SinglePoints.called(name, person(), isMaster());
    }

    /** As the viewer may know of it; null where they may not. */
    public SinglePoints.Named point(UUID id) {
        return SinglePoints.named(id, person(), isMaster());
    }

    /** The newest first. */
    public List<SinglePoint> points(int most) {
        return SinglePoints.of(person(), isMaster(), most);
    }

    /** Whether the viewer makes a defect of what was found there. */
    public boolean triages(SinglePoint point) {
        ExerciseAccess sight = control(point.exerciseId);
        return sight != null && sight.may(Permission.TRIAGE);
    }

    /** Its finders may not know of its exercise, so a refusal names no role in it. @throws Problem 403 */
    public void mustTriage(SinglePoint point) {
        if (!triages(point)) {
            throw Problem.forbidden("Only control staff who triage open a defect of it; ask one of them.");
        }
    }

    private <T> T visible(T one, UUID exerciseId) {
        if (one == null || !controls(exerciseId)) {
            throw Problem.notFound();
        }
        return one;
    }

    /** Exercises that the viewer sees as control staff do and that have begun, the newest first. */
    public List<Exercise> exercises(int most) {
        return list(Exercise.class, "from Exercise e where e.clock.startedAt is not null and " + Visibility.CONTROL,
                new Filter(), "e.createdAt desc, e.id", most);
    }

    /**
     * The newest first. Findings are many: they are read in the order of an index, of all exercises where the viewer sees most
     * of
     * them, else exercise by exercise.
     *
     * @param exercise null for all
     * @param state null for any
     * @param more narrows a finding {@code f} further
     * @param after the last one seen, or null
     */
    public List<Finding> findings(UUID exercise, TriageState state, Filter more, Finding after, int most) {
        List<Exercise> few = exercise != null || isMaster() ? List.of() : exercises(FEW + 1);
        Filter filter = more.and("f.state = :state", "state", state);
        if (after != null) {
            filter.and("f.createdAt <= :made", "made", after.createdAt)
                    .and("f.createdAt < :made or f.id < :last", "last", after.id);
        }
        String order = (state == null ? "" : "f.state desc, ") + "f.createdAt desc, f.id desc";
        if (exercise == null && (isMaster() || few.size() > FEW)) {
            return list(Finding.class, "from Finding f where exists (select 1 from Exercise e where e.id = f.exerciseId and "
                    + Visibility.CONTROL + ")", filter, order, most);
        }
        List<UUID> ids = exercise == null ? few.stream().map(one -> one.id).toList()
                : controls(exercise) ? List.of(exercise) : List.of();
        return ofEach(ids, "select f.createdAt, f.id from Finding f where f.exerciseId = :of" + filter.text()
                + " order by f.exerciseId desc, " + order, filter, most);
    }

    /** How many {@link #findings} there are, counted up to a bound. */
    public long countFindings(UUID exercise, TriageState state, Filter more) {
        Filter filter = more.and("f.state = :state", "state", state);
        List<Exercise> few = exercise != null || isMaster() ? List.of() : exercises(FEW + 1);
        if (exercise == null && (isMaster() || few.size() > FEW)) {
            return count("select f.id as id from Finding f where exists (select 1 from Exercise e where e.id = f.exerciseId"
                    + " and " + Visibility.CONTROL + ")", filter);
        }
        List<UUID> ids = exercise == null ? few.stream().map(one -> one.id).toList()
                : controls(exercise) ? List.of(exercise) : List.of();
        return ids.isEmpty() ? 0
                : typed(Long.class, "select count(*) from (select f.id as id from Finding f where f.exerciseId in (:of)"
                        + filter.text() + " order by f.id limit " + COUNTED + ") counted", filter)
                        .setParameter("of", ids).getSingleResult();
    }

    /** What an index holds is asked for first: for whole rows H2 takes another one, and sorts all of them. */
    private static List<Finding> ofEach(List<UUID> exercises, String query, Filter filter, int most) {
        List<UUID> newest = exercises.stream()
                .flatMap(
                        id -> typed(Object[].class, query, filter).setParameter("of", id).setMaxResults(most).getResultStream())
                .sorted(Comparator.comparing((Object[] row) -> (Instant) row[0]).thenComparing(row -> row[1].toString())
                        .reversed())
                .limit(most).map(row -> (UUID) row[1]).toList();
        return newest.isEmpty() ? List.of()
                : Finding.<Finding> list("id in ?1", newest).stream()
                        .sorted(Comparator.comparing(one -> newest.indexOf(one.id)))
                        .toList();
    }

    /**
     * The newest first.
     *
     * @param filter of a defect {@code d} and its exercise {@code e}
     * @param after the last one seen, or null
     */
    public List<Defect> defects(Filter filter, Defect after, int most) {
        if (after != null) {
            filter.and("d.createdAt < :made or d.createdAt = :made", "made", after.createdAt)
                    .and("d.createdAt < :made or d.id > :last", "last", after.id);
        }
        return list(Defect.class, "select d from Defect d, Exercise e where e.id = d.exerciseId and " + Visibility.CONTROL,
                filter, "d.createdAt desc, d.id", most);
    }

    /** How many of {@link #defects} there are, counted up to {@link #COUNTED}. */
    public long countDefects(Filter filter) {
        return count("select d.id as id from Defect d, Exercise e where e.id = d.exerciseId and " + Visibility.CONTROL, filter);
    }

    public long count(String query, Filter filter) {
        return typed(Long.class,
                "select count(*) from (" + query + filter.text() + " order by 1 limit " + COUNTED + ") counted", filter)
                .setParameter("viewer", person()).setParameter("master", isMaster()).getSingleResult();
    }

    public <T> List<T> list(Class<T> type, String query, Filter filter, String order, int most) {
        return typed(type, query + filter.text() + " order by " + order, filter).setParameter("viewer", person())
                .setParameter("master", isMaster()).setMaxResults(most).getResultList();
    }

    private static <T> TypedQuery<T> typed(Class<T> type, String query, Filter filter) {
        TypedQuery<T> typed = Panache.getEntityManager().createQuery(query, type);
        filter.values().forEach(typed::setParameter);
        return typed;
    }
}
