package dev.blackstart.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.review.ReportDraft.GateOverride;
import dev.blackstart.review.ReportDraft.Note;

/** What people wrote into the record, and why the gate or the separation of duties was overridden. */
final class RemarkChapter implements Chapter {

    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final List<GateOverride> overrides = new ArrayList<>();

    @Override
    public void read(ReportEntry told) {
        if (told.type().equals("note")) {
            String id = told.text("note") == null ? "unnamed " + notes.size() : told.text("note");
            notes.put(id, new Note(told.at(), told.clock(), told.actor(), told.text("text")));
        } else if (told.type().equals("note-withdrawn")) {
            notes.remove(told.text("note"));
        } else if (told.type().equals("gate-overridden")) {
            overrides.add(new GateOverride(told.at(), told.clock(), told.actor(), told.texts("checks"), told.text("reason")));
        } else if (told.type().equals("roster-changed") && told.text("override") != null) {
            overrides.add(new GateOverride(told.at(), told.clock(), told.actor(), List.of("separation of duties"),
                    "seated themselves as " + ReportWords.word(told.text("role")) + ". " + told.text("override")));
        }
    }

    List<Note> notes() {
        return List.copyOf(notes.values());
    }

    List<GateOverride> overrides() {
        return List.copyOf(overrides);
    }
}
