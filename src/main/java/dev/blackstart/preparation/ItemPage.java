package dev.blackstart.preparation;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.planning.CurrentSight;
import dev.blackstart.preparation.Access.Part;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Page;
import dev.blackstart.web.Problem;
import dev.blackstart.web.Typed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of an item, to which whatever is refused on it comes back. */
@RequestScoped
class ItemPage {

    private static final int TOO_LARGE = 413;

    private final Access access;
    private final Views views;
    private final CurrentSight current;
    private final Viewer viewer;
    private final Clock clock;

    ItemPage(Access access, Views views, CurrentSight current, Viewer viewer, Clock clock) {
        this.clock = clock;
        this.current = current;
        this.access = access;
        this.views = views;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "preparation")
    static class Templates {
        static native TemplateInstance item(Page page, PreparationView item, Rights may,
                List<Views.Said> comments, List<Views.Kept> files, List<Views.Point> points,
                List<String> kinds, Typed typed);
    }

    /** What the viewer may do with an item. @param own it was done by them, so that they do not verify it */
    public record Rights(boolean verify, boolean assign, boolean take, boolean own) {
        static Rights of(PreparationItem item, Part part) {
            return new Rights(part.mayVerify(item), part.mayAssign(), part.member() && !part.owner(),
                    part.person().equals(item.doneBy));
        }
    }

    TemplateInstance of(PreparationItem item, Typed typed) {
        Part part = access.part(item);
        PreparationView view = views.of(item);
        if (access.exercise(item) != null) {
            current.set(access.sight(item.exerciseId));
        }
        List<Views.Said> comments = views.comments(item);
        PreparationWaiting.read(item, comments, part.person(), clock.instant());
        return Templates.item(viewer.page(view.title(), "preparation"), view, Rights.of(item, part),
                comments, views.files(item), views.points(SinglePoint.of(item.id)), Kinds.all(), typed);
    }

    /** The page again, with what was typed and not sent. */
    Response with(UUID id, Typed typed) {
        return Response.ok(of(access.item(id), typed)).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }

    /**
     * Does something with an item and goes on, or shows the page with what was typed and what is wrong with it.
     *
     * @param then where to go on
     * @throws Problem 404 where the item does not exist for the viewer, 403 for what they may not do
     */
    Response after(UUID id, Typed typed, Consumer<PreparationItem> act, String then) {
        PreparationItem known = access.item(id);
        try {
            act.accept(known);
        } catch (Problem problem) {
            if (problem.status != 422 && problem.status != 409 && problem.status != TOO_LARGE) {
                throw problem;
            }
            return Response.status(problem.status == TOO_LARGE ? 422 : problem.status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(of(access.item(id), typed.refused(problem)))
                    .build();
        }
        return Response.seeOther(URI.create(then)).build();
    }
}
