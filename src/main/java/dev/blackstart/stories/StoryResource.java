package dev.blackstart.stories;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;

import dev.blackstart.followup.defect.Defect.Principle;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** War stories to read: a list with filters, and each of them. */
@Path("/stories")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class StoryResource {

    private static final int SHOWN = 25;
    private static final int MOST_REMEMBERED = 3;

    private final Stories stories;
    private final Directory directory;
    private final Viewer viewer;

    StoryResource(Stories stories, Directory directory, Viewer viewer) {
        this.stories = stories;
        this.directory = directory;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "stories")
    static class Templates {
        static native TemplateInstance stories(PageContext page, Listed listed, FormState typed);

        static native TemplateInstance story(PageContext page, StoryView story, String author, boolean mine);
    }

    /**
     * @param remembered those that happened in this month of an earlier year
     * @param older address of the following page, or null
     * @param names of authors, by key
     */
    public record Listed(List<StoryView> found, List<StoryView> remembered, boolean narrowed, List<String> principles,
            String older, Map<String, String> names) {
    }

    @GET
    @Transactional
    public TemplateInstance list(@BeanParam StoryFilter filter, @QueryParam("after") UUID after) {
        FormState typed = FormState.in("filter", "q", StoryFilter.typed(filter.q()), "system",
                StoryFilter.typed(filter.system()), "principle", StoryFilter.typed(filter.principle()), "mine",
                filter.mine());
        try {
            List<StoryView> found = stories.list(filter, viewer.key(), after, SHOWN).stream().map(StoryView::of).toList();
            return page(filter, found, typed);
        } catch (Problem refused) {
            if (refused.field() == null || refused.field().equals("after")) {
                throw refused;
            }
            return page(filter, List.of(), typed.refused(refused));
        }
    }

    private TemplateInstance page(StoryFilter filter, List<StoryView> found, FormState typed) {
        List<StoryView> remembered = filter.isNarrowed() ? List.of()
                : StoryFilter.ofMonth("%02d".formatted(stories.today().getMonthValue()), stories.today().getYear(),
                        viewer.key(), MOST_REMEMBERED).stream().map(StoryView::of).toList();
        return Templates.stories(viewer.page("War stories", "library"),
                new Listed(found, remembered, filter.isNarrowed(), Choice.keys(Principle.class),
                        found.size() == SHOWN ? older(filter, found.get(SHOWN - 1)) : null, names(found)),
                typed);
    }

    /** A story without a name has none. */
    private Map<String, String> names(List<StoryView> told) {
        return directory.names(told.stream().map(StoryView::by).filter(Objects::nonNull).distinct().toList());
    }

    private static String older(StoryFilter filter, StoryView last) {
        return UriBuilder.fromPath("/stories").queryParam("q", "{q}").queryParam("system", "{system}")
                .queryParam("principle", "{principle}").queryParam("mine", filter.mine()).queryParam("after", last.id())
                .build(StoryFilter.typed(filter.q()), StoryFilter.typed(filter.system()),
                        StoryFilter.typed(filter.principle()))
                .toString();
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance show(UUID id) {
        StoryView story = StoryView.of(stories.readable(id, viewer.key()));
        return Templates.story(viewer.page(story.title(), "library"), story,
                names(List.of(story)).get(story.by()),
                viewer.key().equals(story.by()));
    }
}
