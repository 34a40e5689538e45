package dev.blackstart.conduct.deconfliction;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The pages of "Is this you?": one to ask, one to answer. They exist for everybody, whatever runs. */
@Path("/deconfliction")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DeconflictionResource {

    private final Deconfliction deconfliction;
    private final Directory directory;
    private final Viewer viewer;

    DeconflictionResource(Deconfliction deconfliction, Directory directory, Viewer viewer) {
        this.deconfliction = deconfliction;
        this.directory = directory;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "conduct")
    static class Templates {
        static native TemplateInstance deconfliction(PageContext page, List<DeconflictionQuestion> asked, FormState typed);

        static native TemplateInstance deconflictionAnswers(PageContext page, List<DeconflictionQuestion> open,
                Map<String, String> names);
    }

    @GET
    @Transactional
    public TemplateInstance show() {
        return page(FormState.NOTHING);
    }

    private TemplateInstance page(FormState typed) {
        return Templates.deconfliction(viewer.page("Is this you?", "deconfliction"), deconfliction.askedBy(viewer.key()),
                typed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("text")
    public Response ask(@RestForm String text) {
        try {
            deconfliction.ask(text, viewer.key());
        } catch (Problem problem) {
            return Response.status(problem.status).entity(page(FormState.in("ask", "text", text).refused(problem))).build();
        }
        return Response.seeOther(URI.create("/deconfliction")).build();
    }

    @GET
    @Path("answers")
    @Transactional
    public TemplateInstance answers() {
        List<DeconflictionQuestion> open = deconfliction.toAnswer(viewer.key());
        return Templates.deconflictionAnswers(viewer.page("Is this you? Answer", "deconfliction"), open,
                directory.names(open.stream().map(question -> question.askedBy).toList()));
    }

    @POST
    @Path("answers/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("answer")
    public Response answer(UUID id, @RestForm String answer) {
        if (!"ours".equals(answer) && !"not-ours".equals(answer)) {
            throw Problem.invalid("answer", "Say whether it is ours or not; nothing was changed.");
        }
        deconfliction.answer(id, "ours".equals(answer), viewer.key());
        return Response.seeOther(URI.create("/deconfliction/answers")).build();
    }
}
