package dev.blackstart.directory;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.directory.entry.ChangeView;
import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.SystemFacts;
import dev.blackstart.directory.entry.SystemsKind;
import dev.blackstart.people.Picked;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Systems: where they stand, who answers for them, and which ones no drill may touch. */
@Path("/directory/systems")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SystemResource extends KeyedEntryResource<SystemFacts> {

    private final SystemsKind kind;

    SystemResource(DirectoryWriter directoryWriter, SystemsKind kind, ChangeView.Reader changes, Viewer viewer) {
        super(kind, directoryWriter, changes, viewer);
        this.kind = kind;
    }

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance systems(PageContext page, List<SystemFacts> systems, List<String> carries, String words,
                long count, String later, boolean master, FormState typed);

        static native TemplateInstance system(PageContext page, SystemFacts system, List<String> carries, boolean master,
                List<ChangeView> changes, FormState typed);
    }

    @GET
    @Transactional
    public TemplateInstance list(@QueryParam("q") String words, @QueryParam("after") String after) {
        return listPage(NameSearch.of(words), after, FormState.NOTHING);
    }

    @Override
    protected TemplateInstance listPage(FormState typed) {
        return listPage(NameSearch.EVERYTHING, null, typed);
    }

    private TemplateInstance listPage(NameSearch search, String after, FormState typed) {
        NameSearch.Found<SystemEntry> found = search.page(SystemEntry.class, system -> system.key, address(), after);
        return Templates.systems(viewer.page("Systems", "directory"), found.entries().stream().map(SystemFacts::of).toList(),
                SystemEntry.CARRIES, search.words(), found.count(), found.later(), viewer.isMaster(), typed);
    }

    @Override
    protected TemplateInstance entryPage(String key, FormState typed) {
        SystemFacts system = kind.one(key.replace("\0", ""));
        if (system == null) {
            throw Problem.notFound();
        }
        return Templates.system(viewer.page(system.name(), "directory"), system, SystemEntry.CARRIES, viewer.isMaster(),
                changes(key), typed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestForm String key, @RestForm String name, @RestForm String site, @RestForm("kind") String sort,
            @RestForm String owner) {
        return saveNew(FormState.in("make", "key", key, "name", name, "site", site, "kind", sort, "owner", owner),
                () -> Fields.of("key", key, "name", name, "site", site, "kind", sort, "owner", Picked.owner("owner", owner)));
    }

    /** What is not ticked is not carried. */
    @POST
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields({ "name", "site", "kind", "owner", "hosts", "aliases" })
    public Response change(String key, @RestForm String name, @RestForm String site, @RestForm("kind") String sort,
            @RestForm String owner, @RestForm List<String> carries, @RestForm String hosts, @RestForm String aliases,
            @RestForm boolean offLimits, @RestForm boolean indispensable, @RestForm String impactTolerance,
            @RestForm String dependsOn) {
        viewer.mustBeMaster();
        return save(key,
                FormState.in("change", "name", name, "site", site, "kind", sort, "owner", owner, "hosts", hosts, "aliases",
                        aliases, "impactTolerance", impactTolerance, "dependsOn", dependsOn),
                () -> Fields.of("name", name, "site", site, "kind", sort, "owner", Picked.owner("owner", owner), "carries",
                        carries == null ? List.of() : carries, "hosts", hosts, "aliases", aliases, "offLimits", offLimits,
                        "indispensable", indispensable, "impactTolerance", impactTolerance, "dependsOn", dependsOn));
    }

    @POST
    @Path("{key}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(String key) {
        return removed(kind, key);
    }
}
