package dev.blackstart.directory.blackout;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.directory.entry.ChangeView;
import dev.blackstart.directory.entry.EntryResource;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.people.DirectoryChange;
import dev.blackstart.people.system.Incident;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Real incidents: while one is open, no exercise touches what it is about. */
@Path("/directory/incidents")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class IncidentResource extends EntryResource<UUID> {

    private static final int SHOWN = 100;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final BlackoutsAndIncidents blackoutsAndIncidents;

    IncidentResource(BlackoutsAndIncidents blackoutsAndIncidents, ChangeView.Reader changes, Viewer viewer) {
        super(DirectoryChange.Kind.INCIDENT, changes, viewer);
        this.blackoutsAndIncidents = blackoutsAndIncidents;
    }

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance incidents(PageContext page, List<IncidentApi.View> incidents, boolean master,
                FormState typed);

        static native TemplateInstance incident(PageContext page, IncidentApi.View incident, List<Clock> clocks,
                List<Kind> kinds, boolean master, List<ChangeView> changes, FormState typed);
    }

    /** One instant of an incident. @param local as a form's field holds it, in UTC */
    public record Clock(String field, String label, Instant at, String local) {
    }

    /** What an incident was. @param chosen null where nobody said it */
    public record Kind(String field, String label, String chosen, List<String> words) {
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        return listPage(FormState.NOTHING);
    }

    @Override
    protected TemplateInstance listPage(FormState typed) {
        List<Incident> newest = Incident.find("order by case when closedAt is null then 0 else 1 end, createdAt desc, id")
                .page(0, SHOWN).list();
        return Templates.incidents(viewer.page("Incidents", "directory"),
                newest.stream().map(IncidentApi.View::of).toList(), viewer.isMaster(), typed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestForm String title, @RestForm String systems) {
        return made(FormState.in("make", "title", title, "systems", systems), () -> {
            blackoutsAndIncidents.declareIncident(Fields.of("title", title, "systems", systems), viewer.key());
            return "/directory/incidents";
        });
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance show(UUID id) {
        return entryPage(id, FormState.NOTHING);
    }

    @Override
    protected TemplateInstance entryPage(UUID id, FormState typed) {
        IncidentApi.View incident = IncidentApi.View.of(BlackoutsAndIncidents.found(Incident.findById(id)));
        return Templates.incident(viewer.page(incident.title(), "directory"), incident,
                IncidentDetails.CLOCKS.stream().map(field -> clock(field, (Instant) incident.details().get(field), typed))
                        .toList(),
                IncidentDetails.KINDS.stream().map(field -> new Kind(field, label(field),
                        chosen(typed, field, incident.details().get(field)),
                        IncidentDetails.choices().get(field))).toList(),
                viewer.isMaster(), changes(id), typed);
    }

    private static Clock clock(String field, Instant at, FormState typed) {
        String stored = at == null ? "" : LOCAL.format(at.atOffset(ZoneOffset.UTC));
        return new Clock(field, label(field), at, chosen(typed, field, stored));
    }

    /** What was typed, where the form was refused, or what is stored; null for neither. */
    private static String chosen(FormState typed, String field, Object stored) {
        Object value = typed.isIn("clocks") ? typed.of(field) : stored;
        return value == null ? null : value.toString();
    }

    /** {@code detectedAt} as {@code Detected}, {@code faultOrigin} as {@code Fault origin}. */
    private static String label(String field) {
        String words = field.replaceFirst("At$", "").replaceAll("([A-Z])", " $1").toLowerCase();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** When it happened and what it was, of a closed one too. */
    @POST
    @Path("{id}/clocks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields({ "startedAt", "severity" })
    public Response classify(UUID id, @RestForm String startedAt, @RestForm String detectedAt, @RestForm String acknowledgedAt,
            @RestForm String mitigatedAt, @RestForm String recoveredAt, @RestForm String severity, @RestForm String detectedBy,
            @RestForm String faultOrigin, @RestForm String resolution) {
        FormState typed = FormState.in("clocks", "startedAt", startedAt, "detectedAt", detectedAt, "acknowledgedAt",
                acknowledgedAt, "mitigatedAt", mitigatedAt, "recoveredAt", recoveredAt, "severity", severity, "detectedBy",
                detectedBy, "faultOrigin", faultOrigin, "resolution", resolution);
        return then(id, typed, () -> blackoutsAndIncidents.changeIncident(id, Fields.of("startedAt", utc(startedAt),
                "detectedAt", utc(detectedAt), "acknowledgedAt", utc(acknowledgedAt), "mitigatedAt", utc(mitigatedAt),
                "recoveredAt", utc(recoveredAt), "severity", severity, "detectedBy", detectedBy, "faultOrigin", faultOrigin,
                "resolution", resolution), viewer.key()));
    }

    /** A local time of UTC, with seconds or without, as an instant; whatever else was typed as it is. */
    private static String utc(String local) {
        if (local == null) {
            return null;
        }
        return local.matches("\\d{4,5}-\\d\\d-\\d\\dT\\d\\d:\\d\\d") ? local + ":00Z"
                : local.matches("\\d{4,5}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d") ? local + "Z" : local;
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields({ "title", "systems" })
    public Response change(UUID id, @RestForm String title, @RestForm String systems) {
        return then(id, FormState.in("change", "title", title, "systems", systems),
                () -> blackoutsAndIncidents.changeIncident(id, Fields.of("title", title, "systems", systems), viewer.key()));
    }

    @POST
    @Path("{id}/transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, @RestForm String to) {
        return then(id, FormState.in("move"), () -> blackoutsAndIncidents.moveIncident(id, to, viewer.key()));
    }

    private Response then(UUID id, FormState typed, Runnable change) {
        viewer.mustBeMaster();
        return changed(id, typed, () -> {
            change.run();
            return "/directory/incidents/" + id;
        });
    }
}
