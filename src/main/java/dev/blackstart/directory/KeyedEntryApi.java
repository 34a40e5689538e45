package dev.blackstart.directory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.EntryApi;
import dev.blackstart.directory.entry.EntryFacts;
import dev.blackstart.directory.entry.EntryInput;
import dev.blackstart.directory.entry.EntryType;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.RemovableType;
import dev.blackstart.directory.files.ParsedFile;
import dev.blackstart.directory.importing.DirectoryFileApi;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/**
 * The API of a type of entry that has a key and that files hold; written by masters of disaster and administrators.
 *
 * @param <F> what the directory says of an entry
 */
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class KeyedEntryApi<F extends EntryFacts, W extends EntryInput, V> extends EntryApi<W, V> {

    final DirectoryWriter directoryWriter;
    private final EntryType<F> type;
    private final DirectoryFileApi files;

    KeyedEntryApi(EntryType<F> type, DirectoryWriter directoryWriter, DirectoryFileApi files, Viewer viewer) {
        super(viewer);
        this.type = type;
        this.directoryWriter = directoryWriter;
        this.files = files;
    }

    /** Empty where no entry has this key. */
    abstract Optional<V> find(String key);

    abstract String key(V entry);

    @GET
    @Produces(DirectoryFileApi.CSV + DirectoryFileApi.LESS)
    @Transactional
    public Response csv() {
        return files.csv(type.name());
    }

    @GET
    @Produces(DirectoryFileApi.YAML + DirectoryFileApi.LESS)
    @Transactional
    public Response yaml() {
        return files.yaml(type.name());
    }

    @GET
    @Path("{key}")
    @Transactional
    public V show(String key) {
        return find(key.replace("\0", "")).orElseThrow(Problem::notFound);
    }

    @POST
    @Consumes(DirectoryFileApi.CSV)
    public DirectoryFileApi.Imported takeCsv(@QueryParam("dryRun") boolean dryRun, @QueryParam("charset") String charset,
            byte[] body) {
        return files.take(type.name(), ParsedFile.CSV, charset, dryRun, body);
    }

    @POST
    @Consumes({ DirectoryFileApi.YAML, "application/x-yaml", "text/yaml", "text/x-yaml" })
    public DirectoryFileApi.Imported takeYaml(@QueryParam("dryRun") boolean dryRun, @QueryParam("charset") String charset,
            byte[] body) {
        return files.take(type.name(), ParsedFile.YAML, charset, dryRun, body);
    }

    @PATCH
    @Path("{key}")
    public V change(String key, W input) {
        mayChange(key, input);
        directoryWriter.change(type, key, sent(input).fields(), viewer.isAdmin(), viewer.key());
        return show(key);
    }

    /** Refuses whoever may not do this, before it is said what is wrong with it. */
    void mayChange(String key, W input) {
        viewer.mustBeMaster();
    }

    /** Of a type whose entries can be removed. */
    Response removed(RemovableType<F> kind, String key) {
        viewer.mustBeMaster();
        directoryWriter.remove(kind, key, viewer.key());
        return Response.noContent().build();
    }

    @Override
    protected V create(Fields fields) {
        return show(directoryWriter.make(type, fields, viewer.isAdmin(), viewer.key()).key());
    }

    @Override
    protected String address(V entry) {
        return "/api/" + type.name() + "/" + key(entry);
    }

    @Override
    protected Problem nothingSent() {
        return Problem.invalid("key", "Send what the entry says.");
    }

    /** A page of the list. @param find given how many at most, those that follow the last one seen, by key */
    <E> PagedList<V> page(Integer limit, IntFunction<List<E>> find, Function<List<E>, List<V>> views) {
        int most = PagedList.limit(limit);
        List<E> found = find.apply(most + 1);
        List<V> shown = views.apply(found.stream().limit(most).toList());
        return new PagedList<>(shown, found.size() > most ? key(shown.get(most - 1)) : null);
    }
}
