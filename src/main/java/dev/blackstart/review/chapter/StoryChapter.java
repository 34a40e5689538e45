package dev.blackstart.review.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ExerciseEvent;
import dev.blackstart.conduct.ExerciseEvent.ExerciseClosed;
import dev.blackstart.conduct.ExerciseEvent.ExerciseEnded;
import dev.blackstart.conduct.ExerciseEvent.ExercisePaused;
import dev.blackstart.conduct.ExerciseEvent.ExerciseResumed;
import dev.blackstart.conduct.ExerciseEvent.ExerciseStarted;
import dev.blackstart.conduct.ExerciseEvent.GateOverridden;
import dev.blackstart.conduct.ExerciseEvent.NoDuffCalled;
import dev.blackstart.conduct.ExerciseEvent.ReasonGiven;
import dev.blackstart.conduct.ItemChange.ItemChosen;
import dev.blackstart.conduct.ItemChange.ItemCompleted;
import dev.blackstart.conduct.ItemChange.ItemNotRevealed;
import dev.blackstart.conduct.ItemChange.ItemResumed;
import dev.blackstart.conduct.ItemChange.ItemRetried;
import dev.blackstart.conduct.ItemEvent;
import dev.blackstart.conduct.ItemEvent.ItemReleased;
import dev.blackstart.conduct.NoteEvent;
import dev.blackstart.conduct.NoteEvent.NoteWritten;
import dev.blackstart.conduct.ReplySent;
import dev.blackstart.drills.FaultEvent;
import dev.blackstart.drills.FaultEvent.DriverCalled;
import dev.blackstart.drills.FaultEvent.FaultHandedOver;
import dev.blackstart.drills.FaultEvent.FaultKept;
import dev.blackstart.drills.FaultEvent.FaultRevertFailed;
import dev.blackstart.drills.FaultEvent.FaultRevertStarted;
import dev.blackstart.exercise.RosterEvent;
import dev.blackstart.findings.FindingLogged;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.review.draft.ReportDraft.Moment;
import dev.blackstart.review.draft.ReportEntry;

/** What happened in its order, without what only the machine needs. */
public final class StoryChapter implements Chapter {

    private final TimelineChapter timeline;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<String, String> notes = new HashMap<>();

    private boolean begun;

    public StoryChapter(TimelineChapter timeline) {
        this.timeline = timeline;
    }

    @Override
    public void read(ReportEntry told) {
        begun |= told.is(ExerciseStarted.class) || told.is(GateOverridden.class);
        if (!begun) {
            return;
        }
        JournalEvent event = told.event();
        if (event instanceof ItemEvent item) {
            ofItem(told, item);
        } else if (event instanceof FaultEvent fault) {
            ofFault(told, fault);
        } else if (event instanceof NoteEvent note) {
            ofNote(told, note);
        } else if (event instanceof RosterEvent change) {
            tell(told, change.person(), change.role());
        } else if (event instanceof FindingLogged logged) {
            tell(told.seen(), null, logged.text());
        } else if (event instanceof ReplySent reply) {
            tell(told, null, reply.text());
        } else if (event instanceof ExerciseEvent turn) {
            ofExercise(told, turn);
        } else if (Observed.isTold(event)) {
            moments.add(new Moment(told.at(), told.clock(), "observed", told.actor(), List.of(), null,
                    Observed.sentence(event), null));
        }
    }

    private void ofExercise(ReportEntry told, ExerciseEvent event) {
        if (event instanceof ExercisePaused paused) {
            tell(told, paused.cause(), null);
        } else if (event instanceof ExerciseEnded end) {
            tell(told, end.outcome(), null);
        } else if (event instanceof ReasonGiven reason) {
            because(told, reason);
        } else if (event instanceof NoDuffCalled call) {
            tell(told, null, call.text());
        } else if (event instanceof GateOverridden gate) {
            tell(told, String.join(", ", gate.checks()), gate.reason());
        } else if (event instanceof ExerciseStarted || event instanceof ExerciseResumed || event instanceof ExerciseClosed) {
            tell(told, null, null);
        }
    }

