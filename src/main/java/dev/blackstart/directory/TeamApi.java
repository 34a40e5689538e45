package dev.blackstart.directory;

import java.util.List;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.directory.entry.Directories;
import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.EntryInput;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.TeamFacts;
import dev.blackstart.directory.entry.TeamsKind;
import dev.blackstart.directory.importing.DirectoryFileApi;
import dev.blackstart.people.Team;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Teams, staffed by their leads too. */
@Path("/api/teams")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TeamApi extends KeyedEntryApi<TeamFacts, TeamApi.Entry, TeamApi.View> {

    private final TeamsKind kind;

    TeamApi(DirectoryWriter directoryWriter, TeamsKind kind, DirectoryFileApi files, Viewer viewer) {
        super(kind, directoryWriter, files, viewer);
        this.kind = kind;
    }

    /** What is not there stays as it is. @param duty in the order in which they are called */
    public record Entry(String key, String name, String lead, List<String> members, List<String> duty) implements EntryInput {

        @Override
        public Fields fields() {
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
        return page(limit, most -> NameSearch.EVERYTHING.find(Team.class, after, most),
                teams -> teams.stream().map(View::of).toList());
    }

    @DELETE
    @Path("{key}")
    public Response remove(String key) {
        return removed(kind, key);
    }

    @Override
    Optional<View> find(String key) {
        return Optional.ofNullable(Team.byKey(key)).map(View::of);
    }

    @Override
    String key(View team) {
        return team.key();
    }

    @Override
    void mayChange(String key, Entry input) {
        Entry entry = sent(input);
        if (entry.name() != null || entry.lead() != null || !Directories.mayStaff(viewer, key)) {
            viewer.mustBeMaster();
        }
        Directories.mayAdd(viewer, key, entry.fields());
    }
}
