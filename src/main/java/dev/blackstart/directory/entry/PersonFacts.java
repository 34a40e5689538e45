package dev.blackstart.directory.entry;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.blackstart.people.ContactMethods;
import dev.blackstart.people.ContactWarnings;
import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.problem.TextLimits;

/** What the directory says of a person. */
public record PersonFacts(String key, String name, ContactMethods contactMethods, Set<String> skills, PlatformRole role,
        boolean here) implements EntryFacts {

    private static final int MOST_SKILLS = 50;

    static PersonFacts of(Person person) {
        return new PersonFacts(person.key, person.name, person.contactMethods(), new TreeSet<>(person.skills),
                person.platformRole,
                person.isHere());
    }

    static PersonFacts merge(String key, PersonFacts before, Fields fields, DirectorySnapshot world, FieldErrors flaws) {
        if (before == null) {
            DirectorySnapshot.checkNewKey(key, flaws);
            if (world.team().test(key)) {
                flaws.add("key", "'%s' is the key of a team; people and teams share their keys.".formatted(key));
            }
        } else if (!before.here()) {
            flaws.add("key", "%s has left; let them come back first.".formatted(before.name()));
        }
        PersonFacts was = before == null ? new PersonFacts(key, null, ContactMethods.NONE, Set.of(), PlatformRole.MEMBER, true)
                : before;
        String name = fields.line("name", was.name(), flaws);
        if (name == null) {
            flaws.add("name", "Everybody has a name.");
        }
        ContactMethods contactMethods = new ContactMethods(fields.text("email", was.contactMethods().email()),
                fields.text("chat", was.contactMethods().chat()),
                fields.text("phone", was.contactMethods().phone()), fields.text("zone", was.contactMethods().zone()));
        if (!contactMethods.equals(was.contactMethods())) {
            contactMethods.check(flaws);
            warn(key, was.contactMethods(), contactMethods, world, flaws);
        }
        Set<String> skills = new TreeSet<>(fields.list("skills", was.skills()));
        if (skills.size() > MOST_SKILLS || skills.stream().anyMatch(one -> one.codePointCount(0, one.length()) > TextLimits.LINE
                || one.chars().anyMatch(Character::isISOControl))) {
            flaws.add("skills", "At most %d skills of at most %d characters each.".formatted(MOST_SKILLS, TextLimits.LINE));
        }
        PersonFacts after = new PersonFacts(key, name, contactMethods, skills, role(fields, was.role(), world, flaws), true);
        if (was.role() == PlatformRole.ADMIN && !world.mayTouch(key) && !after.equals(before)) {
            flaws.add("key", "Only an administrator may change an administrator; leave %s as they are.".formatted(key));
        }
        return after;
    }

    private static void warn(String key, ContactMethods before, ContactMethods after, DirectorySnapshot world,
            FieldErrors flaws) {
        if (!Objects.equals(after.phone(), before.phone())) {
            ContactWarnings.phone(after.phone(), flaws);
        }
        if (after.email() != null && !after.email().equalsIgnoreCase(before.email())) {
            ContactWarnings.email(world.mails().change(key, before.email(), after.email()), flaws);
        }
    }

    private static PlatformRole role(Fields fields, PlatformRole before, DirectorySnapshot world, FieldErrors flaws) {
        String word = fields.text("role", before.key());
        PlatformRole role = Arrays.stream(PlatformRole.values()).filter(one -> one.key().equals(word)).findFirst()
                .orElse(word == null ? PlatformRole.MEMBER : null);
        if (role == null) {
            flaws.add("role", "There is no role '%s'; there are %s.".formatted(word, Arrays.stream(PlatformRole.values())
                    .map(PlatformRole::key).collect(Collectors.joining(", "))));
        } else if (role != before && !world.mayGiveRoles()) {
            flaws.add("role", "Only an administrator gives and takes roles; leave it %s.".formatted(before.key()));
        }
        return role;
    }
}
