package dev.blackstart.language;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** Advice on the wording of any text, for anybody; it depends on nothing but the text. */
@Path("/api/language-checks")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LanguageCheckApi {

    private final LanguageAdvice advice;
    private final Viewer viewer;

    LanguageCheckApi(LanguageAdvice advice, Viewer viewer) {
        this.advice = advice;
        this.viewer = viewer;
    }

    public record Asked(String text) {
    }

    /** @param marks in the order of the text, without overlaps, at most 1,000 */
    public record Advice(List<LanguageMark> marks) {
    }

    @POST
    public Advice check(Asked asked) {
        return new Advice(advice.of(asked == null ? null : asked.text(), viewer.key()));
    }
}
