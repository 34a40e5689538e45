package dev.blackstart.followup;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.defect.RiskRank;
import dev.blackstart.people.Person;
import dev.blackstart.web.Waiting;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Actions on the list of whoever does them (R79): what they own and is overdue or critical; for leads, what is overdue in their
 * teams. Of exercises that are over, which is when owners and leads may know.
 */
@ApplicationScoped
class ActionsWaiting implements Waiting.Source {

    private static final String OPEN = "select a from ActionItem a, Exercise e where e.id = a.exerciseId and e.mode = LIVE"
            + " and e.state in (ENDED, CLOSED) and a.state in (OPEN, IN_PROGRESS) and ";

    private static final String OWN = OPEN + "a.owner = :person and (a.dueAt < :now or a.riskOrder = "
            + RiskRank.CRITICAL.ordinal() + ")";

    private static final String LED = OPEN + "a.owner <> :person and a.dueAt < :now and exists (select 1 from Team t join"
            + " t.members m where t.lead = :person and m = a.owner)";

    private static final String ORDER = " order by a.riskOrder, a.dueAt, a.id";

    private final Clock clock;

    ActionsWaiting(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return Stream.concat(found(OWN, person, this::own), found(LED, person, ActionsWaiting::led)).toList();
    }

    private Stream<Waiting> found(String query, String person, Function<ActionItem, Waiting> as) {
        return Panache.getEntityManager().createQuery(query + ORDER, ActionItem.class).setParameter("person", person)
                .setParameter("now", clock.instant()).setMaxResults(Waiting.MOST).getResultList().stream().map(as);
    }

    private Waiting own(ActionItem action) {
        return new Waiting(action.isOverdue(clock.instant()) ? "Do overdue actions" : "Do critical actions", action.title,
                "/actions/" + action.id);
    }

    private static Waiting led(ActionItem action) {
        return new Waiting("Help with overdue actions", action.title + " \u00B7 " + Person.nameOf(action.owner),
                "/actions/" + action.id);
    }
}
