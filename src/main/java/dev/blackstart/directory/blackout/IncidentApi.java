package dev.blackstart.directory.blackout;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.directory.entry.EntryApi;
import dev.blackstart.directory.entry.EntryInput;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.people.system.Incident;
import dev.blackstart.people.system.IncidentClocks;
import dev.blackstart.people.system.IncidentKind;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Real incidents that were declared: everybody signed in may read them. */
@Path("/api/incidents")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IncidentApi extends EntryApi<IncidentApi.Entry, IncidentApi.View> {

    private final BlackoutsAndIncidents blackoutsAndIncidents;

    IncidentApi(BlackoutsAndIncidents blackoutsAndIncidents, Viewer viewer) {
        super(viewer);
        this.blackoutsAndIncidents = blackoutsAndIncidents;
    }

    /**
     * What is not there stays as it is, an empty text is taken away. One that is declared with recoveredAt is closed at once.
     *
     * @param systems keys; none for all
     * @param startedAt an instant, like the other clocks; none lies before an earlier one
     * @param severity sev1 to sev4
     * @param detectedBy alert, internal, customer, third-party
     * @param faultOrigin code, configuration, infrastructure, dependency, process, security, unknown
     * @param resolution rollback, failover, restart, scaling, fix-forward, other
     */
    public record Entry(String title, List<String> systems, String startedAt, String detectedAt, String acknowledgedAt,
            String mitigatedAt, String recoveredAt, String severity, String detectedBy, String faultOrigin,
            String resolution) implements EntryInput {

        @Override
        public Fields fields() {
            return Fields.of("title", title, "systems", systems, "startedAt", startedAt, "detectedAt", detectedAt,
                    "acknowledgedAt", acknowledgedAt, "mitigatedAt", mitigatedAt, "recoveredAt", recoveredAt, "severity",
                    severity, "detectedBy", detectedBy, "faultOrigin", faultOrigin, "resolution", resolution);
        }
    }

    /** @param to open or closed */
    public record Transition(String to) {
    }

    /** @param systems keys; none for all */
    public record View(UUID id, String title, List<String> systems, String state, Instant declaredAt, String by,
            Instant closedAt, String closedBy, Instant startedAt, Instant detectedAt, Instant acknowledgedAt,
            Instant mitigatedAt, Instant recoveredAt, String severity, String detectedBy, String faultOrigin,
            String resolution) {

        static View of(Incident incident) {
            IncidentClocks clocks = incident.clocksNow();
            IncidentKind kind = incident.kindNow();
            return new View(incident.id, incident.title, incident.about(), incident.state.key(), incident.createdAt,
                    incident.declaredBy, incident.closedAt, incident.closedBy, clocks.startedAt(), clocks.detectedAt(),
                    clocks.acknowledgedAt(), clocks.mitigatedAt(), clocks.recoveredAt(), kind.severity(),
                    Choice.key(kind.detectedBy()), Choice.key(kind.faultOrigin()), Choice.key(kind.resolution()));
        }

        /** What is known of when it happened and what it was, by the names of their fields. */
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("startedAt", startedAt);
            details.put("detectedAt", detectedAt);
            details.put("acknowledgedAt", acknowledgedAt);
            details.put("mitigatedAt", mitigatedAt);
            details.put("recoveredAt", recoveredAt);
            details.put("severity", severity);
            details.put("detectedBy", detectedBy);
            details.put("faultOrigin", faultOrigin);
            details.put("resolution", resolution);
            return details;
        }
    }

    /** The newest first. @param state open or closed; left out for both */
    @GET
    @Transactional
    public PagedList<View> list(@QueryParam("state") String state) {
        if (state != null && !state.equals("open") && !state.equals("closed")) {
            throw Problem.invalid("state", "state is open or closed.");
        }
        List<Incident> found = state == null ? Incident.find("order by createdAt desc, id").page(0, PagedList.MOST).list()
                : Incident.find("state = ?1 order by createdAt desc, id", Incident.State.valueOf(state.toUpperCase()))
                        .page(0, PagedList.MOST).list();
        return PagedList.whole(found.stream().map(View::of).toList());
    }

    @GET
    @Path("{id}")
    @Transactional
    public View show(UUID id) {
        return View.of(BlackoutsAndIncidents.found(Incident.findById(id)));
    }

    @PATCH
    @Path("{id}")
    public View change(UUID id, Entry entry) {
        viewer.mustBeMaster();
        return View.of(blackoutsAndIncidents.changeIncident(id, sent(entry).fields(), viewer.key()));
    }

    @POST
    @Path("{id}/transitions")
    public View move(UUID id, Transition transition) {
        viewer.mustBeMaster();
        return View.of(blackoutsAndIncidents.moveIncident(id, transition == null ? null : transition.to(), viewer.key()));
    }

    @Override
    protected View create(Fields fields) {
        return View.of(blackoutsAndIncidents.declareIncident(fields, viewer.key()));
    }

    @Override
    protected String address(View incident) {
        return "/api/incidents/" + incident.id();
    }

    @Override
    protected Problem nothingSent() {
        return Problem.invalid("title", "Say what is going on.");
    }
}
