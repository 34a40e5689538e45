package dev.blackstart.conduct.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.Addressing;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.NoteEvent.NoteWritten;
import dev.blackstart.conduct.ReplySent;
import dev.blackstart.conduct.Timeline;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.engine.ItemProgress;
import dev.blackstart.conduct.engine.NextDueTracker;
import dev.blackstart.conduct.item.Withdrawals;
import dev.blackstart.exercise.ClockHistory;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** Answers of those a message went to, and lines people write into the record. */
@ApplicationScoped
public class Replies {

    private final Clock clock;
    private final Journal journal;
    private final ItemProgress itemProgress;
    private final NextDueTracker nextDueTracker;
    private final Directory directory;

    Replies(Clock clock, Journal journal, ItemProgress itemProgress, NextDueTracker nextDueTracker, Directory directory) {
        this.directory = directory;
        this.clock = clock;
        this.journal = journal;
        this.itemProgress = itemProgress;
        this.nextDueTracker = nextDueTracker;
    }

    /**
     * The first reply of a player completes the message; others' replies are recorded. @param item as the viewer knows it: the
     * key, or the opaque id
     */
    @Transactional
    public void reply(UUID exerciseId, String item, String text, ExerciseAccess by) {
        Exercise exercise = Exercise.lock(exerciseId);
        TimelineItem message = Timeline.find(exerciseId, item, by);
        if (message == null || !(message.body() instanceof Body.Message body)) {
            throw Problem.notFound();
        }
        List<Audience> audiences = Addressing.audiences(body.to());
        boolean addressed = audiences.stream().anyMatch(audience -> by.isAmong(audience.text()));
        if (!addressed || message.releasedAt == null) {
            throw Problem.forbidden("Only those the message went to can reply to it.");
        }
        mustBeText(text);
        mustBeLive(exercise);
        Audience readers = audiences.stream().filter(audience -> audience.text().startsWith("team:") && by.teams()
                .contains(audience.text().substring("team:".length()))).findFirst().orElse(Audience.person(by.viewer()));
        Instant at = clock.instant();
        journal.append(exercise, at, new ReplySent(message.id.toString(), body.subject(), text), by.viewer(), readers);
        if (message.state == ItemState.RELEASED && by.roles().contains(ExerciseRole.PLAYER)) {
            itemProgress.complete(exercise, message, null, null, by.viewer(), at);
            nextDueTracker.set(exercise);
        }
    }

    /** Replies that this person may read, by message, oldest first. */
    public Map<UUID, List<ReplyView>> readBy(ExerciseAccess sight) {
        List<JournalEntry> entries = JournalEntry
                .<JournalEntry> list("exerciseId = ?1 and type = ?2 order by seq", sight.exercise(), ReplySent.TYPE).stream()
                .filter(entry -> sight.sees(entry.audience)).toList();
        Map<String, String> names = directory.names(entries.stream().map(entry -> entry.actor).toList());
        return entries.stream().collect(Collectors.groupingBy(
                entry -> UUID.fromString(entry.as(ReplySent.class).message()),
                Collectors.mapping(entry -> new ReplyView(names.get(entry.actor), entry.at,
                        entry.as(ReplySent.class).text(), entry.actor.equals(sight.viewer())), Collectors.toList())));
    }

    /**
     * Control staff write for control staff; others are read by control staff and themselves.
     *
     * @param id made by whoever writes it, so that sending it twice writes it once; or null
     * @param observedAt when it was seen, where that was before; or null
     * @return by which it can be withdrawn
     */
    @Transactional
    public UUID note(UUID exerciseId, UUID id, String text, Instant observedAt, ExerciseAccess by) {
        mustBeText(text);
        Exercise exercise = Exercise.lock(exerciseId);
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "written to", exercise.state.allowed());
        }
        if (id != null && !Withdrawals.entries(exerciseId, NoteWritten.class, id).isEmpty()) {
            return id;
        }
        UUID note = id == null ? UUID.randomUUID() : id;
        Instant at = clock.instant();
        boolean before = observedAt != null && observedAt.isBefore(at);
        NoteWritten written = new NoteWritten(note.toString(), text, before ? observedAt : null,
                before ? ExerciseClock.duration(ClockHistory.position(exercise, observedAt, at)) : null);
        journal.append(exercise, at, written, by.viewer(),
                by.control() ? Audience.CONTROL : Audience.person(by.viewer()));
        return note;
    }

    private static void mustBeLive(Exercise exercise) {
        if (!exercise.state.isLive()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "replied to", exercise.state.allowed());
        }
    }

    private static void mustBeText(String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("text", "Write a text.");
        }
        TextLimits.atMost(TextLimits.TEXT, "text", text);
    }
}
