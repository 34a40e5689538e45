package dev.blackstart.directory;

import java.net.URI;
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
import dev.blackstart.people.DirectoryChange;
import dev.blackstart.people.Picked;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.Texts;
import dev.blackstart.web.form.FormAnswer;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Systems: where they stand, who answers for them, and which ones no drill may touch. */
@Path("/directory/systems")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SystemResource {

    private static final int SHOWN = 100;

    private final DirectoryWriter directoryWriter;
    private final SystemsKind kind;
    private final ChangeView.Reader changes;
    private final Viewer viewer;

    SystemResource(DirectoryWriter directoryWriter, SystemsKind kind, ChangeView.Reader changes, Viewer viewer) {
        this.directoryWriter = directoryWriter;
        this.kind = kind;
        this.changes = changes;
        this.viewer = viewer;
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
        return list(NameSearch.of(words), after, FormState.NOTHING);
    }

    private TemplateInstance list(NameSearch search, String after, FormState typed) {
        List<SystemEntry> found = SystemEntry.<SystemEntry> find("from SystemEntry one where one.key > :after and "
                + search.condition() + " order by one.key", search.values(after)).page(0, SHOWN + 1).list();
        return Templates.systems(viewer.page("Systems", "directory"), found.stream().limit(SHOWN).map(SystemFacts::of).toList(),
                SystemEntry.CARRIES, search.words(),
                SystemEntry.count("from SystemEntry one where " + search.condition(), search.values()),
                found.size() > SHOWN ? search.later("/directory/systems", found.get(SHOWN - 1).key) : null, viewer.isMaster(),
                typed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestForm String key, @RestForm String name, @RestForm String site, @RestForm("kind") String sort,
            @RestForm String owner) {
        viewer.mustBeMaster();
        FormState typed = FormState.in("make", "key", key, "name", name, "site", site, "kind", sort, "owner", owner);
        return FormAnswer.of(typed, () -> "/directory/systems/" + directoryWriter.make(kind,
                Fields.of("key", key, "name", name, "site", site, "kind", sort, "owner", Picked.owner("owner", owner)), false,
                viewer.key()).key(), refused -> list(NameSearch.of(null), null, refused));
    }

    @GET
    @Path("{key}")
    @Transactional
    public TemplateInstance show(String key) {
        return show(key, FormState.NOTHING);
    }

    private TemplateInstance show(String key, FormState typed) {
        SystemFacts system = kind.one(key.replace("\0", ""));
        if (system == null) {
            throw Problem.notFound();
        }
        return Templates.system(viewer.page(system.name(), "directory"), system, SystemEntry.CARRIES, viewer.isMaster(),
                viewer.isMaster() ? changes.of(DirectoryChange.Kind.SYSTEM, key) : List.of(), typed);
    }

    /** What is not ticked is not carried. */
    @POST
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields({ "name", "site", "kind", "owner", "hosts", "aliases" })
    public Response change(String key, @RestForm String name, @RestForm String site, @RestForm("kind") String sort,
            @RestForm String owner, @RestForm List<String> carries, @RestForm String hosts, @RestForm String aliases,
            @RestForm boolean offLimits) {
        viewer.mustBeMaster();
        FormState typed = FormState.in("change", "name", name, "site", site, "kind", sort, "owner", owner, "hosts", hosts,
                "aliases", aliases);
        return FormAnswer.of(typed, () -> {
            directoryWriter.change(kind, key,
                    Fields.of("name", name, "site", site, "kind", sort, "owner", Picked.owner("owner", owner), "carries",
                            carries == null ? List.of() : carries, "hosts", hosts, "aliases", aliases, "offLimits", offLimits),
                    false, viewer.key());
            return "/directory/systems/" + Texts.path(key);
        }, refused -> show(key, refused));
    }

    @POST
    @Path("{key}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(String key) {
        viewer.mustBeMaster();
        directoryWriter.removeSystem(key, kind, viewer.key());
        return Response.seeOther(URI.create("/directory/systems")).build();
    }
}
