package dev.blackstart.directory.entry;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.people.DirectoryChange;
import dev.blackstart.people.DirectoryRecord;
import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.Person;

/** People as entries of the directory. */
@ApplicationScoped
public class PeopleKind implements EntryType<PersonFacts> {

    static final List<String> COLUMNS = List.of("key", "name", "email", "phone", "zone", "skills", "role", "chat");

    @Override
    public String name() {
        return "people";
    }

    @Override
    public DirectoryChange.Kind recorded() {
        return DirectoryChange.Kind.PERSON;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public PersonFacts one(String key) {
        Person person = Person.byKey(key);
        return person == null ? null : PersonFacts.of(person);
    }

    @Override
    public Map<String, PersonFacts> these(Collection<String> keys) {
        return facts(Person.list("from Person p left join fetch p.skills where p.key in ?1", keys));
    }

    /** Those who have left are not in files: they would come back by being read. */
    @Override
    public Map<String, PersonFacts> all() {
        return facts(Person.presentByKey());
    }

    private static Map<String, PersonFacts> facts(List<Person> people) {
        return EntryType.byKey(people, PersonFacts::of);
    }

    @Override
    public PersonFacts merge(String key, PersonFacts before, Fields fields, DirectorySnapshot world, FieldErrors flaws) {
        return PersonFacts.merge(key, before, fields, world, flaws);
    }

    @Override
    public void save(PersonFacts before, PersonFacts after, Instant at) {
        Person person = before == null ? new Person(after.key(), after.name(), null, after.role(), null, at)
                : Person.byKey(after.key());
        person.describe(after.name(), after.skills());
        person.reachAt(after.contactMethods());
        if (person.platformRole != after.role()) {
            person.become(after.role());
        }
        person.persist();
    }

    @Override
    public Map<String, Object> shown(PersonFacts facts) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", facts.name());
        shown.putAll(DirectoryRecord.shown(facts.contactMethods()));
        shown.put("skills", List.copyOf(facts.skills()));
        shown.put("role", facts.role().key());
        return shown;
    }

    @Override
    public Map<String, Object> cells(PersonFacts facts, boolean secrets) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("key", facts.key());
        cells.put("name", facts.name());
        cells.put("email", facts.contactMethods().email());
        cells.put("phone", facts.contactMethods().phone());
        cells.put("zone", facts.contactMethods().zone());
        cells.put("skills", List.copyOf(facts.skills()));
        cells.put("role", facts.role().key());
        if (secrets) {
            cells.put("chat", facts.contactMethods().chat());
        }
        return cells;
    }
}
