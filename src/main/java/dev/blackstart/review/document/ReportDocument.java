package dev.blackstart.review.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.blackstart.review.draft.ReportDraft;

/**
 * What people have made of a report: its state, their texts, and the mandatory fields with what the record knows of them.
 *
 * @param state draft, in-review, signed-off or published
 * @param revision 0 before the first edit
 * @param editedBy person key; null before the first edit
 * @param sections Markdown by key
 * @param fields all mandatory ones by key; null for what nobody said and the record does not know
 * @param prefilled keys of fields that come from the record
 * @param missing keys of fields without a value
 */
public record ReportDocument(String state, int revision, String editedBy, Instant editedAt, Map<String, String> sections,
        Map<String, FieldValue> fields, List<String> prefilled, List<String> missing) {

    /** A section as a page shows it. */
    public record Section(String key, String title, String prompt, String text) {
    }

    /** A mandatory field as a page shows it. @param value null where it is missing */
    public record Field(ReportField field, FieldValue value, boolean fromRecord) {
    }

    static ReportDocument of(StoredReport stored, ReportRevision newest, ReportDraft draft) {
        ReportContent content = newest == null ? ReportContent.NOTHING : newest.content();
        Map<ReportField, String> known = FieldDefaults.of(draft);
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        List<String> prefilled = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (ReportField field : ReportField.values()) {
            FieldValue said = content.fields().get(field.key());
            FieldValue value = said == null ? FieldValue.of(known.get(field)) : said;
            fields.put(field.key(), value);
            if (value == null) {
                missing.add(field.key());
            } else if (said == null) {
                prefilled.add(field.key());
            }
        }
        return new ReportDocument(stored == null ? ReportState.DRAFT.key() : stored.state.key(),
                stored == null ? 0 : stored.revision, newest == null ? null : newest.author,
                newest == null ? null : newest.createdAt, content.sections(), fields, List.copyOf(prefilled),
                List.copyOf(missing));
    }

    /** The same as its readers read it. */
    public ReportDocument published() {
        return new ReportDocument(ReportState.PUBLISHED.key(), revision, editedBy, editedAt, sections, fields, List.of(),
                missing);
    }

    /** The entity tag of a revision. */
    @JsonIgnore
    public String tag() {
        return "\"" + revision + "\"";
    }

    /** The text of a section; null where nobody wrote one. */
    public String text(String key) {
        return sections.get(key);
    }

    /** Own sections that have a text, in their order; then those that only this report has. */
    public List<Section> written() {
        List<Section> written = new ArrayList<>();
        ReportSection.own().stream().filter(section -> sections.containsKey(section.key()))
                .forEach(section -> written.add(section(section.key())));
        sections.keySet().stream().filter(key -> ReportSection.find(key).isEmpty())
                .forEach(key -> written.add(section(key)));
        return written;
    }

    /** Texts beside derived sections, for documents that gather them. */
    public List<Section> beside() {
        return Arrays.stream(ReportSection.values()).filter(one -> !one.isOwn() && sections.containsKey(one.key()))
                .map(one -> section(one.key())).toList();
    }

    /** Everything that can be edited. */
    public List<Section> editable() {
        List<Section> all = new ArrayList<>(Arrays.stream(ReportSection.values()).map(one -> section(one.key())).toList());
        sections.keySet().stream().filter(key -> ReportSection.find(key).isEmpty())
                .forEach(key -> all.add(section(key)));
        return all;
    }

    private Section section(String key) {
        return section(key, sections);
    }

    static Section section(String key, Map<String, String> sections) {
        return new Section(key, ReportSection.title(key), ReportSection.find(key).map(ReportSection::prompt).orElse(""),
                sections.get(key));
    }

    /** All mandatory ones. */
    public List<Field> listed() {
        return Arrays.stream(ReportField.values())
                .map(field -> new Field(field, fields.get(field.key()), prefilled.contains(field.key()))).toList();
    }

    /** The missing ones in words. */
    public List<String> missingWords() {
        return Arrays.stream(ReportField.values()).filter(field -> missing.contains(field.key())).map(ReportField::label)
                .toList();
    }

    public String stateWords() {
        return state.replace('-', ' ');
    }
}
