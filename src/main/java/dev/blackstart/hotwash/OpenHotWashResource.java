package dev.blackstart.hotwash;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** An address short enough to be read aloud: it leads everybody to the hot wash of the exercise they took part in last. */
@Path("/hot-wash")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class OpenHotWashResource {

    private final Viewer viewer;

    OpenHotWashResource(Viewer viewer) {
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "hotwash")
    static class Templates {
        static native TemplateInstance none(PageContext page);
    }

    @GET
    @Transactional
    public Response lead() {
        Optional<UUID> newest = HotWash.newestOpen(viewer.key());
        return newest.isPresent() ? Response.seeOther(URI.create("/exercises/" + newest.get() + "/hot-wash")).build()
                : Response.ok(Templates.none(viewer.page("Hot wash", "programme"))).build();
    }
}
