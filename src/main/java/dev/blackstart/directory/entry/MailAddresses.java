package dev.blackstart.directory.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.blackstart.people.Person;

/** Whose mail addresses there are while entries of the directory are looked at. */
interface MailAddresses {

    /** Keys of others who have the new address; from now on this person has it. @param old null without one */
    List<String> change(String person, String old, String address);

    /** Asks the database each time: for a single entry. */
    static MailAddresses asking() {
        return (person, old, address) -> Person.othersWithEmail(address, person);
    }

    /** As they are now and as a file changes them, for many entries. */
    static MailAddresses now() {
        Map<String, Set<String>> owners = new HashMap<>();
        Person.getEntityManager()
                .createQuery("select p.email, p.key from Person p where p.email is not null and p.leftAt is null",
                        Object[].class)
                .getResultList().forEach(row -> of((String) row[0], owners).add((String) row[1]));
        return (person, old, address) -> {
            if (old != null) {
                of(old, owners).remove(person);
            }
            List<String> others = of(address, owners).stream().filter(one -> !one.equals(person)).toList();
            of(address, owners).add(person);
            return others;
        };
    }

    private static Set<String> of(String address, Map<String, Set<String>> owners) {
        return owners.computeIfAbsent(address.toLowerCase(Locale.ROOT), none -> new TreeSet<>());
    }
}
