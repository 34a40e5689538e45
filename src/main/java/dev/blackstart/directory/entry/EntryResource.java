package dev.blackstart.directory.entry;

import java.util.List;
import java.util.function.Supplier;

import jakarta.ws.rs.core.Response;

import dev.blackstart.people.DirectoryChange;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.form.FormAnswer;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.TemplateInstance;

/**
 * The pages of one type of directory entry: a list with a form for a new one, and a page of each entry with a form to change
 * it. A form that is refused comes back on its page.
 *
 * @param <I> what names an entry in its address: a key or an id
 */
public abstract class EntryResource<I> {

    protected final Viewer viewer;
    private final DirectoryChange.Kind recorded;
    private final ChangeView.Reader changes;

    protected EntryResource(DirectoryChange.Kind recorded, ChangeView.Reader changes, Viewer viewer) {
        this.recorded = recorded;
        this.changes = changes;
        this.viewer = viewer;
    }

    /** @param typed into the form for a new entry */
    protected abstract TemplateInstance listPage(FormState typed);

    /** @param typed into a form of this page */
    protected abstract TemplateInstance entryPage(I entry, FormState typed);

    /** @param make makes the entry and gives the address of the next page */
    protected Response made(FormState typed, Supplier<String> make) {
        viewer.mustBeMaster();
        return FormAnswer.of(typed, make, this::listPage);
    }

    /** Whether the viewer may do this is decided before. @param change does it and gives the address of the next page */
    protected Response changed(I entry, FormState typed, Supplier<String> change) {
        return FormAnswer.of(typed, change, refused -> entryPage(entry, refused));
    }

    /** Who changed what, for those who may know. */
    protected List<ChangeView> changes(I entry) {
        return viewer.isMaster() ? changes.of(recorded, entry.toString()) : List.of();
    }
}
