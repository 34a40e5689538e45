package dev.blackstart.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.blackstart.database.Folded;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/**
 * Which people are looked for.
 *
 * @param words in key, name or mail; null for any
 * @param reach none: those who cannot be reached away from the page
 * @param left also those who have left
 * @param among keys of whom alone; null for everybody
 */
record PeopleSearch(String words, String reach, boolean left, Set<String> among) {

    static final String NONE = "none";
    static final String WRONG = "wrong";

    static PeopleSearch of(String words, String reach, boolean left) {
        if (reach != null && !reach.isBlank() && !reach.equals(NONE)) {
            throw Problem.invalid("reach", "reach is none, or left out.");
        }
        String asked = words == null || words.isBlank() ? null : TextLimits.atMost(TextLimits.LINE, "q", words.strip());
        return new PeopleSearch(asked, reach == null || reach.isBlank() ? null : reach, left, null);
    }

    /** @param wrong keys of those who have a channel that was reported wrong */
    static PeopleSearch reportedWrong(String words, boolean left, Set<String> wrong) {
        PeopleSearch all = of(words, null, left);
        return new PeopleSearch(all.words, WRONG, left, wrong);
    }

    /** @param after key of the last one already seen, or null */
    List<Person> find(String after, int limit) {
        Map<String, Object> parameters = parameters();
        String condition = condition();
        if (after != null) {
            condition += " and p.key > :after";
            parameters.put("after", TextLimits.atMost(TextLimits.LINE, "after", after));
        }
        PanacheQuery<Person> query = Person.find("from Person p where " + condition + " order by p.key", parameters);
        return query.page(0, limit).list();
    }

    long count() {
        return Person.count("from Person p where " + condition(), parameters());
    }

    private String condition() {
        return (left ? "1 = 1" : "p.leftAt is null")
                + (words == null ? "" : " and p.folded like :words escape '!'")
                + (NONE.equals(reach) ? " and p.email is null and p.chat is null and p.phone is null" : "")
                + (among == null ? "" : among.isEmpty() ? " and 1 = 0" : " and p.key in (:among)");
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (words != null) {
            parameters.put("words", Folded.containing(words));
        }
        if (among != null && !among.isEmpty()) {
            parameters.put("among", among);
        }
        return parameters;
    }

    /** Keys of teams by member, for these people. */
    static Map<String, List<String>> teams(List<Person> people) {
        Map<String, List<String>> teams = new HashMap<>();
        if (!people.isEmpty()) {
            Panache.getEntityManager()
                    .createQuery("select m, t.key from Team t join t.members m where m in ?1 order by t.key", Object[].class)
                    .setParameter(1, people.stream().map(person -> person.key).toList()).getResultList()
                    .forEach(row -> teams.computeIfAbsent((String) row[0], none -> new ArrayList<>())
                            .add((String) row[1]));
        }
        return teams;
    }
}
