package dev.blackstart.review.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.apache.commons.codec.digest.DigestUtils;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.people.Person;
import dev.blackstart.review.publication.PublishedReports;
import dev.blackstart.review.publication.PublishedTitle;
import dev.blackstart.web.Address;

/** Makes and revokes feeds of reports, and reads one with the sight that its owner has now. */
@ApplicationScoped
class ReportFeeds {

    private static final int TOKEN_BYTES = 32;
    private static final int ENTRIES = 100;

    private final PublishedReports published;
    private final Address address;
    private final Clock clock;

    ReportFeeds(PublishedReports published, Address address, Clock clock) {
        this.published = published;
        this.address = address;
        this.clock = clock;
    }

    /** @param changed when the newest of its reports was published; without one, when the feed's address was made */
    record Read(String text, Instant changed) {
    }

    /** A new token, told this once; the one before opens nothing any more. */
    @Transactional
    String make(String person) {
        String token = Secrets.randomToken(TOKEN_BYTES);
        ReportFeed feed = ReportFeed.of(person);
        if (feed == null) {
            feed = new ReportFeed(person, clock.instant());
            feed.persist();
        }
        feed.renew(DigestUtils.sha256Hex(token), clock.instant());
        return token;
    }

    @Transactional
    void revoke(String person) {
        ReportFeed feed = ReportFeed.of(person);
        if (feed != null) {
            feed.revoke();
        }
    }

    /** The feed of whoever has this token; null where nobody has. */
    @Transactional
    Read read(String token) {
        ReportFeed feed = ReportFeed.reading(DigestUtils.sha256Hex(token));
        Person person = feed == null ? null : Person.present(feed.person);
        if (person == null) {
            return null;
        }
        List<PublishedTitle> reports = published.newest(person.key, person.platformRole.isMaster(), ENTRIES);
        Instant changed = reports.isEmpty() ? feed.madeAt : reports.get(0).at();
        ReportFeed.read(feed.id, clock.instant());
        return new Read(AtomFile.of(reports, changed, address::of), changed);
    }
}
