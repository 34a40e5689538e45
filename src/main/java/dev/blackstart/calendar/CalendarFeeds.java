package dev.blackstart.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;

import org.apache.commons.codec.digest.DigestUtils;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.people.Person;

/** Makes feeds, takes them back, and tells what stands in them. */
@ApplicationScoped
class CalendarFeeds {

    private static final int TOKEN_BYTES = 32;

    private final List<EntrySource> sources;
    private final CalendarFile file;
    private final Clock clock;

    CalendarFeeds(Instance<EntrySource> sources, CalendarFile file, Clock clock) {
        this.sources = sources.stream().toList();
        this.file = file;
        this.clock = clock;
    }

    /** A new token, told this once; the one before is worth nothing any more. */
    @Transactional
    String make(String person) {
        String token = Secrets.randomToken(TOKEN_BYTES);
        CalendarFeed feed = CalendarFeed.of(person);
        if (feed == null) {
            feed = new CalendarFeed(person, clock.instant());
            feed.persist();
        }
        feed.renew(DigestUtils.sha256Hex(token), clock.instant());
        return token;
    }

    @Transactional
    void revoke(String person) {
        CalendarFeed feed = CalendarFeed.of(person);
        if (feed != null) {
            feed.revoke();
        }
    }

    /** The calendar of whoever has this token; null where nobody has. */
    @Transactional
    String read(String token) {
        CalendarFeed feed = CalendarFeed.reading(DigestUtils.sha256Hex(token));
        Person person = feed == null ? null : Person.present(feed.person);
        if (person == null) {
            return null;
        }
        Instant now = clock.instant();
        feed.read(now);
        List<Entry> entries = sources.stream().flatMap(source -> source.of(person, now).stream()).toList();
        return file.of(told(feed, entries, now));
    }

    private static List<CalendarFile.Told> told(CalendarFeed feed, List<Entry> entries, Instant now) {
        Map<UUID, PublishedEntry> before = PublishedEntry.by(feed);
        List<CalendarFile.Told> all = new ArrayList<>();
        for (Entry entry : entries) {
            String fingerprint = DigestUtils.sha256Hex(entry.toString());
            PublishedEntry told = before.get(entry.id());
            if (told != null) {
                told.tell(fingerprint, now);
            } else if (!entry.cancelled()) {
                told = new PublishedEntry(feed, entry.id(), fingerprint, now);
                told.persist();
            }
            if (told != null) {
                all.add(new CalendarFile.Told(entry, told.sequence, told.toldAt));
            }
        }
        return all;
    }
}
