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

import dev.blackstart.directory.files.Sheet;
import dev.blackstart.people.KnownSystem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Listing;
import dev.blackstart.web.Problem;
import dev.blackstart.web.Written;
import io.quarkus.security.Authenticated;

/** Systems, for everybody signed in to read; written by masters of disaster and administrators. */
@Path("/api/systems")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SystemApi {

    private final Register register;
    private final SystemsKind kind;
    private final FileApi files;
    private final Viewer viewer;

    SystemApi(Register register, SystemsKind kind, FileApi files, Viewer viewer) {
        this.register = register;
        this.kind = kind;
        this.files = files;
        this.viewer = viewer;
    }

    /**
     * What is not there stays as it is. @param owner key of a person or a team @param carries mail, chat, sign-in, blackstart
     */
    public record Entry(String key, String name, String site, String kind, String owner, List<String> carries,
            Boolean offLimits) {

        Fields fields() {
            return Fields.of("key", key, "name", name, "site", site, "kind", kind, "owner", owner, "carries", carries,
                    "offLimits", offLimits);
        }
    }

    @GET
    @Transactional
    public Listing<SystemFacts> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        int most = Listing.limit(limit);
        String from = after == null ? "" : Written.atMost(Written.LINE, "after", after);
        List<KnownSystem> found = KnownSystem.<KnownSystem> find("key > ?1 order by key", from).page(0, most + 1).list();
        List<SystemFacts> views = found.stream().limit(most).map(SystemFacts::of).toList();
        return new Listing<>(views, found.size() > most ? views.get(most - 1).key() : null);
    }

    @GET
    @Produces(FileApi.CSV + FileApi.LESS)
    @Transactional
    public Response csv() {
        return files.csv(kind.name());
    }

    @GET
    @Produces(FileApi.YAML + FileApi.LESS)
    @Transactional
    public Response yaml() {
        return files.yaml(kind.name());
    }

    @GET
    @Path("{key}")
    @Transactional
    public SystemFacts show(String key) {
        SystemFacts system = kind.one(key.replace("\0", ""));
        if (system == null) {
            throw Problem.notFound();
        }
        return system;
    }

    @POST
    public Response make(Entry entry) {
        viewer.mustBeMaster();
        SystemFacts made = register.make(kind, given(entry).fields(), viewer.isAdmin(), viewer.key());
        return Response.created(URI.create("/api/systems/" + made.key())).entity(made).build();
    }

    @POST
    @Consumes(FileApi.CSV)
    public FileApi.Imported takeCsv(@QueryParam("dryRun") boolean dryRun, @QueryParam("charset") String charset, byte[] body) {
        return files.take(kind.name(), Sheet.CSV, charset, dryRun, body);
    }

    @POST
    @Consumes({ FileApi.YAML, "application/x-yaml", "text/yaml", "text/x-yaml" })
    public FileApi.Imported takeYaml(@QueryParam("dryRun") boolean dryRun, @QueryParam("charset") String charset, byte[] body) {
        return files.take(kind.name(), Sheet.YAML, charset, dryRun, body);
    }

    @PATCH
    @Path("{key}")
    public SystemFacts change(String key, Entry entry) {
        viewer.mustBeMaster();
        return register.change(kind, key, given(entry).fields(), viewer.isAdmin(), viewer.key());
    }

    @DELETE
    @Path("{key}")
    public Response remove(String key) {
        viewer.mustBeMaster();
        register.removeSystem(key, kind, viewer.key());
        return Response.noContent().build();
    }

    private static Entry given(Entry entry) {
        if (entry == null) {
            throw Problem.invalid("key", "Send what the entry says.");
        }
        return entry;
    }
}
