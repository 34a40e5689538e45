package dev.blackstart.directory.blackout;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
import dev.blackstart.people.Person;
import dev.blackstart.people.system.Blackout;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.time.TimeZones;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The blackout calendar: when nothing is broken on purpose. */
@Path("/directory/blackouts")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class BlackoutResource extends EntryResource<UUID> {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final BlackoutsAndIncidents blackoutsAndIncidents;
    private final Clock clock;

    BlackoutResource(BlackoutsAndIncidents blackoutsAndIncidents, ChangeView.Reader changes, Viewer viewer, Clock clock) {
        super(DirectoryChange.Kind.BLACKOUT, changes, viewer);
        this.blackoutsAndIncidents = blackoutsAndIncidents;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance blackouts(PageContext page, List<BlackoutApi.View> blackouts, String zone,
                boolean master,
                FormState typed);

        static native TemplateInstance blackout(PageContext page, BlackoutApi.View blackout, Local local, boolean master,
                List<ChangeView> changes, FormState typed);
    }

    /** Its ends as a form's fields hold them. */
    public record Local(String from, String until, String zone) {
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        return listPage(FormState.NOTHING);
    }

    @Override
    protected TemplateInstance listPage(FormState typed) {
        return Templates.blackouts(viewer.page("Blackouts", "directory"),
                Blackout.notOver(clock.instant()).stream().map(BlackoutApi.View::of).toList(), zone(), viewer.isMaster(),
                typed);
    }

    /** Of whoever looks. */
    private String zone() {
        Person person = Person.byKey(viewer.key());
        return person == null || person.zone == null ? "UTC" : person.zone;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestForm String from, @RestForm String until, @RestForm String zone, @RestForm String reason,
            @RestForm String systems) {
        FormState typed = FormState.in("make", "from", from, "until", until, "zone", zone, "reason", reason, "systems",
                systems);
        return made(typed, () -> {
            blackoutsAndIncidents.declareBlackout(fields(from, until, zone, reason, systems), viewer.key());
            return "/directory/blackouts";
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
        BlackoutApi.View blackout = BlackoutApi.View.of(BlackoutsAndIncidents.found(Blackout.findById(id)));
        ZoneId zone = ZoneId.of(zone());
        return Templates.blackout(viewer.page("Blackout", "directory"), blackout,
                new Local(LOCAL.format(blackout.from().atZone(zone)), LOCAL.format(blackout.until().atZone(zone)),
                        zone.getId()),
                viewer.isMaster(), changes(id), typed);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields({ "from", "until", "zone", "reason", "systems" })
    public Response change(UUID id, @RestForm String from, @RestForm String until, @RestForm String zone,
            @RestForm String reason, @RestForm String systems) {
        viewer.mustBeMaster();
        FormState typed = FormState.in("change", "from", from, "until", until, "zone", zone, "reason", reason, "systems",
                systems);
        return changed(id, typed, () -> {
            blackoutsAndIncidents.changeBlackout(id, fields(from, until, zone, reason, systems), viewer.key());
            return "/directory/blackouts";
        });
    }

    @POST
    @Path("{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(UUID id) {
        viewer.mustBeMaster();
        blackoutsAndIncidents.removeBlackout(id, viewer.key());
        return Response.seeOther(URI.create("/directory/blackouts")).build();
    }

    private static Fields fields(String from, String until, String zone, String reason, String systems) {
        return Fields.of("from", instant("from", from, zone), "until", instant("until", until, zone), "reason",
                reason == null ? "" : reason, "systems", systems == null ? "" : systems);
    }

    /** A local time of a zone as an instant's text; the earlier one where the clocks go back. */
    private static String instant(String field, String local, String zone) {
        ZoneId place;
        try {
            place = ZoneId.of(zone == null || zone.isBlank() ? "UTC" : zone.strip());
        } catch (DateTimeException unknown) {
            throw Problem.invalid("zone", TimeZones.unknown(zone.strip()));
        }
        try {
            return local == null || local.isBlank() ? "" : LocalDateTime.parse(local).atZone(place).toInstant().toString();
        } catch (DateTimeException unreadable) {
            throw Problem.invalid(field, "Write the date and time as 2027-12-20T00:00.");
        }
    }
}
