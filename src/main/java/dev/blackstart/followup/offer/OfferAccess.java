package dev.blackstart.followup.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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

    private final Instance<ReportReaders> readers;

    OfferAccess(Instance<ReportReaders> readers) {
        this.readers = readers;
    }

    /** The open ones by due day, then the answered ones, the newest first. */
    List<DefectOffer> of(String person) {
        List<String> owners = new ArrayList<>(List.of(person));
        Team.allByKey().stream().filter(team -> team.members.contains(person)).forEach(team -> owners.add(team.key));
        List<DefectOffer> open = DefectOffer.<DefectOffer> find("owner in ?1 and answeredAt is null order by dueAt, id", owners)
                .range(0, MOST - 1).list();
        List<DefectOffer> all = new ArrayList<>(open);
        all.addAll(DefectOffer.<DefectOffer> find("owner in ?1 and answeredAt is not null order by answeredAt desc, id", owners)
                .range(0, MOST - 1).list());
        return all.stream().filter(offer -> reads(offer.exerciseId, person)).toList();
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
