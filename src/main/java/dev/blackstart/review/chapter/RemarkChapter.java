package dev.blackstart.review.chapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.conduct.ExerciseEvent.GateOverridden;
import dev.blackstart.conduct.NoteEvent.NoteWithdrawn;
import dev.blackstart.conduct.NoteEvent.NoteWritten;
import dev.blackstart.conduct.session.LearningRecorded;
import dev.blackstart.exercise.RosterEvent.PersonSeated;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.review.draft.ReportDraft.GateOverride;
import dev.blackstart.review.draft.ReportDraft.Note;
import dev.blackstart.review.draft.ReportEntry;
import dev.blackstart.review.draft.ReportWords;

/** What people wrote into the record, and why the gate or the separation of duties was overridden. */
public final class RemarkChapter implements Chapter {

    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final List<String> learnings = new ArrayList<>();
    private final List<GateOverride> overrides = new ArrayList<>();

    @Override
    public void read(ReportEntry told) {
        JournalEvent event = told.event();
        if (event instanceof NoteWritten note) {
            String id = note.note() == null ? "unnamed " + notes.size() : note.note();
            notes.put(id, new Note(told.at(), told.clock(), told.actor(), note.text()));
        } else if (event instanceof NoteWithdrawn note) {
            notes.remove(note.note());
        } else if (event instanceof LearningRecorded learned) {
            learnings.add(learned.text());
        } else if (event instanceof GateOverridden gate) {
            overrides.add(new GateOverride(told.at(), told.clock(), told.actor(), gate.checks(), gate.reason()));
        } else if (event instanceof PersonSeated seated && seated.override() != null) {
            overrides.add(new GateOverride(told.at(), told.clock(), told.actor(), List.of("separation of duties"),
                    "seated themselves as " + ReportWords.word(seated.role()) + ". " + seated.override()));
        }
    }

    public List<Note> notes() {
        return List.copyOf(notes.values());
    }

    public List<String> learnings() {
        return List.copyOf(learnings);
    }

    public List<GateOverride> overrides() {
        return List.copyOf(overrides);
    }
}
