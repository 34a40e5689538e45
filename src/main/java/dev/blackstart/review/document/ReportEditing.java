package dev.blackstart.review.document;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;

/**
 * Saves what a page edits, section by section: people who edit different sections at the same time do not disturb each other;
 * of the same one the second is shown both texts.
 */
@ApplicationScoped
class ReportEditing {

    private final ReportDocuments documents;

    ReportEditing(ReportDocuments documents) {
        this.documents = documents;
    }

    /** @param base the revision that the page showed @throws SectionConflict where it was changed since */
    @Transactional
    void section(UUID exerciseId, String key, int base, String text, ExerciseAccess by) {
        Map<String, String> change = new HashMap<>();
        change.put(key, text);
        save(exerciseId, List.of(key), base, new ReportChange(change, null), by);
    }

    /** Those fields that differ from what the page showed. */
    @Transactional
    void fields(UUID exerciseId, int base, Map<String, FieldValue> typed, ExerciseAccess by) {
        ReportContent shown = content(exerciseId, base);
        Map<String, FieldValue> change = new HashMap<>(typed);
        change.entrySet().removeIf(one -> Objects.equals(one.getValue(), shown.fields().get(one.getKey())));
        save(exerciseId, change.keySet(), base, new ReportChange(null, change), by);
    }

    private void save(UUID exerciseId, Collection<String> keys, int base, ReportChange change, ExerciseAccess by) {
        Exercise.lock(exerciseId);
        StoredReport stored = StoredReport.of(exerciseId);
        int newest = stored == null ? 0 : stored.revision;
        if (base != newest && content(exerciseId, newest).changedSince(content(exerciseId, base)).stream()
                .anyMatch(keys::contains)) {
            throw new SectionConflict(newest);
        }
        try {
            documents.change(exerciseId, newest, change, by);
        } catch (EditConflict raced) {
            throw new SectionConflict(newest);
        }
    }

    /** Nothing for a revision that there is not. */
    static ReportContent content(UUID exerciseId, int number) {
        ReportRevision found = number == 0 ? null : ReportRevision.of(exerciseId, number);
        return found == null ? ReportContent.NOTHING : found.content();
    }
}
