package dev.blackstart.directory;

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
import dev.blackstart.directory.entry.TeamFacts;
import dev.blackstart.directory.entry.TeamsKind;
import dev.blackstart.people.Directory;
import dev.blackstart.people.Picked;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Teams: who leads, who is in them, who is called first. */
@Path("/directory/teams")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class TeamResource extends KeyedEntryResource<TeamFacts> {

    private final TeamsKind kind;
    private final Directory directory;

    TeamResource(DirectoryWriter directoryWriter, TeamsKind kind, Directory directory, ChangeView.Reader changes,
            Viewer viewer) {
        super(kind, directoryWriter, changes, viewer);
        this.kind = kind;
        this.directory = directory;
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
        return listPage(NameSearch.of(words), after, FormState.NOTHING);
    }

    @Override
    protected TemplateInstance listPage(FormState typed) {
        return listPage(NameSearch.EVERYTHING, null, typed);
    }

    private TemplateInstance listPage(NameSearch search, String after, FormState typed) {
        NameSearch.Found<Team> found = search.page(Team.class, team -> team.key, address(), after);
        return Templates.teams(viewer.page("Teams", "directory"), found.entries(), search.words(), found.count(),
                found.later(), viewer.isMaster(), typed);
    }

    @Override
    protected TemplateInstance entryPage(String key, FormState typed) {
        Team team = Team.byKey(key.replace("\0", ""));
        if (team == null) {
            throw Problem.notFound();
        }
        return Templates.team(viewer.page(team.name, "directory"), TeamApi.View.of(team), directory.names(team.members),
                viewer.isMaster(), Directories.mayStaff(viewer, key), changes(key), typed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestForm String key, @RestForm String name, @RestForm String lead, @RestForm String members) {
        return saveNew(FormState.in("make", "key", key, "name", name, "lead", lead, "members", members),
                () -> Fields.of("key", key, "name", name, "lead", Picked.person("lead", lead), "members", members));
    }

    @POST
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(String key, @RestForm String name, @RestForm String lead, @RestForm String members,
            @RestForm String duty) {
        if (name != null || lead != null || !Directories.mayStaff(viewer, key)) {
            viewer.mustBeMaster();
        }
        return save(key, FormState.in("change", "name", name, "lead", lead, "members", members, "duty", duty), () -> {
            Fields fields = Fields.of("name", name, "lead", Picked.person("lead", lead), "members", members, "duty", duty);
            Directories.mayAdd(viewer, key, fields);
            return fields;
        });
    }

    @POST
    @Path("{key}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(String key) {
        return removed(kind, key);
    }
}
