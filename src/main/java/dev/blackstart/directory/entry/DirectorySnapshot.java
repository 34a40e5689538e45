package dev.blackstart.directory.entry;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.blackstart.people.Directory;
import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.Invisible;
import dev.blackstart.people.Person;
import dev.blackstart.people.ReservedKeys;
import dev.blackstart.people.Team;

/**
 * Who and what there is while an entry is looked at.
 *
 * @param here people who have not left
 * @param person whether anybody has or had this key
 * @param mails whose mail addresses there are
 * @param mayGiveRoles whether whoever writes is an administrator
 * @param writer person key
 */
public record DirectorySnapshot(Predicate<String> here, Predicate<String> person, Predicate<String> team,
        MailAddresses mails, boolean mayGiveRoles, String writer) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** Asks the database each time: for a single entry. */
    static DirectorySnapshot asking(boolean mayGiveRoles, String writer) {
        return new DirectorySnapshot(key -> Person.present(key) != null, key -> Person.byKey(key) != null,
                key -> Team.byKey(key) != null,
                MailAddresses.asking(), mayGiveRoles, writer);
    }

    /** As it is now, for many entries. */
    public static DirectorySnapshot now(Directory directory, boolean mayGiveRoles, String writer) {
        Set<String> here = directory.people();
        Set<String> gone = new HashSet<>(Person.getEntityManager()
                .createQuery("select p.key from Person p where p.leftAt is not null", String.class).getResultList());
        Set<String> teams = directory.teams();
        return new DirectorySnapshot(here::contains, key -> here.contains(key) || gone.contains(key), teams::contains,
                MailAddresses.now(), mayGiveRoles, writer);
    }

    /** Somebody's own channels are theirs, whatever they are. */
    boolean mayTouch(String administrator) {
        return mayGiveRoles || administrator.equals(writer);
    }

    /** Whether a key can be given to something new. */
    static void checkNewKey(String key, FieldErrors flaws) {
        if (key == null || !KEY.matcher(key).matches()) {
            flaws.add("key", Invisible.complaint(key,
                    "A key is made of small letters, digits and hyphens, at most 64: for example pia-rossi."));
        } else if (ReservedKeys.contains(key)) {
            flaws.add("key", "'%s' has a meaning of its own; choose another key.".formatted(key));
        }
    }
}
