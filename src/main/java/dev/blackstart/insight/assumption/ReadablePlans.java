package dev.blackstart.insight.assumption;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.insight.reading.InsightReader;
import io.quarkus.hibernate.orm.panache.Panache;

/** The newest revisions of plans that their reader may read and that assume something or imagine failures. */
@ApplicationScoped
class ReadablePlans {

    private static final String QUERY = "select v from PlanRevision v, Plan p where v.planKey = p.key and v.number = p.revision"
            + " and (v.tree like '%\"assumptions\"%' or v.tree like '%\"failureModes\"%') and (" + Plan.VISIBLE
            + ") order by p.key";

    /** @param team key, or null for all */
    List<PlanDocument> of(InsightReader reader, String team) {
        return Panache.getEntityManager().createQuery(QUERY, PlanRevision.class).setParameter(1, reader.master())
                .setParameter(2, reader.person()).getResultStream().map(PlanRevision::document)
                .filter(plan -> team == null || team.equals(plan.team())).toList();
    }
}
