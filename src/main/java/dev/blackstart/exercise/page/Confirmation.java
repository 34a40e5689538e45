package dev.blackstart.exercise.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Asks before something dangerous is done from a page. A form that does not say {@code confirmed} is answered with a page that
 * says what would be done and carries the form's fields along. A script shows the same page as a dialog.
 */
@ApplicationScoped
public class Confirmation {

    static final String FIELD = "confirmed";

    private static final String TOKEN = "csrf-token";

    private final Viewer viewer;

    Confirmation(Viewer viewer) {
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "exercise")
    static class Templates {
        static native TemplateInstance confirm(PageContext page, Question question, String action, List<Sent> fields);
    }

    /** A field of the form, carried along. */
    public record Sent(String name, String value) {
    }

    /** Whether the form of this request says that its person was asked and agreed. */
    public boolean isGiven() {
        FormData form = request().getFormData();
        FormValue said = form == null ? null : form.getFirst(FIELD);
        return said != null && "true".equals(said.getValue());
    }

    /** @return the page that asks; nothing was done yet */
    public Response ask(Question question) {
        Set<String> asked = question.inputs().stream().map(Question.Input::name).collect(Collectors.toSet());
        List<Sent> fields = new ArrayList<>();
        FormData form = request().getFormData();
        if (form != null) {
            for (String name : form) {
                if (!name.equals(TOKEN) && !name.equals(FIELD) && !asked.contains(name)) {
                    form.get(name).stream().filter(value -> !value.isFileItem())
                            .forEach(value -> fields.add(new Sent(name, value.getValue())));
                }
            }
        }
        return Response.ok(Templates.confirm(viewer.page(question.title(), "programme"), question,
                request().getUriInfo().getPath(), fields), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }

    private static ResteasyReactiveRequestContext request() {
        return CurrentRequestManager.get();
    }
}
