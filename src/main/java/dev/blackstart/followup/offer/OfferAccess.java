package dev.blackstart.followup.offer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;

/**
 * Who may know of which offer: the owner of the system, or the members of the team that owns it, and of them those who may read
 * the report that tells of the defect. What is not returned here does not exist for them.
 */
@ApplicationScoped
public class OfferAccess {

    private static final int MOST = 200;

    private static final String OWNED = "(o.owner = ?1 or o.owner in"
            + " (select t.key from Team t join t.members m where m = ?1))";

    private final Instance<ReportReaders> readers;

    OfferAccess(Instance<ReportReaders> readers) {
        this.readers = readers;
    }

    /** The open ones by due day, then the answered ones, the newest first. */
    List<DefectOffer> of(String person) {
        return Stream.concat(open(person).stream(), owned(person, "is not null order by o.answeredAt desc, o.id")).toList();
    }

    /** By due day. */
    List<DefectOffer> open(String person) {
        return owned(person, "is null order by o.dueAt, o.id").toList();
    }

    private Stream<DefectOffer> owned(String person, String answered) {
        return DefectOffer.<DefectOffer> find("from DefectOffer o where " + OWNED + " and o.answeredAt " + answered, person)
                .range(0, MOST - 1).list().stream().filter(offer -> reads(offer.exerciseId, person));
    }

    /** @throws Problem 404 where it does not exist for this person */
    public DefectOffer visible(UUID id, String person) {
        DefectOffer offer = DefectOffer.findById(id);
        if (offer == null || !people(offer.owner).contains(person) || !reads(offer.exerciseId, person)) {
            throw Problem.notFound();
        }
        return offer;
    }

    /** The person, or the members of the team. */
    static List<String> people(String owner) {
        Team team = Team.byKey(owner);
        return team == null ? List.of(owner) : List.copyOf(team.members);
    }

    boolean reads(UUID exercise, String person) {
        return readers.stream().anyMatch(one -> one.mayRead(exercise, person));
    }

    /** When the newest report was published to anybody; null where none was. */
    Instant publishedAt(UUID exercise) {
        return readers.stream().map(one -> one.publishedAt(exercise)).filter(Objects::nonNull).max(Instant::compareTo)
                .orElse(null);
    }
}
