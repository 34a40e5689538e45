package dev.blackstart.followup.action;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * What somebody writes of an action.
 *
 * @param owner person key
 * @param due a day or an instant; null for two weeks
 * @param kind prevent, detect, mitigate, process or rehearse
 * @param link where an outside tracker keeps it
 * @param exception why it may take longer than two weeks
 * @param override why an intention has to do for a mechanism
 * @param preventsSimilar yes, no or unsure: would it prevent a similar event, not only this one; null leaves it unanswered
 * @param instead id of an open action of the defect that is dropped for this one, where there are {@link Actions#FEW}
 * @param reason why the defect needs one more than that
 */
public record ActionDraft(String title, String owner, String due, String kind, String link, String exception,
        String override, String preventsSimilar, String instead, String reason) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws Problem 422 for what is no mechanism, unless there is a reason */
    String mechanism() {
        if (title == null || title.isBlank()) {
            throw Problem.invalid("title", "Say in one line what will be built, changed or rehearsed.");
        }
        TextLimits.atMost(TextLimits.LINE, "title", title.strip());
        TextLimits.atMost(TextLimits.REASON, "override", override);
        String intention = Mechanism.intention(title);
        if (intention != null && (override == null || override.isBlank())) {
            throw Problem.invalid("title", Mechanism.advice(intention)).with("advice", Mechanism.advice(intention));
        }
        return title.strip();
    }

    /** Null for a mechanism: nothing was overridden. */
    String overridden() {
        return Mechanism.intention(title) == null || override == null || override.isBlank() ? null : override.strip();
    }

    ActionItem.Kind kindOr(ActionItem.Kind otherwise) {
        ActionItem.Kind said = Choice.of("kind", ActionItem.Kind.class, kind);
        return said == null ? otherwise : said;
    }

    ActionItem.PreventsSimilar prevents() {
        return Choice.of("preventsSimilar", ActionItem.PreventsSimilar.class, preventsSimilar);
    }

    /** @throws Problem 422 for anything that a browser would run rather than visit */
    static String address(String link) {
        if (link == null || link.isBlank()) {
            return null;
        }
        TextLimits.atMost(TextLimits.REASON, "link", link);
        try {
            URI address = new URI(link.strip());
            if (address.getScheme() != null && SCHEMES.contains(address.getScheme().toLowerCase())
                    && address.getHost() != null) {
                return address.toString();
            }
        } catch (URISyntaxException unreadable) {
            throw refusedLink();
        }
        throw refusedLink();
    }

    private static Problem refusedLink() {
        return Problem.invalid("link", "Give the tracker's address, beginning with https:// or http://.");
    }
}
