package dev.blackstart.preparation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.people.Team;
import dev.blackstart.preparation.checklist.NameVisibility;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.preparation.singlepoint.SinglePoints;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Who may know of which item: its team's people, its owner, and who sees its exercise as control staff do. What is not
 * returned here does not exist for this viewer.
 */
@RequestScoped
class PreparationAccess {

    private final Viewer viewer;
    private final Visibility visibility;
    private final Map<UUID, Optional<ExerciseAccess>> sights = new HashMap<>();
    private final Map<String, Optional<Team>> teams = new HashMap<>();

    PreparationAccess(Viewer viewer, Visibility visibility) {
        this.viewer = viewer;
        this.visibility = visibility;
    }

    String person() {
        return viewer.key();
    }

    /** How the viewer stands to an item: what they may do with it follows. */
    Part part(PreparationItem item) {
        Team team = team(item.team);
        ExerciseAccess sight = sight(item.exerciseId);
        return new Part(person(), sight != null && sight.control(), team != null && team.members.contains(person()),
                team != null && team.lead.equals(person()), person().equals(item.owner));
    }

    /** How the viewer stands to an exercise; null where it does not exist for them. */
    ExerciseAccess sight(UUID exerciseId) {
        return sights.computeIfAbsent(exerciseId,
                id -> Optional.ofNullable(visibility.sight(id, person(), viewer.isMaster()))).orElse(null);
    }

    /** @throws Problem 404 where it does not exist for the viewer */
    PreparationItem item(UUID id) {
        PreparationItem item = PreparationItem.findById(id);
        if (item == null || !part(item).sees()) {
            throw Problem.notFound();
        }
        return item;
    }

    /** @throws Problem 404 where it does not exist for the viewer */
    SinglePoint point(UUID id) {
        SinglePoint point = SinglePoint.findById(id);
        if (point == null) {
            throw Problem.notFound();
        }
        item(point.itemId);
        return point;
    }

    /** What the viewer's teams have to do, and what is theirs alone, in order of time. */
    List<PreparationItem> mine() {
        return PreparationItem.of(person());
    }

    /** These, and what the viewer sees as control staff do. */
    List<PreparationItem> all() {
        return Panache.getEntityManager()
                .createQuery("select i " + PreparationItem.CURRENT + "(" + PreparationItem.MINE + " or " + Visibility.CONTROL
                        + ") order by i.teamDueAt, i.position, i.id", PreparationItem.class)
                .setParameter("viewer", person())
                .setParameter("master", viewer.isMaster()).setMaxResults(PreparationItem.MOST).getResultList();
    }

    /** Found while doing what the viewer may know of, also after the exercise. */
    List<SinglePoint> points() {
        return SinglePoints.of(person(), viewer.isMaster(), PreparationItem.MOST);
    }

    /** Whose names the viewer is told beside an item. */
    NameVisibility naming(PreparationItem item) {
        ExerciseAccess sight = sight(item.exerciseId);
        if (!item.veiled || sight != null && sight.control()) {
            return NameVisibility.ALL;
        }
        Set<String> known = new HashSet<>(Set.of(person()));
        Team team = team(item.team);
        if (team != null) {
            known.addAll(team.members);
            known.add(team.lead);
        }
        return new NameVisibility(known);
    }

    private Team team(String key) {
        return teams.computeIfAbsent(key, one -> Optional.ofNullable(Team.byKey(one))).orElse(null);
    }

    /** The exercise where the viewer may know that this item is for it; else null. */
    Exercise exercise(PreparationItem item) {
        ExerciseAccess sight = sight(item.exerciseId);
        return sight != null && (sight.control() || !item.veiled) ? Exercise.findById(item.exerciseId) : null;
    }

    /** How one person stands to one item. @param member of its team @param lead of its team */
    record Part(String person, boolean control, boolean member, boolean lead, boolean owner) {

        boolean sees() {
            return control || member || owner;
        }

        /** Who may say that it is so: nobody who owned it or worked on it. */
        boolean mayVerify(PreparationItem item) {
            return (lead || control) && !item.workers.contains(person);
        }

        boolean mayAssign() {
            return lead || control;
        }
    }
}
