package dev.blackstart.review.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.review.document.ReportDocument;
import dev.blackstart.review.document.ReportSection;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.review.publication.PublicationEvent.PublicVersionMade;

/** Makes public versions of published reports: chosen sections, and no name of anybody who was there. */
@ApplicationScoped
public class PublicVersions {

    /** In the place of a section's key: the mandatory fields. */
    public static final String FIELDS = "fields";

    private static final int MOST_REPLACEMENTS = 200;

    private final Clock clock;
    private final Journal journal;

    PublicVersions(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Everybody of the roster becomes their role; other words become what the choice says.
     *
     * @throws Problem 403 for who does not publish, 409 unless the report is published, 422 for sections that it does not have
     */
    @Transactional
    public PublicVersion make(UUID exerciseId, PublicChoice choice, ReportDocument document, ExerciseAccess by) {
        by.must(Permission.CLOSE);
        String text = text(exerciseId, choice, document);
        Exercise exercise = Exercise.lock(exerciseId);
        if (!document.state().equals(ReportState.PUBLISHED.key())) {
            throw Problem.conflict("Publish the report first; its public version is made of what was signed.");
        }
        Instant at = clock.instant();
        PublicVersion made = new PublicVersion(exerciseId, document.revision(), choice.title().strip(), by.viewer(), text, at);
        made.persist();
        journal.append(exercise, at, new PublicVersionMade(document.revision(), choice.sections()), by.viewer(),
                Audience.CONTROL);
        return made;
    }

    /** As Markdown, without storing it. @throws Problem 422 for sections that it does not have */
    String text(UUID exerciseId, PublicChoice choice, ReportDocument document) {
        check(choice, document);
        Map<String, String> replacements = new LinkedHashMap<>(roles(exerciseId));
        if (choice.replace() != null) {
            replacements.putAll(choice.replace());
        }
        StringBuilder text = new StringBuilder();
        for (String key : choice.sections()) {
            text.append("## ").append(key.equals(FIELDS) ? "In short" : ReportSection.title(key)).append("\n\n");
            text.append(key.equals(FIELDS) ? fields(document) : document.text(key)).append("\n\n");
        }
        return new NameReplacement(replacements).in(text.toString().strip());
    }

    private static String fields(ReportDocument document) {
        StringBuilder lines = new StringBuilder();
        document.listed().stream().filter(one -> one.value() != null)
                .forEach(one -> lines.append("- ").append(one.field().label()).append(": ").append(one.value().words())
                        .append('\n'));
        return lines.toString().strip();
    }

    private static void check(PublicChoice choice, ReportDocument document) {
        if (choice == null || choice.title() == null || choice.title().isBlank()) {
            throw Problem.invalid("title", "Give the public version a title that names nobody.");
        }
        TextLimits.atMost(TextLimits.LINE, "title", choice.title());
        List<String> sections = choice.sections() == null ? List.of() : choice.sections();
        if (sections.isEmpty()) {
            throw Problem.invalid("sections", "Choose at least one section.");
        }
        for (String key : sections) {
            if (!FIELDS.equals(key) && (key == null || document.text(key) == null)) {
                throw Problem.invalid("sections", "The report has no text in a section '%s'.".formatted(key));
            }
        }
        if (choice.replace() != null) {
            if (choice.replace().size() > MOST_REPLACEMENTS) {
                throw Problem.invalid("replace", "At most %d words are replaced.".formatted(MOST_REPLACEMENTS));
            }
            choice.replace().forEach((word, instead) -> {
                TextLimits.atMost(TextLimits.LINE, "replace", word);
                TextLimits.reason("replace", instead, "Say what to write instead of '%s'.".formatted(word));
            });
        }
    }

    /** Of everybody on the roster: full name, and key. */
    private static Map<String, String> roles(UUID exerciseId) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (RosterEntry seat : RosterEntry.of(exerciseId)) {
            String role = "the " + seat.role.key().replace('-', ' ');
            Person person = Person.byKey(seat.person);
            roles.putIfAbsent(seat.person, role);
            if (person != null) {
                roles.putIfAbsent(person.name, role);
            }
        }
        return roles;
    }

    /** @throws Problem 404 where nobody made one */
    @Transactional
    public PublicVersion read(UUID exerciseId) {
        PublicVersion newest = PublicVersion.newest(exerciseId);
        if (newest == null) {
            throw Problem.notFound();
        }
        return newest;
    }
}
