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

import dev.blackstart.directory.files.ParsedFile;
import dev.blackstart.people.SystemEntry;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Systems, for everybody signed in to read; written by masters of disaster and administrators. */
@Path("/api/systems")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SystemApi {

    private final DirectoryWriter directoryWriter;
    private final SystemsKind kind;
    private final DirectoryFileApi files;
    private final Viewer viewer;

    SystemApi(DirectoryWriter directoryWriter, SystemsKind kind, DirectoryFileApi files, Viewer viewer) {
        this.directoryWriter = directoryWriter;
        this.kind = kind;
        this.files = files;
        this.viewer = viewer;
    }

    /**
     * What is not there stays as it is. @param owner key of a person or a team @param carries mail, chat, sign-in, blackstart
     *
     * @param hosts names, addresses and networks that belong to it, with :port or without @param aliases other names of it
     */
    public record Entry(String key, String name, String site, String kind, String owner, List<String> carries,
            List<String> hosts, List<String> aliases, Boolean offLimits) {

        Fields fields() {
            return Fields.of("key", key, "name", name, "site", site, "kind", kind, "owner", owner, "carries", carries,
                    "hosts", hosts, "aliases", aliases, "offLimits", offLimits);
        }
    }

    @GET
    @Transactional
    public PagedList<SystemFacts> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        String from = after == null ? "" : TextLimits.atMost(TextLimits.LINE, "after", after);
        List<SystemEntry> found = SystemEntry.<SystemEntry> find("key > ?1 order by key", from).page(0, most + 1).list();
        List<SystemFacts> views = found.stream().limit(most).map(SystemFacts::of).toList();
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
        SystemFacts made = directoryWriter.make(kind, given(entry).fields(), viewer.isAdmin(), viewer.key());
        return Response.created(URI.create("/api/systems/" + made.key())).entity(made).build();
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
    public SystemFacts change(String key, Entry entry) {
        viewer.mustBeMaster();
        return directoryWriter.change(kind, key, given(entry).fields(), viewer.isAdmin(), viewer.key());
    }

    @DELETE
    @Path("{key}")
    public Response remove(String key) {
        viewer.mustBeMaster();
        directoryWriter.removeSystem(key, kind, viewer.key());
        return Response.noContent().build();
    }

    private static Entry given(Entry entry) {
        if (entry == null) {
            throw Problem.invalid("key", "Send what the entry says.");
        }
        return entry;
    }
}
