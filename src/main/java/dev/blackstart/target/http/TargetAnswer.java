package dev.blackstart.target.http;

import java.time.Duration;
import java.util.Map;

/**
 * What a target answered; secrets are masked in it.
 *
 * @param headers by name in small letters
 * @param body what was kept of it
 * @param cut whether the target said more than was kept
 */
public record TargetAnswer(int status, Map<String, String> headers, String body, boolean cut, Duration took) {

    /** The status and the beginning of the body, in one text. */
    public String summary(int longest) {
        String said = body.strip();
        boolean shortened = cut || said.length() > longest;
        String shown = said.length() > longest ? said.substring(0, longest) : said;
        return shown.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + shown + (shortened ? " …" : "");
    }
}
