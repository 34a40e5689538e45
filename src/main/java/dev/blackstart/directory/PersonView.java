package dev.blackstart.directory;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.people.ContactMethodType;
import dev.blackstart.people.Person;

/**
 * A person as colleagues may know them: a call tree needs phones.
 *
 * @param reach channels on which they can be reached: email, webhook, call
 * @param chat a secret: not there but for themselves and administrators
 * @param leftAt null while they are here
 */
public record PersonView(String key, String name, String role, String email, String phone, String zone, List<String> skills,
        List<String> teams, List<String> reach, @JsonInclude(JsonInclude.Include.NON_NULL) String chat, Instant leftAt) {

    static PersonView of(Person person, List<String> teams, boolean secrets) {
        return new PersonView(person.key, person.name, person.platformRole.key(), person.email, person.phone, person.zone,
                List.copyOf(person.skills), teams == null ? List.of() : teams,
                ContactMethodType.of(person).stream().map(ContactMethodType::key).toList(), secrets ? person.chat : null,
                person.leftAt);
    }

    public boolean isHere() {
        return leftAt == null;
    }
}
