package dev.blackstart.review.subscription;

import java.time.Clock;
import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.apache.commons.codec.digest.DigestUtils;

import dev.blackstart.people.Team;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;

/** Takes subscriptions, and ends them by the link of a mail. */
@ApplicationScoped
class Subscriptions {

    private static final int MOST_TEAMS = 50;

    private final Clock clock;

    Subscriptions(Clock clock) {
        this.clock = clock;
    }

    /** @param reports all, teams or none @param teams keys; for teams */
    public record Subscription(String reports, List<String> teams) {

        static Subscription of(ReportSubscription stored) {
            return stored == null ? new Subscription(WantedReports.NONE.key(), List.of())
                    : new Subscription(stored.reports.key(), List.copyOf(new TreeSet<>(stored.teams)));
        }
    }

    @Transactional
    Subscription of(String person) {
        return Subscription.of(ReportSubscription.of(person));
    }

    /** @throws Problem 422 for other words, unknown teams, or teams without one */
    @Transactional
    Subscription change(String person, Subscription asked) {
        WantedReports wanted = asked == null ? null : Choice.of("reports", WantedReports.class, asked.reports());
        if (wanted == null) {
            throw Problem.invalid("reports", "Say of which reports you want to hear: all, teams or none.");
        }
        List<String> teams = wanted == WantedReports.TEAMS ? checked(asked.teams()) : List.of();
        ReportSubscription stored = ReportSubscription.of(person);
        if (stored == null) {
            stored = new ReportSubscription(person, clock.instant());
            stored.persist();
        }
        stored.change(wanted, teams, clock.instant());
        return Subscription.of(stored);
    }

    private static List<String> checked(List<String> teams) {
        if (teams == null || teams.isEmpty()) {
            throw Problem.invalid("teams", "Name at least one team, or choose all or none.");
        }
        if (teams.size() > MOST_TEAMS) {
            throw Problem.invalid("teams", "At most %d teams; choose all instead.".formatted(MOST_TEAMS));
        }
        for (String team : teams) {
            if (team == null || Team.byKey(team) == null) {
                throw Problem.invalid("teams", "There is no team '%s' in the directory.".formatted(team));
            }
        }
        return teams.stream().distinct().toList();
    }

    /** Whether a mail with this token was sent. */
    @Transactional
    boolean isKnown(String token) {
        return ReportNotice.by(DigestUtils.sha256Hex(token)) != null;
    }

    /** Whoever holds the link of a mail ends its reader's subscription. @return whether there was such a mail */
    @Transactional
    boolean end(String token) {
        ReportNotice notice = ReportNotice.by(DigestUtils.sha256Hex(token));
        if (notice == null) {
            return false;
        }
        ReportSubscription stored = ReportSubscription.of(notice.person);
        if (stored != null) {
            stored.change(WantedReports.NONE, List.of(), clock.instant());
        }
        return true;
    }
}
