package dev.blackstart.hotwash;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.exercise.page.StatusBanner;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The hot wash on a phone, right after ENDEX: five questions, with or without a name, and what was said so far. */
@Path("/exercises/{id}/hot-wash")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class HotWashResource {

    private final HotWash hotWash;
    private final Directory directory;
    private final CurrentAccess current;
    private final Viewer viewer;
    private final Clock clock;

    HotWashResource(HotWash hotWash, Directory directory, CurrentAccess current, Viewer viewer, Clock clock) {
        this.clock = clock;
        this.hotWash = hotWash;
        this.directory = directory;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "hotwash")
    static class Templates {
        static native TemplateInstance hotWash(PageContext page, Exercise exercise, Shown shown, FormState typed);
    }

    /**
     * @param title the exercise's name, as this reader knows it
     * @param chosen what was typed for each statement
     * @param once made with the form, so that sending it twice stores it once
     * @param address short enough to be read aloud
     */
    public record Shown(String title, HotWashView said, List<HotWashQuestion> questions, List<String> statements,
            List<String> chosen,
            List<Integer> scale, Map<String, String> names, UUID once, String address, boolean mayAnswer, boolean mayClose) {
    }

    @GET
    @RequiresPermission({ Permission.TAKE_PART, Permission.SEE_CONTROL })
    @Transactional
    public TemplateInstance show(UUID id, @Context UriInfo uri) {
        return page(id, uri, FormState.NOTHING, List.of());
    }

    @POST
    @RequiresPermission(Permission.TAKE_PART)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(UUID id, @RestForm UUID once, @RestForm String wentWell, @RestForm String wentBadly,
            @RestForm String lucky, @RestForm String confusing, @RestForm String logistics, @RestForm List<String> culture,
            @RestForm boolean anonymous, @Context UriInfo uri) {
        try {
            hotWash.take(id, new HotWashEntry(once, wentWell, wentBadly, lucky, confusing, logistics,
                    chosen(culture), anonymous), current.get());
        } catch (Problem problem) {
            FormState typed = FormState.in("hot-wash", "wentWell", wentWell, "wentBadly", wentBadly, "lucky", lucky,
                    "confusing", confusing, "logistics", logistics, "culture", culture, "anonymous", anonymous)
                    .refused(problem);
            return Response.status(problem.status).entity(page(id, uri, typed, culture == null ? List.of() : culture)).build();
        }
        return Arrived.HOT_WASH.at("/exercises/" + id + "/hot-wash");
    }

    /** A number for each statement; null where none was answered. */
    private static List<Integer> chosen(List<String> values) {
        return values == null || values.stream().allMatch(String::isBlank) ? null
                : values.stream().map(value -> value.matches("[1-9]") ? Integer.valueOf(value) : Integer.valueOf(0)).toList();
    }

    @POST
    @Path("transitions")
    @RequiresPermission(Permission.CLOSE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(UUID id, @RestForm String to) {
        if (!"closed".equals(to)) {
            throw Problem.invalid("to", "A hot wash moves to closed.");
        }
        hotWash.close(id, current.get());
        return Response.seeOther(URI.create("/exercises/" + id + "/hot-wash")).build();
    }

    private TemplateInstance page(UUID id, UriInfo uri, FormState typed, List<String> culture) {
        Exercise exercise = Exercise.findById(id);
        HotWashView said = exercise.state.hasEnded() ? HotWashView.of(exercise) : HotWashView.NOTHING;
        return Templates.hotWash(viewer.page("Hot wash", "programme"), exercise,
                new Shown(StatusBanner.of(exercise, current.get(), clock.instant()).title(), said,
                        Arrays.asList(HotWashQuestion.values()), Culture.STATEMENTS,
                        IntStream.range(0, Culture.STATEMENTS.size())
                                .mapToObj(place -> place < culture.size() ? culture.get(place) : "").toList(),
                        IntStream.rangeClosed(1, Culture.HIGHEST).boxed().toList(),
                        directory.names(said.answers().stream().map(HotWashView.Named::by).distinct().toList()),
                        UUID.randomUUID(), uri.getBaseUri().resolve("/hot-wash").toString(),
                        said.open() && current.get().may(Permission.TAKE_PART),
                        said.open() && current.get().may(Permission.CLOSE)),
                typed);
    }
}
