package dev.blackstart.directory;

import java.net.URI;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.directory.entry.Directories;
import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.TeamFacts;
import dev.blackstart.directory.entry.TeamsKind;
import dev.blackstart.directory.files.ParsedFile;
import dev.blackstart.directory.importing.DirectoryFileApi;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Teams, for everybody signed in to read; written by masters of disaster and administrators, staffed by their leads too. */
@Path("/api/teams")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TeamApi {

    private final DirectoryWriter directoryWriter;
    private final TeamsKind kind;
    private final DirectoryFileApi files;
    private final Viewer viewer;

    TeamApi(DirectoryWriter directoryWriter, TeamsKind kind, DirectoryFileApi files, Viewer viewer) {
        this.directoryWriter = directoryWriter;
        this.kind = kind;
        this.files = files;
        this.viewer = viewer;
    }

    /** What is not there stays as it is. @param duty in the order in which they are called */
    public record Entry(String key, String name, String lead, List<String> members, List<String> duty) {

        Fields fields() {
            return Fields.of("key", key, "name", name, "lead", lead, "members", members, "duty", duty);
        }
    }

    /** @param onDuty whom to call, the first one first: the duty list, or the lead */
    public record View(String key, String name, String lead, List<String> members, List<String> duty, List<String> onDuty) {

        static View of(Team team) {
            return new View(team.key, team.name, team.lead, team.members.stream().sorted().toList(), List.copyOf(team.duty),
                    team.onDuty());
        }
    }

    @GET
    @Transactional
    public PagedList<View> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        String from = after == null ? "" : TextLimits.atMost(TextLimits.LINE, "after", after);
        List<Team> found = Team.<Team> find("key > ?1 order by key", from).page(0, most + 1).list();
        List<View> views = found.stream().limit(most).map(View::of).toList();
        return new PagedList<>(views, found.size() > most ? views.get(most - 1).key() : null);
    }

    @GET
    @Produces(DirectoryFileApi.CSV + DirectoryFileApi.LESS)
    @Transactional
    public Response csv() {
        return files.csv(kind.name());
    }

    @GET
    @Produces(DirectoryFileApi.YAML + DirectoryFileApi.LESS)
    @Transactional
    public Response yaml() {
        return files.yaml(kind.name());
    }

    @GET
    @Path("{key}")
    @Transactional
    public View show(String key) {
        Team team = Team.byKey(key.replace("\0", ""));
        if (team == null) {
            throw Problem.notFound();
        }
        return View.of(team);
    }

    @POST
    public Response make(Entry entry) {
        viewer.mustBeMaster();
        TeamFacts made = directoryWriter.make(kind, given(entry).fields(), viewer.isAdmin(), viewer.key());
        return Response.created(URI.create("/api/teams/" + made.key())).entity(show(made.key())).build();
    }

    @POST
    @Consumes(DirectoryFileApi.CSV)
    public DirectoryFileApi.Imported takeCsv(@QueryParam("dryRun") boolean dryRun, @QueryParam("charset") String charset,
            byte[] body) {
        return files.take(kind.name(), ParsedFile.CSV, charset, dryRun, body);
    }

    @POST
    @Consumes({ DirectoryFileApi.YAML, "application/x-yaml", "text/yaml", "text/x-yaml" })
    public DirectoryFileApi.Imported takeYaml(@QueryParam("dryRun") boolean dryRun, @QueryParam("charset") String charset,
            byte[] body) {
        return files.take(kind.name(), ParsedFile.YAML, charset, dryRun, body);
    }

    @PATCH
    @Path("{key}")
    public View change(String key, Entry entry) {
        given(entry);
        if (entry.name() != null || entry.lead() != null || !Directories.mayStaff(viewer, key)) {
            viewer.mustBeMaster();
        }
        Directories.mayAdd(viewer, key, entry.fields());
        directoryWriter.change(kind, key, entry.fields(), viewer.isAdmin(), viewer.key());
        return show(key);
    }

    @DELETE
    @Path("{key}")
    public Response remove(String key) {
        viewer.mustBeMaster();
        directoryWriter.removeTeam(key, kind, viewer.key());
        return Response.noContent().build();
    }

    private static Entry given(Entry entry) {
        if (entry == null) {
            throw Problem.invalid("key", "Send what the entry says.");
        }
        return entry;
    }
}
