package dev.blackstart.directory;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.people.Person;
import dev.blackstart.people.Team;
import dev.blackstart.web.Listing;
import io.quarkus.security.Authenticated;

/** Who there is, for everybody signed in. */
@Path("/api")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryApi {

    /** A person as colleagues may know them. */
    public record Colleague(String key, String name, String role) {
    }

    public record Group(String key, String name, String lead, List<String> members) {
    }

    @GET
    @Path("people")
    public Listing<Colleague> people() {
        return Listing.whole(Person.allByKey().stream()
                .map(person -> new Colleague(person.key, person.name, person.platformRole.key())).toList());
    }

    @GET
    @Path("teams")
    public Listing<Group> teams() {
        return Listing.whole(Team.allByKey().stream()
                .map(team -> new Group(team.key, team.name, team.lead, sorted(team.members))).toList());
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }
}
