package dev.blackstart.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.web.Address;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes RFC 5545, all times in UTC. The same entries make the same text. */
@ApplicationScoped
class CalendarFile {

    private final Address address;

    CalendarFile(Address address) {
        this.address = address;
    }

    /** @param sequence rises when it changed @param at when it was first told so */
    record Told(Entry entry, int sequence, Instant at) {
    }

    String of(List<Told> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Blackstart//Exercises//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "Exercises"));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        entries.forEach(told -> calendar.add(event(told)));
        StringWriter text = new StringWriter();
        try {
            // an empty calendar is no calendar to a strict reader, and yet what somebody without exercises has
            new CalendarOutputter(!entries.isEmpty()).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private VEvent event(Told told) {
        Entry entry = told.entry();
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.id() + "@blackstart"));
        event.add(new DtStamp(told.at().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Sequence(told.sequence()));
        if (entry.start() != null) {
            event.add(new DtStart<Instant>(entry.start().truncatedTo(ChronoUnit.SECONDS)));
        } else {
            event.add(new DtStart<LocalDate>(entry.firstDay()));
            event.add(new DtEnd<LocalDate>(entry.lastDay().plusDays(1)));
            event.add(ImmutableTransp.TRANSPARENT);
        }
        if (entry.end() != null) {
            event.add(new DtEnd<Instant>(entry.end().truncatedTo(ChronoUnit.SECONDS)));
        }
        event.add(new Summary(entry.title()));
        if (entry.text() != null) {
            event.add(new Description(entry.text()));
        }
        event.add(new Url(URI.create(address.of(entry.path()))));
        event.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }
}
