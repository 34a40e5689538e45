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

import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.EntryInput;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.SystemFacts;
import dev.blackstart.directory.entry.SystemsKind;
import dev.blackstart.directory.importing.DirectoryFileApi;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Systems. */
@Path("/api/systems")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SystemApi extends KeyedEntryApi<SystemFacts, SystemApi.Entry, SystemFacts> {

    private final SystemsKind kind;

    SystemApi(DirectoryWriter directoryWriter, SystemsKind kind, DirectoryFileApi files, Viewer viewer) {
        super(kind, directoryWriter, files, viewer);
        this.kind = kind;
    }

    /**
     * What is not there stays as it is. @param owner key of a person or a team @param carries mail, chat, sign-in, blackstart
     *
     * @param hosts names, addresses and networks that belong to it, with :port or without @param aliases other names of it
     * @param impactTolerance how long the loss of an indispensable service can be borne @param dependsOn keys of systems
     */
    public record Entry(String key, String name, String site, String kind, String owner, List<String> carries,
            List<String> hosts, List<String> aliases, Boolean offLimits, Boolean indispensable, String impactTolerance,
            List<String> dependsOn) implements EntryInput {

        @Override
        public Fields fields() {
            return Fields.of("key", key, "name", name, "site", site, "kind", kind, "owner", owner, "carries", carries,
                    "hosts", hosts, "aliases", aliases, "offLimits", offLimits, "indispensable", indispensable,
                    "impactTolerance", impactTolerance, "dependsOn", dependsOn);
        }
    }

    @GET
    @Transactional
    public PagedList<SystemFacts> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return page(limit, most -> NameSearch.EVERYTHING.find(SystemEntry.class, after, most),
                systems -> systems.stream().map(SystemFacts::of).toList());
    }

    @DELETE
    @Path("{key}")
    public Response remove(String key) {
        return removed(kind, key);
    }

    @Override
    Optional<SystemFacts> find(String key) {
        return Optional.ofNullable(kind.one(key));
    }

    @Override
    String key(SystemFacts system) {
        return system.key();
    }
}
