package dev.blackstart.language;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** The same advice for the fields of pages, while somebody types: the API does not take their session. */
@Path("/language-checks")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class LanguageCheckResource {

    private final LanguageAdvice advice;
    private final Viewer viewer;

    LanguageCheckResource(LanguageAdvice advice, Viewer viewer) {
        this.advice = advice;
        this.viewer = viewer;
    }

    /** @param field {@code action} for the title of an action */
    @POST
    public LanguageCheckApi.Advice check(@RestForm String text, @RestForm String field) {
        return new LanguageCheckApi.Advice(
                "action".equals(field) ? advice.ofAction(text) : advice.of(text, viewer.key()));
    }
}
