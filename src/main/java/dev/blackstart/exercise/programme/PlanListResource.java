package dev.blackstart.exercise.programme;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.catalogue.page.PlanSearch;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.approval.Approval;
import dev.blackstart.exercise.approval.ApprovalStatus;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.people.Directory;
import dev.blackstart.people.Picked;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/**
 * The plans that somebody may read: each with its approval, when it ran last and when it runs next, as far as they may know.
 */
@Path("/plans")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PlanListResource {

    private static final int SHOWN = 50;

    private final Directory directory;
    private final Viewer viewer;

    PlanListResource(Directory directory, Viewer viewer) {
        this.directory = directory;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "exercise")
    static class Templates {
        static native TemplateInstance plans(PageContext page, PlanSearch search, List<Row> rows, long count,
                List<String> types,
                String later);
    }

    /**
     * @param next null where none is scheduled, or its start is kept from the viewer
     * @param scheduled whether one is scheduled at all
     */
    public record Row(Plan plan, String owner, String team, ApprovalStatus approval, Instant last, Instant next,
            boolean scheduled,
            String zone) {
    }

    @GET
    @Transactional
    public TemplateInstance list(@QueryParam("q") String words, @QueryParam("type") String type,
            @QueryParam("team") String team, @QueryParam("after") String after) {
        PlanSearch search = PlanSearch.of(words, type, Picked.team("team", team));
        List<Plan> found = search.find(viewer.key(), viewer.isMaster(), after, SHOWN + 1);
        List<Plan> shown = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        String later = found.size() <= SHOWN ? null : "/plans?after=" + shown.get(SHOWN - 1).key + search.query();
        return Templates.plans(viewer.page("Plans", "plans"), search, rows(shown),
                search.count(viewer.key(), viewer.isMaster()),
                Arrays.stream(PlanDocument.Type.values()).map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList(),
                later);
    }

    private List<Row> rows(List<Plan> plans) {
        List<String> keys = plans.stream().map(plan -> plan.key).toList();
        Map<String, String> people = directory.names(plans.stream().map(plan -> plan.owner).toList());
        Map<String, String> teams = directory.teamNames(plans.stream().map(plan -> plan.team).toList());
        Map<String, List<Approval>> said = keys.isEmpty() ? Map.of()
                : Approval.ofNewest(keys).stream().collect(Collectors.groupingBy(one -> one.planKey));
        Map<String, Instant> last = lastRuns(keys);
        Map<String, List<Exercise>> coming = coming(keys);
        return plans.stream().map(plan -> {
            PlanDocument document = PlanRevision.document(plan.key, plan.revision);
            List<Exercise> scheduled = coming.getOrDefault(plan.key, List.of());
            Instant next = scheduled.stream().map(one -> ExerciseView.startsAt(one, true, viewer.key()))
                    .filter(start -> start != null).findFirst().orElse(null);
            return new Row(plan, people.get(plan.owner), teams.get(plan.team),
                    ApprovalStatus.of(document, plan.revision, said.getOrDefault(plan.key, List.of()), Set.of()),
                    last.get(plan.key),
                    next,
                    !scheduled.isEmpty(), document.schedule().zone());
        }).toList();
    }

    /** When each of these plans was started for real last, where the viewer sees that as control staff do. */
    private Map<String, Instant> lastRuns(List<String> keys) {
        return keys.isEmpty() ? Map.of()
                : Panache.getEntityManager().createQuery("""
                        select e.planKey, max(e.clock.startedAt) from Exercise e where e.planKey in (:keys) and e.mode = LIVE
                            and e.clock.startedAt is not null and """ + Visibility.CONTROL + " group by e.planKey",
                        Object[].class).setParameter("keys", keys).setParameter("viewer", viewer.key())
                        .setParameter("master", viewer.isMaster()).getResultList().stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1]));
    }

    /** What is scheduled of these plans, the first first, where the viewer sees it as control staff do. */
    private Map<String, List<Exercise>> coming(List<String> keys) {
        return keys.isEmpty() ? Map.of()
                : Panache.getEntityManager().createQuery("""
                        from Exercise e where e.planKey in (:keys) and e.mode = LIVE and e.state = SCHEDULED and """
                        + Visibility.CONTROL + " order by e.startsAt, e.id", Exercise.class).setParameter("keys", keys)
                        .setParameter("viewer", viewer.key()).setParameter("master", viewer.isMaster()).getResultList().stream()
                        .collect(Collectors.groupingBy(one -> one.planKey));
    }
}
