package dev.blackstart.calendar;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.people.Person;
import dev.blackstart.preparation.checklist.PreparationItem;

/** When somebody's teams have to be ready with what: in the words and on the days that teams may know. */
@ApplicationScoped
class PreparationEntries implements EntrySource {

    @Override
    public List<Entry> of(Person person, Instant now) {
        return PreparationItem.of(person.key).stream().filter(item -> item.state.isToDo() && item.teamDueAt != null)
                .map(item -> Entry.at(item.id, item.teamDueAt, null, "Due: " + item.teamTitle(), null,
                        "/preparation/" + item.id, false))
                .toList();
    }
}
