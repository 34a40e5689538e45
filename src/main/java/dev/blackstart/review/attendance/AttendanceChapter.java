package dev.blackstart.review.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.conduct.ExerciseEvent.ExerciseStarted;
import dev.blackstart.conduct.NoteEvent.NoteWithdrawn;
import dev.blackstart.conduct.NoteEvent.NoteWritten;
import dev.blackstart.conduct.ReplySent;
import dev.blackstart.exercise.RosterEvent;
import dev.blackstart.exercise.attendance.PersonCheckedIn;
import dev.blackstart.findings.FindingLogged;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.review.chapter.Chapter;
import dev.blackstart.review.draft.Background;
import dev.blackstart.review.draft.ReportDraft.Attendance;
import dev.blackstart.review.draft.ReportDraft.RosterChange;
import dev.blackstart.review.draft.ReportDraft.Seat;
import dev.blackstart.review.draft.ReportEntry;
import dev.blackstart.review.draft.ReportFacts;

/** Who was there, in which role, and what each of them contributed. */
public final class AttendanceChapter implements Chapter {

    private static final Set<String> NOBODY = Set.of(Journal.PLATFORM, Journal.ANONYMOUS);

    private final Map<String, Presence> people = new LinkedHashMap<>();
    private final List<RosterChange> changes = new ArrayList<>();
    private final Set<String> findings = new HashSet<>();

    private final Background background;

    private boolean begun;

    public AttendanceChapter(PlanDocument plan, ReportFacts facts) {
        background = facts.background();
        facts.roster().forEach(seat -> of(seat.person()).seats.add(seat));
        plan.outOfPlay().forEach(away -> of(away.person()).outOfPlay = away.reason() == null ? "" : away.reason());
    }

    private static final class Presence {
        private final List<Seat> seats = new ArrayList<>();
        private String outOfPlay;
        private Instant checkedInAt;
        private int findings;
        private int replies;
        private int notes;
        private int acts;
    }

    private Presence of(String person) {
        return people.computeIfAbsent(person, key -> new Presence());
    }

    @Override
    public void read(ReportEntry told) {
        begun |= told.is(ExerciseStarted.class);
        if (told.event() instanceof RosterEvent change) {
            changes.add(new RosterChange(told.at(), told.clock(), change.type(), change.person(), change.role(),
                    change.from(), change.until(), told.actor()));
        }
        if (told.event() instanceof PersonCheckedIn here) {
            of(here.person()).checkedInAt = told.at();
        } else if (begun && !NOBODY.contains(told.actor())) {
            count(told, of(told.actor()));
        }
    }

    private void count(ReportEntry told, Presence presence) {
        JournalEvent event = told.event();
        if (event instanceof FindingLogged logged) {
            presence.findings += findings.add(logged.finding()) ? 1 : 0;
        } else if (event instanceof ReplySent) {
            presence.replies++;
        } else if (event instanceof NoteWritten) {
            presence.notes++;
        } else if (event instanceof NoteWithdrawn) {
            presence.notes--;
        } else {
            presence.acts++;
        }
    }

    public List<Attendance> attendance() {
        return people.entrySet().stream()
                .map(one -> new Attendance(one.getKey(), List.copyOf(background.teamsOf(one.getKey())),
                        List.copyOf(one.getValue().seats), one.getValue().outOfPlay, one.getValue().checkedInAt,
                        one.getValue().findings, one.getValue().replies, one.getValue().notes, one.getValue().acts))
                .toList();
    }

    public List<RosterChange> changes() {
        return List.copyOf(changes);
    }
}
