package dev.blackstart.people;

import java.util.List;

import dev.blackstart.database.Folded;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.form.Picking;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateExtension;

/** Who or what was meant in a picker of people, teams or systems: each method reads a text as {@link Picking} describes. */
public final class Picked {

    private static final int FEW = 5;

    private Picked() {
    }

    /** @throws Problem 422 where several people who have not left have this name */
    public static String person(String field, String text) {
        return Picking.key(field, text, key -> Person.count("key", key) > 0,
                name -> keys("select p.key from Person p where p.folded like ?1 escape '!' and p.leftAt is null order by p.key",
                        name));
    }

    /** @throws Problem 422 where several teams have this name */
    public static String team(String field, String text) {
        return Picking.key(field, text, key -> Team.count("key", key) > 0,
                name -> keys("select t.key from Team t where t.folded like ?1 escape '!' order by t.key", name));
    }

    /** @throws Problem 422 where several systems have this name */
    public static String system(String field, String text) {
        return Picking.key(field, text, key -> SystemEntry.count("key", key) > 0,
                name -> keys("select s.key from SystemEntry s where s.folded like ?1 escape '!' order by s.key", name));
    }

    /** A person or a team. @throws Problem 422 where several have this name */
    public static String owner(String field, String text) {
        String team = team(field, text);
        return team == null || Team.count("key", team) > 0 ? team : person(field, text);
    }

    private static List<String> keys(String query, String name) {
        return Panache.getEntityManager().createQuery(query, String.class).setParameter(1, Folded.having(name))
                .setMaxResults(FEW)
                .getResultList();
    }

    /** What a picker shows of a key that is set; a text that was typed stays as it is. */
    @TemplateExtension(namespace = "picked")
    static final class Lines {

        private Lines() {
        }

        static String person(Object key) {
            Person person = key == null ? null : Person.byKey(key.toString());
            return person == null ? text(key) : Picking.line(person.name, person.key);
        }

        /** The name alone; the key where nobody has it. */
        static String name(Object key) {
            return key == null ? text(key) : Person.nameOf(key.toString());
        }

        static String team(Object key) {
            Team team = key == null ? null : Team.byKey(key.toString());
            return team == null ? text(key) : Picking.line(team.name, team.key);
        }

        /** The name alone; the key where no team has it. */
        static String teamName(Object key) {
            Team team = key == null ? null : Team.byKey(key.toString());
            return team == null ? text(key) : team.name;
        }

        static String owner(Object key) {
            return key != null && Team.byKey(key.toString()) != null ? team(key) : person(key);
        }

        private static String text(Object key) {
            return key == null ? "" : key.toString();
        }
    }
}
