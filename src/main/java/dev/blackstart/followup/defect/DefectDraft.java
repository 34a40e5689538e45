package dev.blackstart.followup.defect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Type;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.FindingLabels;
import dev.blackstart.followup.defect.Defect.Description;
import dev.blackstart.followup.defect.Defect.Exposure;
import dev.blackstart.followup.defect.Defect.Principle;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** What somebody writes of a defect; null takes what is known from the finding, or leaves what is there. */
public record DefectDraft(String title, String text, String exposedBy, List<String> contributingFactors, List<String> systems,
        String principle, String severity, String likelihood, String recurrenceOf, String singlePoint) {

    /** Takes the likelihood off again; null leaves it. */
    public static final String UNKNOWN = "unknown";

    /** What it names, found. @param earlier the defect that it is again, or null */
    public record Links(UUID earlier, UUID singlePoint) {
    }

    private static final int MOST = 50;

    /** Exercises that are talked through. */
    private static final Set<Type> TALKS = Set.of(Type.SEMINAR, Type.WORKSHOP, Type.TABLETOP, Type.GAME);

    public boolean isRecurrence() {
        return recurrenceOf != null && !recurrenceOf.isBlank();
    }

    public boolean namesPoint() {
        return singlePoint != null && !singlePoint.isBlank();
    }

    /** What was named; where nothing was said of it, what the finding names. @param named null where none is */
    public UUID pointOr(SinglePoint named, Finding finding) {
        return named != null ? named.id : singlePoint == null ? finding.singlePointNow() : null;
    }

    /** @param drill that the finding belongs to, or null @throws Problem 422 for what cannot be kept */
    public Description description(Finding finding, PlanDocument plan, PlanDocument.Drill drill, Links links) {
        return description(TALKS.contains(plan.type()) ? Exposure.DISCUSSION : Exposure.INJECTION,
                drill == null ? List.of() : drill.targets(), finding.severityNow(), links);
    }

    /** Of what nothing but preparation showed. @throws Problem 422 for what cannot be kept */
    public Description description(SinglePoint point, Links links) {
        return description(Exposure.PREPARATION, systemsOf(point), null, links);
    }

    /** Its finders' word for the system, as plans write keys. */
    public static List<String> systemsOf(SinglePoint point) {
        return point.system == null ? List.of()
                : List.of(point.system.toLowerCase(Locale.ROOT).strip().replaceAll("[,\\s]+", "-"));
    }

    private Description description(Exposure usual, List<String> concerned, String known, Links links) {
        if (title == null || title.isBlank()) {
            throw Problem.invalid("title", "Name the flaw in one line.");
        }
        Exposure exposure = Choice.of("exposedBy", Exposure.class, exposedBy);
        String said = FindingLabels.oneOf("severity", FindingLabels.SEVERITIES, severity);
        return new Description(line("title", title), text(text), exposure == null ? usual : exposure,
                each("contributingFactors", TextLimits.REASON, contributingFactors),
                systems == null ? concerned : each("systems", TextLimits.LINE, systems),
                Choice.of("principle", Principle.class, principle), said == null ? known : said, likelihoodOr(null),
                links.earlier(),
                links.singlePoint());
    }

    /** What is left out stays as it is. */
    public Description over(Defect defect, Links links) {
        Exposure exposure = Choice.of("exposedBy", Exposure.class, exposedBy);
        Principle offended = Choice.of("principle", Principle.class, principle);
        String said = FindingLabels.oneOf("severity", FindingLabels.SEVERITIES, severity);
        return new Description(title == null || title.isBlank() ? defect.title : line("title", title),
                text == null ? defect.text : text(text), exposure == null ? defect.exposedBy : exposure,
                contributingFactors == null ? List.copyOf(defect.contributingFactors)
                        : each("contributingFactors", TextLimits.REASON, contributingFactors),
                systems == null ? List.copyOf(defect.systems) : each("systems", TextLimits.LINE, systems),
                offended == null ? defect.principle : offended, said == null ? defect.severity : said,
                likelihoodOr(defect.likelihood),
                links.earlier() == null ? defect.recurrenceOf : links.earlier(), links.singlePoint());
    }

    private Likelihood likelihoodOr(Likelihood otherwise) {
        if (UNKNOWN.equals(likelihood)) {
            return null;
        }
        Likelihood said = Choice.of("likelihood", Likelihood.class, likelihood);
        return said == null ? otherwise : said;
    }

    private static String line(String field, String text) {
        return TextLimits.atMost(TextLimits.LINE, field, text.strip());
    }

    private static String text(String text) {
        return text == null || text.isBlank() ? null : TextLimits.atMost(TextLimits.TEXT, "text", text.strip());
    }

    private static List<String> each(String field, int longest, List<String> texts) {
        if (texts == null) {
            return List.of();
        }
        if (texts.size() > MOST) {
            throw Problem.invalid(field, field + " has more than " + MOST + " entries; keep those that matter.");
        }
        return texts.stream().filter(text -> text != null && !text.isBlank())
                .map(text -> TextLimits.atMost(longest, field, text.strip())).toList();
    }
}
