package dev.blackstart.preparation;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import dev.blackstart.preparation.checklist.PreparationFile;
import dev.blackstart.preparation.checklist.PreparationFileContent;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.content.Content;
import dev.blackstart.web.content.FileResponse;
import dev.blackstart.web.limits.HeavyWork;
import io.vertx.core.http.HttpServerResponse;

/** Keeps and serves what shows that an item is done, for those who may know of the item. */
@RequestScoped
class PreparationFiles {

    private final PreparationAccess preparationAccess;
    private final PreparationActions preparationActions;
    private final HeavyWork heavy;
    private final Viewer viewer;

    PreparationFiles(PreparationAccess preparationAccess, PreparationActions preparationActions, HeavyWork heavy,
            Viewer viewer) {
        this.heavy = heavy;
        this.viewer = viewer;
        this.preparationAccess = preparationAccess;
        this.preparationActions = preparationActions;
    }

    /** @throws Problem 404 for an item that the viewer may not know, 422 for a file that is nothing we take */
    PreparationFile add(UUID item, String name, byte[] bytes) {
        PreparationItem known = preparationAccess.item(item);
        Content file = heavy.await(HeavyWork.Kind.PICTURE, viewer.key(), null, () -> Content.of(name, bytes));
        return preparationActions.show(known, file, preparationAccess.part(known));
    }

    Response answer(UUID item, UUID file, boolean small, Request request, HttpServerResponse raw) {
        PreparationItem known = preparationAccess.item(item);
        PreparationFile kept = PreparationFile.findById(file);
        if (kept == null || !kept.itemId.equals(known.id)) {
            throw Problem.notFound();
        }
        boolean preview = small && kept.isPicture();
        return new FileResponse(kept.id, kept.name, kept.type, kept.isPicture()).answer(small,
                () -> PreparationFileContent.of(preview ? kept.previewId : kept.id), request, raw);
    }
}
