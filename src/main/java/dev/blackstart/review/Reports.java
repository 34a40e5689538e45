package dev.blackstart.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.ContactEvent;
import dev.blackstart.conduct.NoteEvent;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.followup.Followups;
import dev.blackstart.hotwash.HotWashView;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.people.Directory;
import dev.blackstart.people.Team;
import dev.blackstart.probe.page.ProbeViews;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.chapter.FollowupChapter;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Seat;
import dev.blackstart.review.draft.ReportFacts;
import dev.blackstart.web.limits.HeavyWork;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Derives reports from what is stored: an exercise, its roster and its journal, one query each. */
@ApplicationScoped
public class Reports {

    private final Directory directory;
    private final Clock clock;
    private final Followups followups;
    private final ProbeViews probes;
    private final HeavyWork work;
    private final StoredBackground background;

    Reports(Directory directory, Clock clock, Followups followups, ProbeViews probes, HeavyWork work,
            StoredBackground background) {
        this.background = background;
        this.work = work;
        this.probes = probes;
        this.directory = directory;
        this.clock = clock;
        this.followups = followups;
    }

    /** What an equal request at the same moment shares: the same journal, read with the same sight. */
    record Draft(UUID exercise, long position, String reader) {
    }

    /**
     * As its reader may know it.
     *
     * @throws Problem 404 before STARTEX: there is nothing to report; 429 or 503 where too many reports are asked for
     */
    public ReportDraft draft(UUID exerciseId, ExerciseAccess reader) {
        return work.await(HeavyWork.Kind.REPORT, reader.viewer(), position(exerciseId, reader),
                () -> QuarkusTransaction.requiringNew().call(() -> derived(exerciseId, reader)));
    }

    Draft position(UUID exerciseId, ExerciseAccess reader) {
        Exercise exercise = Exercise.findById(exerciseId);
        if (exercise.clock.startedAt == null) {
            throw Problem.notFound();
        }
        return new Draft(exerciseId, exercise.seq, reader.viewer());
    }

    /**
     * As people may read it who see nothing but this report: without control staff's notes, entries to single people, and
     * attempts to call somebody; other exercises as somebody knows them who sees none.
     *
     * @param asker who publishes it
     * @param withHotWash whether its readers read the hot wash, too
     */
    public ReportDraft forReaders(UUID exerciseId, ExerciseAccess asker, boolean withHotWash) {
        return work.await(HeavyWork.Kind.REPORT, asker.viewer(), null,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    Exercise exercise = Exercise.findById(exerciseId);
                    return ReportWriter.forReaders(exercise.plan(), facts(exercise, stranger(exerciseId), withHotWash),
                            JournalEntry.after(exerciseId, 0, Integer.MAX_VALUE).stream().filter(Reports::isForReaders)
                                    .toList());
                }));
    }

    private static ExerciseAccess stranger(UUID exerciseId) {
        return new ExerciseAccess(exerciseId, "", true, true, false, Set.of(), Set.of(), false);
    }

    private static boolean isForReaders(JournalEntry entry) {
        return !entry.audience.startsWith("person:") && !entry.is(ContactEvent.class)
                && !(entry.is(NoteEvent.class) && entry.audience.equals(Audience.CONTROL.text()));
    }

    /** In a thread for heavy work, and a transaction. */
    ReportDraft derived(UUID exerciseId, ExerciseAccess reader) {
        Exercise exercise = Exercise.findById(exerciseId);
        return ReportWriter.draft(exercise.plan(), facts(exercise, reader, true),
                JournalEntry.after(exerciseId, 0, Integer.MAX_VALUE));
    }

    private ReportFacts facts(Exercise exercise, ExerciseAccess reader, boolean withHotWash) {
        Instant now = clock.instant();
        return new ReportFacts(exercise.id, exercise.revision, exercise.mode.key(), exercise.clock.speed, exercise.zone,
                exercise.startsAt, RosterEntry.of(exercise.id).stream().map(Reports::seat).toList(),
                new FollowupChapter(followups.of(exercise.id, reader), exercise.zoneId(), now).followup(), measured(exercise),
                withHotWash ? HotWashView.of(exercise) : HotWashView.NOTHING, background.of(exercise, reader), now);
    }

    private Map<String, String> measured(Exercise exercise) {
        Map<String, String> words = new HashMap<>();
        probes.newest(exercise).forEach((probe, last) -> words.put(probe, last.words()));
        return words;
    }

    /** Of everybody the draft mentions, and of all teams. */
    public DirectoryNames names(ReportDraft draft) {
        Set<String> mentioned = new HashSet<>();
        draft.attendance().forEach(one -> mentioned.add(one.person()));
        draft.story().forEach(moment -> mentioned.add(moment.by()));
        draft.rosterChanges().forEach(change -> mentioned.add(change.person()));
        draft.timeline().forEach(line -> mentioned.addAll(line.to()));
        draft.faults().stream().filter(fault -> fault.owner() != null).forEach(fault -> mentioned.add(fault.owner()));
        draft.followup().actions().forEach(action -> mentioned.add(action.owner()));
        draft.readiness().people().forEach(mentioned::add);
        draft.people().relations().forEach(one -> mentioned.add(one.who()));
        draft.hotWash().answers().forEach(one -> mentioned.add(one.by()));
        Map<String, String> names = new HashMap<>(directory.names(mentioned));
        Team.allByKey().forEach(team -> names.put(team.key, team.name));
        return new DirectoryNames(names);
    }

    /** The improvement plan of a report, in the columns of HSEEP. */
    public String improvementPlan(ReportDraft draft) {
        return ImprovementPlan.csv(draft, names(draft), StoredBackground.teams());
    }

    private static Seat seat(RosterEntry entry) {
        return new Seat(entry.person, entry.role.key(), position(entry.from), position(entry.until));
    }

    private static Duration position(Long micros) {
        return micros == null ? null : Duration.of(micros, ChronoUnit.MICROS);
    }
}
