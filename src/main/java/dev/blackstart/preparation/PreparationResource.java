package dev.blackstart.preparation;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.people.Picked;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.preparation.checklist.PreparationState;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.content.FileResponse;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** My preparation, made for a phone between two meetings: what comes next, with one tap; and each item's own page. */
@Path("/preparation")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PreparationResource {

    private final PreparationAccess preparationAccess;
    private final PreparationActions preparationActions;
    private final PreparationViews preparationViews;
    private final PreparationFiles files;
    private final ItemPage page;
    private final Viewer viewer;

    PreparationResource(PreparationAccess preparationAccess, PreparationActions preparationActions,
            PreparationViews preparationViews, PreparationFiles files,
            ItemPage page,
            Viewer viewer) {
        this.preparationAccess = preparationAccess;
        this.preparationActions = preparationActions;
        this.preparationViews = preparationViews;
        this.files = files;
        this.page = page;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "preparation")
    static class Templates {
        static native TemplateInstance mine(PageContext page, List<PreparationView> todo, List<PreparationView> waiting,
                List<PreparationView> over, long overdue, String viewer);
    }

    @GET
    public TemplateInstance mine() {
        List<PreparationView> mine = preparationViews.of(preparationAccess.mine());
        List<PreparationView> waiting = preparationAccess.all().stream()
                .filter(item -> item.state == PreparationState.DONE && preparationAccess.part(item).mayVerify(item))
                .map(preparationViews::of)
                .toList();
        return Templates.mine(viewer.page("My preparation", "preparation"),
                mine.stream().filter(PreparationView::isToDo).toList(), waiting,
                mine.stream().filter(item -> !item.isToDo() && waiting.stream().noneMatch(one -> one.id().equals(item.id())))
                        .toList(),
                mine.stream().filter(PreparationView::overdue).count(), viewer.key());
    }

    @GET
    @Path("{item}")
    public TemplateInstance show(UUID item) {
        return page.of(preparationAccess.item(item), FormState.NOTHING);
    }

    /**
     * @param file that was chosen and not added yet: it belongs to what shows that it is done
     * @param back {@code list} where it was tapped in the list
     */
    @POST
    @Path("{item}/transitions")
    @Consumes({ MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA })
    public Response move(UUID item, @RestForm String to, @RestForm String evidence, @RestForm String reason,
            @RestForm FileUpload file, @RestForm String back) {
        return change(item, FormState.in(to, "evidence", evidence, "reason", reason, "file", null), known -> {
            byte[] bytes = FileResponse.chosen(file);
            if (bytes != null) {
                files.add(item, file.fileName(), bytes);
            }
            preparationActions.move(known, new PreparationActions.Wish(to, evidence, reason), preparationAccess.part(known));
        },
                "list".equals(back) ? "/preparation#item-" + item : null);
    }

    @POST
    @Path("{item}/owner")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("owner")
    public Response give(UUID item, @RestForm String owner) {
        return change(item, FormState.in("owner", "owner", owner),
                known -> preparationActions.give(known, Picked.person("owner", owner), preparationAccess.part(known)), null);
    }

    @POST
    @Path("{item}/comments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response comment(UUID item, @RestForm String text) {
        return change(item, FormState.in("comment", "text", text),
                known -> preparationActions.comment(known, text, preparationAccess.part(known)),
                null);
    }

    @POST
    @Path("{item}/single-points")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response found(UUID item, @RestForm String title, @RestForm String system) {
        return change(item, FormState.in("point", "title", title, "system", system),
                known -> preparationActions.found(known, title, system, preparationAccess.part(known)), null);
    }

    @POST
    @Path("{item}/additions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(UUID item, @RestForm String title, @RestForm String kind) {
        return change(item, FormState.in("addition", "title", title, "kind", kind),
                known -> preparationActions.addBeside(known, kind, title, preparationAccess.part(known)), "/preparation");
    }

    private Response change(UUID id, FormState typed, Consumer<PreparationItem> act, String back) {
        return page.after(id, typed, act, back == null ? "/preparation/" + id : back);
    }
}
