package dev.blackstart.preparation.singlepoint;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.TypedQuery;

import dev.blackstart.exercise.Visibility;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.problem.Problem;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Single points of failure as other features refer to them: only where a person may know what they were found by. What is not
 * returned here does not exist for this person.
 */
public final class SinglePoints {

    private static final String VISIBLE = """
            select s from SinglePoint s, PreparationItem i, Exercise e where i.id = s.itemId and e.id = i.exerciseId and (
            """ + PreparationItem.MINE + " or " + Visibility.CONTROL + ")";

    private SinglePoints() {
    }

    /** One that something refers to. @param state open, removed or accepted */
    public record Named(UUID id, String reference, String title, String state) {
    }

    /** Its reference, for a record that control staff of this exercise read; null where it is of another one, or for no id. */
    public static String told(UUID id, UUID exerciseId) {
        SinglePoint point = id == null ? null : SinglePoint.findById(id);
        return point == null || !point.exerciseId.equals(exerciseId) ? null : point.reference;
    }

    /** Whether it was found for this exercise by people who may not know so. */
    public static boolean isVeiled(UUID id, UUID exerciseId) {
        SinglePoint point = id == null ? null : SinglePoint.findById(id);
        return point != null && point.exerciseId.equals(exerciseId)
                && PreparationItem.<PreparationItem> findById(point.itemId).veiled;
    }

    /** The newest first, also of exercises that are over. */
    public static List<SinglePoint> of(String person, boolean master, int most) {
        return query("", person, master).setMaxResults(most).getResultList();
    }

    /** Null where it does not exist for this person, and for no id. */
    public static SinglePoint of(UUID id, String person, boolean master) {
        return id == null ? null : one(query(" and s.id = :id", person, master).setParameter("id", id));
    }

    /** Null where it does not exist for this person, and for no id. */
    public static Named named(UUID id, String person, boolean master) {
        SinglePoint point = of(id, person, master);
        return point == null ? null : new Named(point.id, point.reference, point.title, point.state.key());
    }

    /** By reference, in any case, or by id; null where it does not exist for this person, and for no name. */
    public static SinglePoint find(String name, String person, boolean master) {
        if (name == null || name.isBlank()) {
            return null;
        }
        SinglePoint point = one(query(" and s.reference = :name", person, master).setParameter("name",
                name.strip().toUpperCase(Locale.ROOT)));
        return point == null ? of(id(name.strip()), person, master) : point;
    }

    /** The same. @throws Problem 422 where it does not exist for this person */
    public static SinglePoint called(String name, String person, boolean master) {
        SinglePoint point = find(name, person, master);
        if (point == null && name != null && !name.isBlank()) {
            throw Problem.invalid("singlePoint",
                    "There is no such single point of failure; give its reference, for example S-4KX7, or leave it out.");
        }
        return point;
    }

    private static UUID id(String name) {
        try {
            return UUID.fromString(name);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static SinglePoint one(TypedQuery<SinglePoint> query) {
        return query.getResultStream().findFirst().orElse(null);
    }

    private static TypedQuery<SinglePoint> query(String more, String person, boolean master) {
        return Panache.getEntityManager().createQuery(VISIBLE + more + " order by s.createdAt desc, s.id", SinglePoint.class)
                .setParameter("viewer", person).setParameter("master", master);
    }
}
