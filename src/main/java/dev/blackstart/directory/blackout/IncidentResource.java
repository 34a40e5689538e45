package dev.blackstart.directory.blackout;

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

    private final BlackoutsAndIncidents blackoutsAndIncidents;

    IncidentResource(BlackoutsAndIncidents blackoutsAndIncidents, ChangeView.Reader changes, Viewer viewer) {
        super(DirectoryChange.Kind.INCIDENT, changes, viewer);
        this.blackoutsAndIncidents = blackoutsAndIncidents;
    }

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance incidents(PageContext page, List<IncidentApi.View> incidents, boolean master,
                FormState typed);

        static native TemplateInstance incident(PageContext page, IncidentApi.View incident, boolean master,
                List<ChangeView> changes,
                FormState typed);
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
        return Templates.incident(viewer.page(incident.title(), "directory"), incident, viewer.isMaster(),
                changes(id), typed);
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
