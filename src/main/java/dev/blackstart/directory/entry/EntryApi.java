package dev.blackstart.directory.entry;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/**
 * The JSON of one type of directory entry, read by everybody signed in. A class below repeats the annotations of this one for
 * its own routes: those of a class reach the routes that it declares itself.
 *
 * @param <W> what a client writes of an entry
 * @param <V> what a client reads of it
 */
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class EntryApi<W extends EntryInput, V> {

    protected final Viewer viewer;

    protected EntryApi(Viewer viewer) {
        this.viewer = viewer;
    }

    /** Its summary is that of its path, on which some types take files too. */
    @POST
    @Operation(summary = "Make")
    public Response make(W input) {
        viewer.mustBeMaster();
        V made = create(sent(input).fields());
        return Response.created(URI.create(address(made))).entity(made).build();
    }

    protected abstract V create(Fields fields);

    protected abstract String address(V entry);

    /** Of a request without a body. */
    protected abstract Problem nothingSent();

    protected W sent(W input) {
        if (input == null) {
            throw nothingSent();
        }
        return input;
    }
}
