package dev.blackstart.stories;

import java.util.List;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** War stories: list, read, tell, change. */
@Path("/api/stories")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StoryApi {

    private final Stories stories;
    private final Viewer viewer;

    StoryApi(Stories stories, Viewer viewer) {
        this.stories = stories;
        this.viewer = viewer;
    }

    @GET
    @Transactional
    public PagedList<StoryView> list(@BeanParam StoryFilter filter, @QueryParam("after") UUID after,
            @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        List<StoryView> found = stories.list(filter, viewer.key(), after, most).stream().map(StoryView::of).toList();
        return new PagedList<>(found, found.size() == most ? found.get(most - 1).id().toString() : null);
    }

    @GET
    @Path("{id}")
    @Transactional
    public StoryView read(UUID id) {
        return StoryView.of(stories.readable(id, viewer.key()));
    }

    /** The same id again stores nothing more (200). */
    @POST
    @Transactional
    public Response tell(StoryEntry entry) {
        Stories.Told told = stories.tell(entry, viewer.key());
        return Response.status(told.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(StoryView.of(told.story(), told.editToken())).build();
    }

    /** What is left out stays as it is. */
    @PATCH
    @Path("{id}")
    @Transactional
    public StoryView change(UUID id, StoryEntry entry) {
        return StoryView.of(stories.change(id, entry, viewer.key()));
    }
}
