package dev.blackstart.preparation;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.preparation.PreparationAccess.Part;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.preparation.checklist.PreparationKinds;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of an item, to which whatever is refused on it comes back. */
@RequestScoped
class ItemPage {

    private static final int TOO_LARGE = 413;

    private final PreparationAccess preparationAccess;
    private final PreparationViews preparationViews;
    private final CurrentAccess current;
    private final Viewer viewer;
    private final Clock clock;

    ItemPage(PreparationAccess preparationAccess, PreparationViews preparationViews, CurrentAccess current, Viewer viewer,
            Clock clock) {
        this.clock = clock;
        this.current = current;
        this.preparationAccess = preparationAccess;
        this.preparationViews = preparationViews;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "preparation")
    static class Templates {
        static native TemplateInstance item(PageContext page, PreparationView item, Rights may,
                List<PreparationViews.Said> comments, List<PreparationViews.Kept> files, List<PreparationViews.Point> points,
                List<String> kinds, FormState typed);
    }

    /** What the viewer may do with an item. @param own it was done by them, so that they do not verify it */
    public record Rights(boolean verify, boolean assign, boolean take, boolean own) {
        static Rights of(PreparationItem item, Part part) {
            return new Rights(part.mayVerify(item), part.mayAssign(), part.member() && !part.owner(),
                    part.person().equals(item.doneBy));
        }
    }

    TemplateInstance of(PreparationItem item, FormState typed) {
        Part part = preparationAccess.part(item);
        PreparationView view = preparationViews.of(item);
        if (preparationAccess.exercise(item) != null) {
            current.set(preparationAccess.sight(item.exerciseId));
        }
        List<PreparationViews.Said> comments = preparationViews.comments(item);
        PreparationWaiting.read(item, comments, part.person(), clock.instant());
        return Templates.item(viewer.page(view.title(), "preparation"), view, Rights.of(item, part),
                comments, preparationViews.files(item), preparationViews.points(SinglePoint.of(item.id)),
                PreparationKinds.all(), typed);
    }

    /** The page again, with what was typed and not sent. */
    Response with(UUID id, FormState typed) {
        return Response.ok(of(preparationAccess.item(id), typed)).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }

    /**
     * Does something with an item and goes on, or shows the page with what was typed and what is wrong with it.
     *
     * @param then where to go on
     * @throws Problem 404 where the item does not exist for the viewer, 403 for what they may not do
     */
    Response after(UUID id, FormState typed, Consumer<PreparationItem> act, String then) {
        PreparationItem known = preparationAccess.item(id);
        try {
            act.accept(known);
        } catch (Problem problem) {
            if (problem.status != 422 && problem.status != 409 && problem.status != TOO_LARGE) {
                throw problem;
            }
            return Response.status(problem.status == TOO_LARGE ? 422 : problem.status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(of(preparationAccess.item(id), typed.refused(problem)))
                    .build();
        }
        return Response.seeOther(URI.create(then)).build();
    }
}
