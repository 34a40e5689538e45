package dev.blackstart.directory;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.people.Person;
import dev.blackstart.people.Team;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The directory, for everybody signed in: who there is. */
@Path("/directory")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DirectoryResource {

    private final Viewer viewer;

    DirectoryResource(Viewer viewer) {
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance index(Page page, List<Person> people, List<Team> teams);
    }

    @GET
    public TemplateInstance show() {
        return Templates.index(viewer.page("Directory", "directory"), Person.allByKey(), Team.allByKey());
    }
}
