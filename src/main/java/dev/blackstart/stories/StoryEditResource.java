package dev.blackstart.stories;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.followup.defect.Defect.Principle;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Telling a story and changing it, with preview; a story without a name is opened with the key that was shown once. */
@Path("/stories")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class StoryEditResource {

    private static final String FORM = "story";
    private static final String PREVIEW = "preview";

    private final Stories stories;
    private final Viewer viewer;

    StoryEditResource(Stories stories, Viewer viewer) {
        this.stories = stories;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "stories")
    static class Templates {
        static native TemplateInstance editor(PageContext page, Editor editor, FormState typed);

        static native TemplateInstance kept(PageContext page, StoryView story, String key);

        static native TemplateInstance key(PageContext page, FormState typed);
    }

    /**
     * @param id null for a new story
     * @param once id that a new story gets, so that sending the form twice stores it once
     * @param version that the change is made to
     * @param token of a story without a name; or null
     * @param named whether the story has a name to it already
     * @param published whether others read it already
     * @param preview Markdown to be shown as the page will; null for none
     */
    public record Editor(UUID id, UUID once, Integer version, String token, boolean named, boolean published,
            String preview, List<String> principles) {

        static Editor blank(UUID once, String preview) {
            return new Editor(null, once, null, null, false, false, preview, Choice.keys(Principle.class));
        }

        static Editor of(Story story, Integer version, String token, String preview) {
            return new Editor(story.id, null, version, token, story.author != null, story.isPublished(), preview,
                    Choice.keys(Principle.class));
        }
    }

    /** What the form holds. */
    public static class Typed {
        @RestForm
        String title;
        @RestForm
        String text;
        @RestForm
        String learned;
        @RestForm
        String systems;
        @RestForm
        String principle;
        @RestForm
        String happened;
        @RestForm
        boolean anonymous;
        @RestForm
        UUID story;
        @RestForm
        UUID once;
        @RestForm
        Integer base;
        @RestForm
        String token;
        @RestForm
        String to;

        StoryEntry entry() {
            return new StoryEntry(once, title, text == null ? null : text.replace("\r\n", "\n"), learned,
                    systems == null ? List.of() : Arrays.asList(systems.strip().split("[,\\s]+")), principle, happened,
                    anonymous, to, token, base);
        }

        String preview() {
            String told = text == null ? "" : text;
            return learned == null || learned.isBlank() ? told : told + "\n\n## What was learned\n\n" + learned;
        }

        FormState state() {
            return FormState.in(FORM, "title", title, "text", text, "learned", learned, "systems", systems, "principle",
                    principle, "happened", happened, "anonymous", anonymous);
        }
    }

    @GET
    @Path("new")
    public TemplateInstance blank() {
        return editor(Editor.blank(UUID.randomUUID(), null), FormState.NOTHING);
    }

    /** A new story, or a change of one where the form names it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields({ "title", "text", "learned", "systems", "principle", "happened" })
    public Response save(@BeanParam Typed typed) {
        Story story = typed.story == null ? null : stories.opened(typed.story, viewer.key(), typed.token);
        if (PREVIEW.equals(typed.to)) {
            return Response.ok(editor(editorOf(story, typed, typed.base, typed.preview()), typed.state())).build();
        }
        try {
            return story == null ? told(stories.tell(typed.entry(), viewer.key()))
                    : saved(stories.change(story.id, typed.entry(), viewer.key()));
        } catch (Problem problem) {
            return refused(problem, editor(editorOf(story, typed, story == null ? null : story.version, null),
                    typed.state().refused(problem)));
        }
    }

    private static Editor editorOf(Story story, Typed typed, Integer base, String preview) {
        return story == null ? Editor.blank(typed.once, preview) : Editor.of(story, base, typed.token, preview);
    }

    private Response told(Stories.Told told) {
        return told.editToken() == null ? saved(told.story())
                : Response.ok(Templates.kept(viewer.page("Story saved", "library"), StoryView.of(told.story()),
                        told.story().id + "." + told.editToken())).build();
    }

    @GET
    @Path("{id}/edit")
    @Transactional
    public TemplateInstance edit(UUID id) {
        Story story = stories.opened(id, viewer.key(), null);
        return editor(Editor.of(story, story.version, null, null), of(story));
    }

    @GET
    @Path("key")
    public TemplateInstance key() {
        return Templates.key(viewer.page("Change a story without a name", "library"), FormState.NOTHING);
    }

    /** Opens the editor of a story without a name. @param key its id and its token */
    @POST
    @Path("key")
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@RestForm String key) {
        String typed = key == null ? "" : key.strip();
        int dot = typed.indexOf('.');
        try {
            Story story = stories.opened(UUID.fromString(typed.substring(0, Math.max(0, dot))), viewer.key(),
                    typed.substring(dot + 1));
            return Response.ok(editor(Editor.of(story, story.version, typed.substring(dot + 1), null), of(story))).build();
        } catch (IllegalArgumentException | Problem unknown) {
            Problem problem = Problem.invalid("key", "No story has this key. Copy all of it, as it was shown when the story"
                    + " was saved.");
            return refused(problem, Templates.key(viewer.page("Change a story without a name", "library"),
                    FormState.in("key", "key", typed).refused(problem)));
        }
    }

    private static FormState of(Story story) {
        return FormState.in(FORM, "title", story.title, "text", story.text, "learned", story.learned, "systems",
                String.join(" ", StoryView.of(story).systems()), "principle", Choice.key(story.principle), "happened",
                story.happened);
    }

    private Response saved(Story story) {
        return story.author == null && !story.isPublished() ? Arrived.STORY.at("/stories")
                : Arrived.STORY.at("/stories/" + story.id);
    }

    private static Response refused(Problem problem, TemplateInstance page) {
        return Response.status(problem.status).entity(page).build();
    }

    private TemplateInstance editor(Editor editor, FormState typed) {
        return Templates.editor(viewer.page(editor.id() == null ? "Tell a story" : "Change the story", "library"), editor,
                typed);
    }
}
