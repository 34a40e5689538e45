package dev.blackstart.directory;

import java.net.URI;
import java.util.function.Supplier;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.directory.entry.ChangeView;
import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.EntryFacts;
import dev.blackstart.directory.entry.EntryResource;
import dev.blackstart.directory.entry.EntryType;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.RemovableType;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Texts;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/**
 * The pages of a type of entry that has a key and that files hold.
 *
 * @param <F> what the directory says of an entry
 */
@Authenticated
@Produces(MediaType.TEXT_HTML)
public abstract class KeyedEntryResource<F extends EntryFacts> extends EntryResource<String> {

    final DirectoryWriter directoryWriter;
    private final EntryType<F> type;

    KeyedEntryResource(EntryType<F> type, DirectoryWriter directoryWriter, ChangeView.Reader changes, Viewer viewer) {
        super(type.recorded(), changes, viewer);
        this.type = type;
        this.directoryWriter = directoryWriter;
    }

    @GET
    @Path("{key}")
    @Transactional
    public TemplateInstance show(String key) {
        return entryPage(key, FormState.NOTHING);
    }

    /** @param fields as the form holds them; asked only of whoever may do this */
    Response saveNew(FormState typed, Supplier<Fields> fields) {
        return made(typed, () -> address(directoryWriter.make(type, fields.get(), viewer.isAdmin(), viewer.key()).key()));
    }

    Response save(String key, FormState typed, Supplier<Fields> fields) {
        return then(key, typed, () -> directoryWriter.change(type, key, fields.get(), viewer.isAdmin(), viewer.key()));
    }

    /** Back on the entry's page. */
    Response then(String key, FormState typed, Runnable change) {
        return changed(key, typed, () -> {
            change.run();
            return address(key);
        });
    }

    /** Of a type whose entries can be removed. */
    Response removed(RemovableType<F> kind, String key) {
        viewer.mustBeMaster();
        directoryWriter.remove(kind, key, viewer.key());
        return Response.seeOther(URI.create(address())).build();
    }

    /** The address of the list. */
    String address() {
        return "/directory/" + type.name();
    }

    private String address(String key) {
        return address() + "/" + Texts.path(key);
    }
}
