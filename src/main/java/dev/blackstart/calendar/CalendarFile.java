package dev.blackstart.calendar;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.web.Address;
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

    private static final int LINE_OCTETS = 75;

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
        if (!entries.isEmpty()) { // a strict reader refuses an empty calendar, which people without exercises have
            calendar.validate();
        }
        return folded(calendar.toString());
    }

    /** Lines of at most 75 octets, folded between characters (RFC 5545, 3.1); the library counts characters. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int point : text.codePoints().toArray()) {
            int more = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (point == '\r' || point == '\n') {
                octets = 0;
            } else if (octets + more > LINE_OCTETS) {
                folded.append("\r\n ");
                octets = 1 + more;
            } else {
                octets += more;
            }
            folded.appendCodePoint(point);
        }
        return folded.toString();
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
