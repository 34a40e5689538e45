package dev.blackstart.library;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;

import dev.blackstart.library.LibrarySearch.Hit;
import dev.blackstart.library.LibrarySearch.Wanted;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The library as a page: one field for words, and filters. */
@Path("/library")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class LibraryResource {

    private static final int SHOWN = 25;

    private final LibrarySearch library;
    private final Viewer viewer;

    LibraryResource(LibrarySearch library, Viewer viewer) {
        this.library = library;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "library")
    static class Templates {
        static native TemplateInstance library(PageContext page, Typed typed, List<String> kinds, List<FoundDocument> found,
                String older);
    }

    /** @param field that is wrong, or null @param problem what is wrong with it */
    public record Typed(String q, String kind, String system, String from, boolean narrowed, String field, String problem) {

        public String errorOf(String name) {
            return name.equals(field) ? problem : null;
        }
    }

    @GET
    public TemplateInstance search(@BeanParam SearchRequest asked) {
        try {
            Wanted wanted = asked.wanted();
            List<Hit> found = library.find(wanted, viewer.key(), viewer.isMaster(), asked.after(), SHOWN);
            return page(typed(asked, null, null), found.stream().map(hit -> FoundDocument.of(hit, wanted.words())).toList(),
                    found.size() == SHOWN ? older(asked, found.get(SHOWN - 1)) : null);
        } catch (Problem refused) {
            if (refused.field() == null || refused.field().equals("after")) {
                throw refused;
            }
            return page(typed(asked, refused.field(), refused.getMessage()), List.of(), null);
        }
    }

    private TemplateInstance page(Typed typed, List<FoundDocument> found, String older) {
        return Templates.library(viewer.page("Library", "library"), typed, Choice.keys(DocumentKind.class), found, older);
    }

    private static Typed typed(SearchRequest asked, String field, String problem) {
        return new Typed(SearchRequest.typed(asked.q()), SearchRequest.typed(asked.kind()), SearchRequest.typed(asked.system()),
                SearchRequest.typed(asked.from()), asked.isNarrowed(), field, problem);
    }

    private static String older(SearchRequest asked, Hit last) {
        return UriBuilder.fromPath("/library").queryParam("q", "{q}").queryParam("kind", "{kind}")
                .queryParam("system", "{system}").queryParam("from", "{from}").queryParam("after", "{after}")
                .build(SearchRequest.typed(asked.q()), SearchRequest.typed(asked.kind()), SearchRequest.typed(asked.system()),
                        SearchRequest.typed(asked.from()), last.document().id)
                .toString();
    }
}
