package dev.blackstart.calendar;

import java.time.Instant;
import java.util.List;

import dev.blackstart.people.Person;

/** Something that has dates for people. Being a bean is all it takes to be found. */
public interface EntrySource {

    /** What this person may know of now. */
    List<Entry> of(Person person, Instant now);
}
