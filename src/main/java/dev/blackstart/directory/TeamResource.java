package dev.blackstart.directory;

import java.net.URI;
import java.util.List;
import java.util.Map;

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
import dev.blackstart.directory.entry.Directories;
import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.TeamsKind;
import dev.blackstart.people.Directory;
import dev.blackstart.people.DirectoryChange;
import dev.blackstart.people.Picked;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.Texts;
import dev.blackstart.web.form.FormAnswer;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Teams: who leads, who is in them, who is called first. */
@Path("/directory/teams")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class TeamResource {

    private static final int SHOWN = 100;

    private final DirectoryWriter directoryWriter;
    private final TeamsKind kind;
    private final Directory directory;
    private final ChangeView.Reader changes;
    private final Viewer viewer;

    TeamResource(DirectoryWriter directoryWriter, TeamsKind kind, Directory directory, ChangeView.Reader changes,
            Viewer viewer) {
        this.directoryWriter = directoryWriter;
        this.kind = kind;
        this.directory = directory;
        this.changes = changes;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance teams(PageContext page, List<Team> teams, String words, long count, String later,
                boolean master, FormState typed);

        static native TemplateInstance team(PageContext page, TeamApi.View team, Map<String, String> names, boolean master,
                boolean staffs, List<ChangeView> changes, FormState typed);
    }

    @GET
    @Transactional
    public TemplateInstance list(@QueryParam("q") String words, @QueryParam("after") String after) {
        return list(NameSearch.of(words), after, FormState.NOTHING);
    }

    private TemplateInstance list(NameSearch search, String after, FormState typed) {
        List<Team> found = Team.<Team> find("from Team one where one.key > :after and " + search.condition()
                + " order by one.key", search.values(after)).page(0, SHOWN + 1).list();
        return Templates.teams(viewer.page("Teams", "directory"), found.stream().limit(SHOWN).toList(), search.words(),
                Team.count("from Team one where " + search.condition(), search.values()),
                found.size() > SHOWN ? search.later("/directory/teams", found.get(SHOWN - 1).key) : null,
                viewer.isMaster(), typed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestForm String key, @RestForm String name, @RestForm String lead, @RestForm String members) {
        viewer.mustBeMaster();
        FormState typed = FormState.in("make", "key", key, "name", name, "lead", lead, "members", members);
        return FormAnswer.of(typed, () -> "/directory/teams/" + directoryWriter.make(kind,
                Fields.of("key", key, "name", name, "lead", Picked.person("lead", lead), "members", members), false,
                viewer.key()).key(), refused -> list(NameSearch.of(null), null, refused));
    }

    @GET
    @Path("{key}")
    @Transactional
    public TemplateInstance show(String key) {
        return show(key, FormState.NOTHING);
    }

    private TemplateInstance show(String key, FormState typed) {
        Team team = Team.byKey(key.replace("\0", ""));
        if (team == null) {
            throw Problem.notFound();
        }
        return Templates.team(viewer.page(team.name, "directory"), TeamApi.View.of(team), directory.names(team.members),
                viewer.isMaster(), Directories.mayStaff(viewer, key),
                viewer.isMaster() ? changes.of(DirectoryChange.Kind.TEAM, key) : List.of(), typed);
    }

    @POST
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(String key, @RestForm String name, @RestForm String lead, @RestForm String members,
            @RestForm String duty) {
        if (name != null || lead != null || !Directories.mayStaff(viewer, key)) {
            viewer.mustBeMaster();
        }
        FormState typed = FormState.in("change", "name", name, "lead", lead, "members", members, "duty", duty);
        return FormAnswer.of(typed, () -> {
            Fields fields = Fields.of("name", name, "lead", Picked.person("lead", lead), "members", members, "duty", duty);
            Directories.mayAdd(viewer, key, fields);
            directoryWriter.change(kind, key, fields, false, viewer.key());
            return "/directory/teams/" + Texts.path(key);
        }, refused -> show(key, refused));
    }

    @POST
    @Path("{key}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(String key) {
        viewer.mustBeMaster();
        directoryWriter.removeTeam(key, kind, viewer.key());
        return Response.seeOther(URI.create("/directory/teams")).build();
    }
}
