package dev.blackstart.followup.triage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.blackstart.findings.FindingLabels;
import dev.blackstart.findings.TriageState;
import dev.blackstart.followup.defect.Filter;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/**
 * Which findings the triage board shows, as its address has it.
 *
 * @param exercise null for all
 * @param state a state's word, or all
 * @param kind null for any
 * @param severity null for any
 * @param words in the text; null for any
 */
public record Sieve(UUID exercise, String state, String kind, String severity, String words) {

    static final String ALL = "all";

    static Sieve of(UUID exercise, String state, String kind, String severity, String words) {
        return new Sieve(exercise, state == null || state.isBlank() ? "new" : state, blank(kind), blank(severity),
                TriageResource.words(words));
    }

    /** @param finding to look at, or null @param after the last one of the page before, or null */
    String href(UUID finding, UUID after) {
        return "/findings?" + Stream.of(part("exercise", exercise), part("state", state), part("kind", kind),
                part("severity", severity), part("q", words), part("after", after), part("finding", finding))
                .filter(one -> one != null).collect(Collectors.joining("&"));
    }

    TriageState triageState() {
        return ALL.equals(state) ? null : Choice.of("state", TriageState.class, state);
    }

    /** Of a finding {@code f}. */
    Filter filter() {
        return new Filter()
                .and("coalesce(f.judgedKind, f.kind) = :kind", "kind", FindingLabels.oneOf("kind", FindingLabels.KINDS, kind))
                .and("coalesce(f.judgedSeverity, f.severity) = :severity", "severity",
                        FindingLabels.oneOf("severity", FindingLabels.SEVERITIES, severity))
                .and("lower(f.text) like :words escape '!'", "words", words == null ? null : Texts.pattern(words));
    }

    private static String part(String name, Object value) {
        return value == null ? null : name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
