package dev.blackstart.live.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.blackstart.security.SignInTicket;
import dev.blackstart.web.PersonalLivePage;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * One reader's open page: all parts first, then those that changed, and a sign of life now and then. Used by one thread at a
 * time.
 */
public final class PersonalPageStream {

    private final PersonalLivePage page;
    private final String key;
    private final SignInTicket reader;
    private final Clock clock;

    private Map<String, String> shown = Map.of();
    private long beatAt = System.nanoTime();
    private boolean over;

    public PersonalPageStream(PersonalLivePage page, String key, SignInTicket reader, Clock clock) {
        this.page = page;
        this.key = key;
        this.reader = reader;
        this.clock = clock;
    }

    String reader() {
        return reader.person();
    }

    Duration pace() {
        return page.refreshInterval();
    }

    /** Whether this reader finds the page. */
    public boolean isFound() {
        return parts() != null;
    }

    /** The page is the reader's no longer, or they have signed out. */
    boolean isOver() {
        return over;
    }

    /** What to send now. @param heartbeat how often a sign of life is due */
    List<StreamEvent> next(Duration heartbeat) {
        List<StreamEvent> news = new ArrayList<>();
        if (System.nanoTime() - beatAt >= heartbeat.toNanos()) {
            beatAt = System.nanoTime();
            news.add(StreamEvent.HEARTBEAT);
            over = !reader.holds(clock.instant());
        }
        Map<String, String> now = over ? null : parts();
        if (now == null) {
            over = true;
            return List.of();
        }
        now.forEach((id, html) -> {
            if (!html.equals(shown.get(id))) {
                news.add(StreamEvent.part(id, html));
            }
        });
        shown = now;
        return news;
    }

    private Map<String, String> parts() {
        return QuarkusTransaction.requiringNew().call(() -> page.parts(key, reader.person()));
    }
}
