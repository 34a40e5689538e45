package dev.blackstart.directory;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.web.form.FormState;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The first page of the directory: who there is, how they are reached, and whom nobody would reach. */
@Path("/directory")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DirectoryResource {

    private final PeopleList peopleList;

    DirectoryResource(PeopleList peopleList) {
        this.peopleList = peopleList;
    }

    @GET
    @Transactional
    public TemplateInstance show(@QueryParam("q") String words, @QueryParam("reach") String reach,
            @QueryParam("left") boolean left, @QueryParam("after") String after) {
        return peopleList.page(words, reach, left, after, FormState.NOTHING);
    }
}
