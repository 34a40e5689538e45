package dev.blackstart.followup;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.followup.action.ActionAccess;
import dev.blackstart.followup.action.ActionFilter;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.ActionView;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.followup.defect.Filter;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.followup.triage.TriageResource;
import dev.blackstart.followup.triage.TriageView;
import dev.blackstart.people.Picked;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Action items: mine, a team's, all that I may see; and one of them. */
@Path("/actions")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ActionResource {

    private static final int SHOWN = 100;
    private static final int MOST_EXPORTED = 10_000;

    private final Actions actions;
    private final FollowupViews followupViews;
    private final FollowupAccess followupAccess;
    private final ActionAccess actionAccess;
    private final FollowupJob followupJob;
    private final Viewer viewer;
    private final Clock clock;

    ActionResource(Actions actions, FollowupViews followupViews, FollowupAccess followupAccess, ActionAccess actionAccess,
            FollowupJob followupJob,
            Viewer viewer,
            Clock clock) {
        this.clock = clock;
        this.actions = actions;
        this.followupViews = followupViews;
        this.followupAccess = followupAccess;
        this.actionAccess = actionAccess;
        this.followupJob = followupJob;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance actions(PageContext page, List<ActionView> actions, Asked asked,
                List<String> states, String later, String total, long overdue);

        static native TemplateInstance action(PageContext page, ActionView action, May may, Form form);
    }

    /**
     * Which actions are looked at. @param whose mine or all @param state a state's word, undone or all @param words in the
     * title
     */
    public record Asked(String whose, String state, String team, String words) {

        Filter filter(String person) {
            return ActionFilter.of("mine".equals(whose) ? person : null, "all".equals(state) ? null : state, team, null)
                    .and("lower(a.title) like :words escape '!'", "words", words == null ? null : Texts.pattern(words));
        }

        public String query() {
            return "whose=" + whose + "&state=" + state + (team == null ? "" : "&team=" + Texts.path(team))
                    + (words == null ? "" : "&q=" + Texts.path(words));
        }
    }

    /** What this viewer may do with it. */
    public record May(boolean work, boolean verify, boolean drop, boolean change) {
    }

    /** What was typed, and what is wrong with it. */
    public record Form(String to, String reason, String evidence, String field, String problem) {

        static final Form EMPTY = new Form(null, null, null, null, null);

        public String errorOf(String of, String name) {
            return of.equals(to) && name.equals(field) ? problem : null;
        }

        public boolean isOf(String of) {
            return of.equals(to);
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("whose") String whose,
            @QueryParam("state") String state, @QueryParam("team") String team, @QueryParam("q") String words,
            @QueryParam("after") UUID after) {
        followupJob.run();
        Asked asked = asked(whose, state, team, words);
        ActionItem last = after == null ? null : actionAccess.action(after);
        List<ActionItem> found = actionAccess.actions(asked.filter(viewer.key()), last, SHOWN);
        List<ActionView> shown = followupViews.actions(found);
        return Templates.actions(viewer.page("Actions", "actions"), shown, asked,
                Choice.keys(ActionItem.State.class),
                found.size() == SHOWN ? "/actions?" + asked.query() + "&after=" + found.get(SHOWN - 1).id : null,
                TriageView.total(actionAccess.countActions(asked.filter(viewer.key()))),
                actionAccess.countActions(asked.filter(viewer.key()).and("a.dueAt < :now", "now", clock.instant())
                        .and("a.state in (OPEN, IN_PROGRESS)")));
    }

    /** For a spreadsheet: what the page shows, without its pages. */
    @GET
    @Path("export")
    @Produces("text/csv;charset=UTF-8")
    public Response export(@QueryParam("whose") String whose, @QueryParam("state") String state,
            @QueryParam("team") String team, @QueryParam("q") String words) {
        followupJob.run();
        List<ActionItem> found = actionAccess.actions(asked(whose, state, team, words).filter(viewer.key()), null,
                MOST_EXPORTED);
        return Response.ok(Spreadsheet.of(followupViews.actions(found)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"actions.csv\"").build();
    }

    private static Asked asked(String whose, String state, String team, String words) {
        return new Asked("all".equals(whose) || TriageResource.blank(team) != null ? "all" : "mine",
                TriageResource.blank(state) == null ? "undone" : Choice.known(state, ActionItem.State.class, "undone", "all"),
                TriageResource.blank(Picked.team("team", team)), TriageResource.words(words));
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(UUID id) {
        followupJob.run();
        return page(id, Form.EMPTY);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, @RestForm String owner, @RestForm String due, @RestForm String exception,
            @RestForm String link) {
        return then(id, new Form("change", exception, null, null, null),
                () -> actions.change(id, Picked.person("owner", owner), due, exception, link));
    }

    @POST
    @Path("{id}/transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, @RestForm String to, @RestForm String reason, @RestForm String evidence) {
        return then(id, new Form(to, reason, evidence, null, null),
                () -> actions.move(id, new Actions.Move(to, reason, evidence)));
    }

    private Response then(UUID id, Form typed, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/actions/" + id)).build();
        } catch (Problem problem) {
            return Response.status(problem.status).entity(page(id,
                    new Form(typed.to(), typed.reason(), typed.evidence(), problem.field(), problem.getMessage()))).build();
        }
    }

    private TemplateInstance page(UUID id, Form form) {
        ActionView action = followupViews.action(id);
        ExerciseAccess sight = action.exercise() == null ? null : followupAccess.control(action.exercise());
        boolean triages = sight != null && sight.may(Permission.TRIAGE);
        boolean leads = actionAccess.leads(action.owner());
        boolean owns = action.owner().equals(viewer.key());
        return Templates.action(viewer.page(action.title(), "actions"), action,
                new May(triages || leads || owns,
                        (triages || leads) && !ActionItem.<ActionItem> findById(id).wasOwnedBy(viewer.key()),
                        triages || leads, triages || leads),
                form);
    }
}
