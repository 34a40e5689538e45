package dev.blackstart.followup;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
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

import dev.blackstart.catalogue.Plan;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.followup.action.ActionAccess;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.ActionQuery;
import dev.blackstart.followup.action.ActionView;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.followup.defect.Filter;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.followup.defect.RiskRank;
import dev.blackstart.followup.rehearse.ActionDrills;
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
    private final ActionDrills actionDrills;
    private final Viewer viewer;
    private final Clock clock;

    ActionResource(Actions actions, FollowupViews followupViews, FollowupAccess followupAccess, ActionAccess actionAccess,
            FollowupJob followupJob, ActionDrills actionDrills,
            Viewer viewer,
            Clock clock) {
        this.clock = clock;
        this.actions = actions;
        this.followupViews = followupViews;
        this.followupAccess = followupAccess;
        this.actionAccess = actionAccess;
        this.followupJob = followupJob;
        this.actionDrills = actionDrills;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance actions(PageContext page, List<ActionView> actions, Asked asked, Words words,
                String later, Counts counts);

        static native TemplateInstance action(PageContext page, ActionView action, May may, Form form);
    }

    /** The words to choose from. */
    public record Words(List<String> states, List<String> ranks, List<String> kinds) {

        static final Words ALL = new Words(Choice.keys(ActionItem.State.class), Choice.keys(RiskRank.class),
                Choice.keys(ActionItem.Kind.class));
    }

    /** @param total as it is shown @param unranked of which severity or likelihood is not known */
    public record Counts(String total, long overdue, long unranked) {
    }

    /** Which actions are looked at: null for any. @param whose mine or all @param state a state's word, undone or all */
    public record Asked(String whose, String owner, String team, String state, String rank, String kind, boolean overdue,
            String words) {

        ActionQuery query(String person) {
            return new ActionQuery("mine".equals(whose) ? person : owner, team, "all".equals(state) ? null : state, rank, kind,
                    overdue, null, words);
        }

        public Asked unranked() {
            return new Asked(whose, owner, team, state, Choice.key(RiskRank.UNKNOWN), kind, overdue, words);
        }

        public String query() {
            return Stream.of("whose=" + whose, "state=" + state, part("owner", owner), part("team", team), part("rank", rank),
                    part("kind", kind), overdue ? "overdue=true" : "", part("q", words)).filter(one -> !one.isEmpty())
                    .collect(Collectors.joining("&"));
        }

        public boolean isNarrowed() {
            return Stream.of(owner, team, rank, kind, words).anyMatch(Objects::nonNull) || overdue;
        }

        private static String part(String name, String value) {
            return value == null ? "" : name + "=" + Texts.path(value);
        }
    }

    /** As the address has it. */
    public static class Query {
        @QueryParam("whose")
        String whose;
        @QueryParam("owner")
        String owner;
        @QueryParam("team")
        String team;
        @QueryParam("state")
        String state;
        @QueryParam("rank")
        String rank;
        @QueryParam("kind")
        String kind;
        @QueryParam("overdue")
        boolean overdue;
        @QueryParam("q")
        String words;

        Asked asked() {
            String person = TriageResource.blank(Picked.person("owner", owner));
            String chosen = TriageResource.blank(Picked.team("team", team));
            return new Asked("all".equals(whose) || chosen != null || person != null ? "all" : "mine", person, chosen,
                    TriageResource.blank(state) == null ? ActionQuery.UNDONE
                            : Choice.known(state, ActionItem.State.class, ActionQuery.UNDONE, "all"),
                    TriageResource.blank(rank), TriageResource.blank(kind), overdue, TriageResource.words(words));
        }
    }

    /** What this viewer may do with it. */
    public record May(boolean work, boolean verify, boolean drop, boolean change, boolean plan) {
    }

    /** What was typed, and what is wrong with it. */
    public record Form(String to, String reason, String evidence, String field, String problem) {

        static final Form EMPTY = new Form(null, null, null, null, null);

        public String errorOf(String of, String name) {
            return of.equals(to) && name.equals(field) ? problem : null;
        }

        /** The plan, and below the systems, that were typed to make it a drill. */
        public String planOr(String otherwise) {
            return isOf("drill") && reason != null ? reason : otherwise;
        }

        public String targetsOr(String otherwise) {
            return isOf("drill") && evidence != null ? evidence : otherwise;
        }

        public boolean isOf(String of) {
            return of.equals(to);
        }
    }

    @GET
    public TemplateInstance list(@BeanParam Query query, @QueryParam("after") UUID after) {
        followupJob.run();
        Asked asked = query.asked();
        ActionItem last = after == null ? null : actionAccess.action(after);
        List<ActionItem> found = actionAccess.actions(filter(asked), last, SHOWN);
        return Templates.actions(viewer.page("Actions", "actions"), followupViews.actions(found), asked, Words.ALL,
                found.size() == SHOWN ? "/actions?" + asked.query() + "&after=" + found.get(SHOWN - 1).id : null,
                new Counts(TriageView.total(actionAccess.countActions(filter(asked))),
                        actionAccess.countActions(filter(asked).and("a.dueAt < :today", "today", clock.instant())
                                .and("a.state in (OPEN, IN_PROGRESS)")),
                        asked.rank() == null ? actionAccess.countActions(filter(asked.unranked())) : 0));
    }

    /** For a spreadsheet: what the page shows, without its pages. */
    @GET
    @Path("export")
    @Produces("text/csv;charset=UTF-8")
    public Response export(@BeanParam Query query) {
        followupJob.run();
        return Response.ok(Spreadsheet.of(followupViews.actions(actionAccess.actions(filter(query.asked()), null,
                MOST_EXPORTED)))).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"actions.csv\"").build();
    }

    private Filter filter(Asked asked) {
        return asked.query(viewer.key()).filter(clock.instant());
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

    /** The action becomes a drill of a plan. */
    @POST
    @Path("{id}/drill")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rehearse(UUID id, @RestForm String plan, @RestForm String targets) {
        return then(id, new Form("drill", plan, targets, null, null), () -> actionDrills.make(id,
                Plan.picked("plan", plan, viewer.key(), viewer.isMaster()), TriageResource.lines(targets, "[,\\s]+")));
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
                        triages || leads, triages || leads, viewer.isMaster()),
                form);
    }
}
