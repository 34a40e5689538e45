package dev.blackstart.followup.defect;

import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.known.KnownDefects;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.people.Person;

/**
 * How defects are called in talk and in plans: {@code D-4KX7}, drawn at random, for a running number would tell those who may
 * see
 * one of them how many others there are.
 */
@ApplicationScoped
public class DefectNames implements KnownDefects {

    /** Nothing that is taken for something else when it is read out. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 4;

    private final Visibility visibility;

    DefectNames(Visibility visibility) {
        this.visibility = visibility;
    }

    /** One that nobody has. */
    public static String fresh(RandomGenerator random) {
        String name;
        do {
            StringBuilder drawn = new StringBuilder("D-");
            random.ints(LENGTH, 0, LETTERS.length()).forEach(at -> drawn.append(LETTERS.charAt(at)));
            name = drawn.toString();
        } while (Defect.byReference(name) != null);
        return name;
    }

    /** By reference, in any case, or by id; null where there is none. Whoever asks looks at who may know. */
    public static Defect find(String name) {
        Defect defect = Defect.byReference(name.toUpperCase(Locale.ROOT));
        if (defect != null) {
            return defect;
        }
        try {
            return Defect.findById(UUID.fromString(name));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    @Override
    public boolean knows(String name, String importer) {
        Defect defect = find(name);
        if (defect == null || Person.byKey(importer) == null) {
            return defect != null;
        }
        ExerciseAccess sight = visibility.sight(defect.exerciseId, importer);
        return sight != null && sight.control();
    }
}
