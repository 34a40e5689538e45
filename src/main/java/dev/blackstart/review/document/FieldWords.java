package dev.blackstart.review.document;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.review.document.ReportDocument.Field;
import dev.blackstart.review.draft.ReportWords;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** How pages and documents say mandatory fields. */
@TemplateExtension(namespace = "reportField")
final class FieldWords {

    private FieldWords() {
    }

    /** @param field with a value */
    static String words(Field field) {
        FieldValue value = field.value();
        if (value.value() == null) {
            return value.words();
        }
        if (field.field().isLength()) {
            return length(value.value());
        }
        return field.field().words().isEmpty() ? value.value() : ReportWords.word(value.value());
    }

    /** The record's own value has more digits than people write. */
    private static String length(String value) {
        Duration length = PlanDuration.isDuration(value) ? new PlanDuration(value).onClock() : Duration.parse(value);
        return ReportWords.length(length);
    }

    /** What an empty field shows: the record's value. */
    static String record(Field field) {
        return field.fromRecord() ? "From the record: " + words(field) : "";
    }

    /** What somebody wrote in Markdown, for a document in Markdown: HTML and pictures of other servers stay text. */
    static RawString markdown(String written) {
        return new RawString(written.replaceAll("<(?=[A-Za-z/!?])", "\\\\<").replace("![", "\\!["));
    }

    /** As a field for a date takes it. */
    static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toString();
    }

    static String title(String key) {
        return ReportSection.title(key);
    }
}
