package dev.blackstart.library;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.library.LibrarySearch.Hit;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Search over everything the caller may read. */
@Path("/api")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class LibraryApi {

    private static final int MOST_SIMILAR = 10;

    private final LibrarySearch library;
    private final Viewer viewer;

    LibraryApi(LibrarySearch library, Viewer viewer) {
        this.library = library;
        this.viewer = viewer;
    }

    @GET
    @Path("search")
    public PagedList<FoundDocument> search(@BeanParam SearchRequest asked, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        LibrarySearch.Wanted wanted = asked.wanted();
        List<Hit> found = library.find(wanted, viewer.key(), viewer.isMaster(), asked.after(), most);
        return new PagedList<>(shown(found, wanted.words()),
                found.size() == most ? found.get(most - 1).document().id.toString() : null);
    }

    /** Documents about the same as a text, the most similar first. */
    @GET
    @Path("similar")
    public PagedList<FoundDocument> similar(@QueryParam("text") String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("text", "Give the text that documents are compared with.");
        }
        Set<String> words = Words.terms(TextLimits.atMost(TextLimits.REASON, "text", text));
        return PagedList.whole(shown(library.similar(words, viewer.key(), viewer.isMaster(), MOST_SIMILAR), words));
    }

    private static List<FoundDocument> shown(List<Hit> found, Set<String> words) {
        return found.stream().map(hit -> FoundDocument.of(hit, words)).toList();
    }
}