    /** Belongs to the entry before it, of the same act. */
    private void because(ReportEntry told, ReasonGiven reason) {
        Moment last = moments.isEmpty() ? null : moments.get(moments.size() - 1);
        if (last == null || !last.type().equals(reason.act()) || last.text() != null) {
            tell(told, null, reason.text());
            return;
        }
        moments.set(moments.size() - 1, new Moment(last.at(), last.clock(), last.type(), last.by(), last.to(), last.from(),
                last.subject(), reason.text()));
    }

    private void ofFault(ReportEntry told, FaultEvent event) {
        if (event instanceof FaultRevertStarted || event instanceof FaultRevertFailed || event instanceof FaultHandedOver) {
            tell(told, event.facts().title(), event.why());
        } else if (!(event instanceof FaultKept || event instanceof DriverCalled)) {
            tell(told, event.facts().title(), null);
        }
    }

    private void ofNote(ReportEntry told, NoteEvent event) {
        if (event instanceof NoteWritten note) {
            notes.put(note.note(), note.text());
            tell(told, null, note.text());
        } else {
            tell(told, null, notes.get(event.note()));
        }
    }

    private void ofItem(ReportEntry told, ItemEvent event) {
        ItemTrace item = event.item() == null ? null : timeline.track(event.item());
        if (item == null) {
            return;
        }
        if (event instanceof ItemReleased) {
            released(told, item);
        } else if (event instanceof ItemChosen chosen) {
            chosen(told, item, chosen);
        } else if (event instanceof ItemCompleted) {
            completed(told, item);
        } else if (!(event instanceof ItemResumed || event instanceof ItemRetried || event instanceof ItemNotRevealed)) {
            tellOf(item, told, event.type(), event.reason());
        }
    }

    private void released(ReportEntry told, ItemTrace item) {
        if (item.body() instanceof Body.Message message) {
            moments.add(new Moment(told.at(), told.clock(), "message-sent", told.actor(), message.to(), message.from(),
                    message.subject(), message.text()));
        } else if (item.body() instanceof Body.Decision) {
            tellOf(item, told, "decision-asked", null);
        } else if (item.body() instanceof Body.CallTree) {
            tellOf(item, told, "call-begun", null);
        }
    }

    private void chosen(ReportEntry told, ItemTrace item, ItemChosen chosen) {
        String why = chosen.reason() == null ? "" : ". " + chosen.reason();
        tellOf(item, told, chosen.type(), chosen.facts().option() + why);
    }

    /** What a controller said is told as the message that it is. */
    private void said(ReportEntry told, ItemTrace spoken) {
        ItemTrace of = timeline.track(spoken.copyOf());
        if (of != null && of.body() instanceof Body.Message message) {
            moments.add(new Moment(told.at(), told.clock(), "message-spoken", told.actor(), message.to(), message.from(),
                    of.text(), null));
        }
    }

    /** A drill, a revert, a message and a hand-over have entries of their own. */
    private void completed(ReportEntry told, ItemTrace item) {
        if (item.body() instanceof Body.Expectation) {
            tellOf(item, told.seen(), item.isLate() ? "expectation-late" : "expectation-met", told.event().reason());
        } else if (item.copyOf() != null) {
            said(told, item);
        } else if (item.body() instanceof Body.Task || item.body() instanceof Body.CallTree) {
            tellOf(item, told, told.event().type(), told.event().reason());
        }
    }

    private void tellOf(ItemTrace item, ReportEntry told, String type, String text) {
        moments.add(new Moment(told.at(), told.clock(), type, told.actor(), item.audience(), null, item.text(), text));
    }

    private void tell(ReportEntry told, String subject, String text) {
        moments.add(new Moment(told.at(), told.clock(), told.event().type(), told.actor(), List.of(), null, subject,
                text));
    }

    /** As it happened; of the same instant as it was written down. */
    public List<Moment> moments() {
        return moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
    }
}
