package dev.blackstart.calling.correction;

import java.util.List;
import java.util.Set;

import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;

/**
 * Who says yes or no to corrections: the person themselves; an administrator; else, where neither the entry is an
 * administrator's nor the proposal their own, a lead of a team of theirs. Reads no entity, so that none is stale under locks
 * that follow, and is asked about many corrections at once.
 *
 * @param led keys of those whom the viewer leads
 * @param administrators keys of all of them; none where nobody is led
 */
record CorrectionApprover(String viewer, boolean administrator, Set<String> led, Set<String> administrators) {

    static CorrectionApprover of(String viewer) {
        boolean administrator = Person.count("key = ?1 and platformRole = ?2", viewer, PlatformRole.ADMIN) > 0;
        List<String> led = administrator ? List.of()
                : keys("select distinct m from Team t join t.members m where t.lead = ?1", viewer);
        return new CorrectionApprover(viewer, administrator, Set.copyOf(led), led.isEmpty() ? Set.of()
                : Set.copyOf(keys("select p.key from Person p where p.platformRole = ?1", PlatformRole.ADMIN)));
    }

    private static List<String> keys(String query, Object value) {
        return Person.getEntityManager().createQuery(query, String.class).setParameter(1, value).getResultList();
    }

    boolean may(String person, String proposedBy) {
        return administrator || person.equals(viewer)
                || !proposedBy.equals(viewer) && led.contains(person) && !administrators.contains(person);
    }

    boolean may(Correction correction) {
        return may(correction.person, correction.proposedBy);
    }
}
