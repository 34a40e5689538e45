package dev.blackstart.calling.correction;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.people.ContactMethodType;
import dev.blackstart.people.ReachDoubts;

/**
 * What calling found wrong stands on the person's page in the directory until somebody settled it: for those who settle it,
 * and for those who see the exercise as its control staff do. Others would learn from it that somebody was called.
 */
@ApplicationScoped
class CorrectionDoubts implements ReachDoubts {

    private final Visibility visibility;

    CorrectionDoubts(Visibility visibility) {
        this.visibility = visibility;
    }

    @Override
    public List<Doubt> known(String person, String viewer, boolean master) {
        Map<UUID, Boolean> controls = new HashMap<>();
        CorrectionApprover settler = CorrectionApprover.of(viewer);
        return Correction.open().stream().filter(one -> person == null || one.person.equals(person))
                .filter(one -> settler.may(one)
                        || controls.computeIfAbsent(one.exerciseId, id -> controls(id, viewer, master)))
                .sorted(Comparator.comparing((Correction one) -> one.createdAt).reversed())
                .map(one -> doubt(one, settler.may(one))).toList();
    }

    private boolean controls(UUID exercise, String viewer, boolean master) {
        ExerciseAccess sight = visibility.sight(exercise, viewer, master);
        return sight != null && sight.control();
    }

    /** Another chat address is a secret, and waits on the page of those who settle it. */
    private static Doubt doubt(Correction one, boolean settles) {
        ContactMethodType channel = switch (one.field) {
            case "phone" -> ContactMethodType.PHONE;
            case "chat" -> ContactMethodType.WEBHOOK;
            default -> ContactMethodType.EMAIL;
        };
        return new Doubt(one.person, channel, channel == ContactMethodType.WEBHOOK ? null : one.value, one.createdAt,
                settles ? "/calls#fix-" + one.id : null);
    }
}
