package dev.blackstart.insight;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.insight.culture.ConfidenceSurvey;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.insight.recovery.SystemChanges;
import dev.blackstart.people.Picked;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormAddress;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The pages of insight: one for each topic, with its charts, tables and files. */
@Path(InsightResource.ROOT)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class InsightResource {

    static final String ROOT = "/insight";

    private final InsightTopics topics;
    private final ConfidenceSurvey survey;
    private final SystemChanges changes;
    private final Viewer viewer;

    InsightResource(InsightTopics topics, ConfidenceSurvey survey, SystemChanges changes, Viewer viewer) {
        this.topics = topics;
        this.survey = survey;
        this.changes = changes;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "insight")
    static class Templates {
        static native TemplateInstance index(PageContext page, List<InsightTopic> topics, Asked asked);

        static native TemplateInstance topic(PageContext page, List<InsightTopic> topics, InsightTopic topic, Asked asked,
                List<Figure> figures, boolean mayRecord, FormState typed);
    }

    /**
     * What the form holds.
     *
     * @param filter the one that is shown: the usual one where the typed one was refused
     * @param refused why, or null
     */
    public record Asked(InsightFilter filter, String from, String to, String team, String field, String refused) {

        public String errorOf(String name) {
            return name.equals(field) ? refused : null;
        }
    }

    @GET
    public Response index(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("team") String team) {
        Asked asked = asked(from, to, team);
        return answer(asked, Templates.index(viewer.page("Insight", "insight"), topics.all(reader()), asked));
    }

    /** The address of a form, loaded again, leads to the form's page. */
    @GET
    @Path("{topic}")
    public Response topic(String topic, @QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("team") String team) {
        String page = FormAddress.pageOf(ROOT + "/" + topic);
        if (!page.equals(ROOT)) {
            return Response.seeOther(URI.create(page)).build();
        }
        InsightTopic named = topics.named(topic, reader());
        Asked asked = asked(from, to, team);
        return answer(asked, page(named, asked, FormState.NOTHING));
    }

    private TemplateInstance page(InsightTopic topic, Asked asked, FormState typed) {
        return Templates.topic(viewer.page(topic.title() + " · Insight", "insight"), topics.all(reader()), topic, asked,
                topics.figures(topic, reader(), asked.filter()),
                topic.key().equals("recovery") && changes.mayRecord(viewer.key(), viewer.isMaster()), typed);
    }

    /** The one-question survey, from the page of the fear map. */
    @POST
    @Path("confidence")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response trust(@RestForm String system, @RestForm String level) {
        return then("culture", FormState.in("confidence", "system", system, "level", level),
                () -> survey.answer(known(system), number(level), viewer.key()));
    }

    /** Something changed in a system, from the page of recovery evidence. */
    @POST
    @Path("changes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestForm String system, @RestForm String kind) {
        return then("recovery", FormState.in("change", "system", system, "kind", kind),
                () -> changes.record(known(system), kind, null, viewer.key(), viewer.isMaster()));
    }

    private static String known(String system) {
        String key = Picked.system("system", system == null || system.isBlank() ? null : system);
        if (key == null || SystemEntry.byKey(key) == null) {
            throw Problem.invalid("system", "Name a system of the directory.");
        }
        return key;
    }

    private static Integer number(String text) {
        return text != null && text.matches("[0-9]") ? Integer.valueOf(text) : null;
    }

    private Response then(String topic, FormState typed, Runnable change) {
        try {
            change.run();
        } catch (Problem problem) {
            return Response.status(problem.status)
                    .entity(page(topics.named(topic, reader()), asked(null, null, null), typed.refused(problem))).build();
        }
        return Arrived.INSIGHT.at("/insight/" + topic);
    }

    /** For a spreadsheet: one table, in full. @param of rows or behind */
    @GET
    @Path("{topic}/export")
    @Produces("text/csv;charset=UTF-8")
    public Response export(String topic, @QueryParam("figure") String figure, @QueryParam("of") String of,
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("team") String team) {
        InsightTopic named = topics.named(topic, reader());
        return InsightApi.file(topic,
                InsightTopics.figure(topics.figures(named, reader(), topics.filter(from, to, team)), figure), of);
    }

    private InsightReader reader() {
        return new InsightReader(viewer.key(), viewer.isMaster());
    }

    /** A filter that cannot be read keeps what was typed, and shows the usual time. */
    private Asked asked(String from, String to, String team) {
        try {
            InsightFilter filter = topics.filter(from, to, team);
            return new Asked(filter, filter.from().toString(), filter.to().toString(), filter.team(), null, null);
        } catch (Problem problem) {
            return new Asked(topics.filter(null, null, null), from, to, team, problem.field(), problem.getMessage());
        }
    }

    private static Response answer(Asked asked, TemplateInstance page) {
        return Response.status(asked.refused() == null ? 200 : 422).entity(page).build();
    }
}
