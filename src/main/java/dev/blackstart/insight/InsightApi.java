package dev.blackstart.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** Insight for scripts and spreadsheets: each counts what its reader may read. */
@Path("/api/insight")
@Authenticated
public class InsightApi {

    private final InsightTopics topics;
    private final Viewer viewer;

    InsightApi(InsightTopics topics, Viewer viewer) {
        this.topics = topics;
        this.viewer = viewer;
    }

    /** @param topic its name in addresses @param from the first day @param to the last day @param team key, or null */
    public record Answer(String topic, LocalDate from, LocalDate to, String team, List<Part> figures) {
    }

    /**
     * A figure.
     *
     * @param rows what its chart shows
     * @param behind the exercises, incidents, defects or actions that were counted
     * @param note the constants it was computed with; null for none
     */
    public record Part(String key, String title, String definition, String misleads, List<Map<String, Object>> rows,
            List<Map<String, Object>> behind, String note) {

        static Part of(Figure figure) {
            return new Part(figure.key(), figure.title(), figure.definition().text(), figure.definition().misleads(),
                    figure.table().records(), figure.behind().records(), figure.note());
        }
    }

    /** @param topic metrics, coverage, recovery, actions, severity, detection, participation or culture */
    @GET
    @Path("{topic}")
    @Produces(MediaType.APPLICATION_JSON)
    public Answer json(String topic, @QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("team") String team) {
        InsightFilter filter = topics.filter(from, to, team);
        return new Answer(topics.named(topic, reader()).key(), filter.from(), filter.to(), filter.team(),
                figures(topic, filter).stream().map(Part::of).toList());
    }

    /** One table. @param figure its name; the first if it is left out @param of rows or behind */
    @GET
    @Path("{topic}")
    @Produces("text/csv;qs=0.5")
    public Response csv(String topic, @QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("team") String team, @QueryParam("figure") String figure, @QueryParam("of") String of) {
        Figure found = InsightTopics.figure(figures(topic, topics.filter(from, to, team)), figure);
        return file(topic, found, of);
    }

    private List<Figure> figures(String topic, InsightFilter filter) {
        return topics.figures(topics.named(topic, reader()), reader(), filter);
    }

    private InsightReader reader() {
        return new InsightReader(viewer.key(), viewer.isMaster());
    }

    static Response file(String topic, Figure figure, String of) {
        boolean behind = "behind".equals(of);
        return Response.ok((behind ? figure.behind() : figure.table()).csv(), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s-%s%s.csv\"".formatted(topic, figure.key(),
                        behind ? "-behind" : ""))
                .build();
    }
}
