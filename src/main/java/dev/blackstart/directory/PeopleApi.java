package dev.blackstart.directory;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.directory.entry.Directories;
import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.PeopleKind;
import dev.blackstart.directory.entry.PersonFacts;
import dev.blackstart.directory.files.ParsedFile;
import dev.blackstart.directory.importing.DirectoryFileApi;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/**
 * People, for everybody signed in to read; written by masters of disaster and administrators, and by each their own channels.
 */
@Path("/api/people")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeopleApi {

    private final DirectoryWriter directoryWriter;
    private final PeopleKind kind;
    private final DirectoryFileApi files;
    private final Viewer viewer;

    PeopleApi(DirectoryWriter directoryWriter, PeopleKind kind, DirectoryFileApi files, Viewer viewer) {
        this.directoryWriter = directoryWriter;
        this.kind = kind;
        this.files = files;
        this.viewer = viewer;
    }

    /** What is not there stays as it is, what is empty is taken away. */
    public record Entry(String key, String name, String email, String chat, String phone, String zone, List<String> skills,
            String role) {

        Fields fields() {
            return Fields.of("key", key, "name", name, "email", email, "chat", chat, "phone", phone, "zone", zone, "skills",
                    skills, "role", role);
        }

        boolean isOnlyContactMethods() {
            return key == null && name == null && skills == null && role == null;
        }
    }

    /** @param to left or here */
    public record Transition(String to) {
    }

    public record Password(String password) {
    }

    /** @param reach none for those who cannot be reached away from the page */
    @GET
    @Transactional
    public PagedList<PersonView> list(@QueryParam("q") String words, @QueryParam("reach") String reach,
            @QueryParam("left") boolean left, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        List<Person> found = PeopleSearch.of(words, reach, left).find(after, most + 1);
        List<Person> page = found.size() > most ? found.subList(0, most) : found;
        Map<String, List<String>> teams = PeopleSearch.teams(page);
        return new PagedList<>(page.stream().map(one -> view(one, teams.get(one.key))).toList(),
                found.size() > most ? page.get(most - 1).key : null);
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
    public PersonView show(String key) {
        Person person = Person.byKey(key.replace("\0", ""));
        if (person == null) {
            throw Problem.notFound();
        }
        return view(person);
    }

    @POST
    public Response make(Entry entry) {
        viewer.mustBeMaster();
        PersonFacts made = directoryWriter.make(kind, given(entry).fields(), viewer.isAdmin(), viewer.key());
        return Response.created(URI.create("/api/people/" + made.key())).entity(show(made.key())).build();
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

    /** Somebody's own contact methods are theirs to change. */
    @PATCH
    @Path("{key}")
    public PersonView change(String key, Entry entry) {
        if (!viewer.key().equals(key) || !given(entry).isOnlyContactMethods()) {
            Directories.mayTouch(viewer, key);
        }
        directoryWriter.change(kind, key, given(entry).fields(), viewer.isAdmin(), viewer.key());
        return show(key);
    }

    @POST
    @Path("{key}/transitions")
    public PersonView move(String key, Transition transition) {
        Directories.mayTouch(viewer, key);
        String to = transition == null ? null : transition.to();
        if ("left".equals(to)) {
            directoryWriter.leave(key, viewer.key());
        } else if ("here".equals(to)) {
            directoryWriter.comeBack(key, viewer.key());
        } else {
            throw Problem.invalid("to", "to is left or here.");
        }
        return show(key);
    }

    @PUT
    @Path("{key}/password")
    public Response password(String key, Password password) {
        viewer.mustBeAdmin();
        if (password == null || password.password() == null) {
            throw Problem.invalid("password", "Send the new password.");
        }
        directoryWriter.password(key, password.password(), viewer.key());
        return Response.noContent().build();
    }

    @DELETE
    @Path("{key}/password")
    public Response noPassword(String key) {
        viewer.mustBeAdmin();
        directoryWriter.password(key, null, viewer.key());
        return Response.noContent().build();
    }

    private PersonView view(Person person) {
        return view(person, PeopleSearch.teams(List.of(person)).get(person.key));
    }

    private PersonView view(Person person, List<String> teams) {
        return PersonView.of(person, teams, viewer.isAdmin() || viewer.key().equals(person.key));
    }

    private static Entry given(Entry entry) {
        if (entry == null) {
            throw Problem.invalid("key", "Send what the entry says.");
        }
        return entry;
    }
}
