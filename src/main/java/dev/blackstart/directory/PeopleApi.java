package dev.blackstart.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.directory.entry.Directories;
import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.EntryInput;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.PeopleKind;
import dev.blackstart.directory.entry.PersonFacts;
import dev.blackstart.directory.importing.DirectoryFileApi;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** People, who change their own contact methods themselves. */
@Path("/api/people")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeopleApi extends KeyedEntryApi<PersonFacts, PeopleApi.Entry, PersonView> {

    PeopleApi(DirectoryWriter directoryWriter, PeopleKind kind, DirectoryFileApi files, Viewer viewer) {
        super(kind, directoryWriter, files, viewer);
    }

    /** What is not there stays as it is, what is empty is taken away. */
    public record Entry(String key, String name, String email, String chat, String phone, String zone, List<String> skills,
            String role) implements EntryInput {

        @Override
        public Fields fields() {
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
        return page(limit, most -> PeopleSearch.of(words, reach, left).find(after, most), this::views);
    }

    private List<PersonView> views(List<Person> people) {
        Map<String, List<String>> teams = PeopleSearch.teams(people);
        return people.stream().map(one -> view(one, teams.get(one.key))).toList();
    }

    private PersonView view(Person person, List<String> teams) {
        return PersonView.of(person, teams, viewer.isAdmin() || viewer.key().equals(person.key));
    }

    @Override
    Optional<PersonView> find(String key) {
        return Optional.ofNullable(Person.byKey(key)).map(person -> views(List.of(person)).get(0));
    }

    @Override
    String key(PersonView person) {
        return person.key();
    }

    @Override
    void mayChange(String key, Entry input) {
        if (!viewer.key().equals(key) || !sent(input).isOnlyContactMethods()) {
            Directories.mayTouch(viewer, key);
        }
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
}
