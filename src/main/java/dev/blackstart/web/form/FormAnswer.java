package dev.blackstart.web.form;

import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.ws.rs.core.Response;

import dev.blackstart.problem.Problem;
import io.quarkus.qute.TemplateInstance;

/** What a form is answered: the next page, or its own page again with what was typed and why it was refused. */
public final class FormAnswer {

    private FormAnswer() {
    }

    /**
     * @param change does it, and gives the address of the next page
     * @param page the page of the form, with what was typed
     * @throws Problem 404 as it is: there is no such page
     */
    public static Response of(FormState typed, Supplier<String> change, Function<FormState, TemplateInstance> page) {
        try {
            return Response.seeOther(URI.create(change.get())).build();
        } catch (Problem problem) {
            if (problem.status == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem;
            }
            return Response.status(problem.status).entity(page.apply(typed.refused(problem))).build();
        }
    }
}
