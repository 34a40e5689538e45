package dev.blackstart.participant;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.CallNotice;
import dev.blackstart.calling.CallNotice.CallConfirmed;
import dev.blackstart.calling.CallNotice.CallerAssigned;
import dev.blackstart.calling.CallNotice.ContactNotified;
import dev.blackstart.conduct.ItemEvent.ItemRevealed;
import dev.blackstart.conduct.ItemView;
import dev.blackstart.conduct.MessageReceived;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.page.LivePage;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.FindingLogged;
import dev.blackstart.findings.FindingView;
import dev.blackstart.findings.Findings;
import dev.blackstart.findings.attachment.AttachmentAdded;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.participant.MyExerciseResource.Templates;
import dev.blackstart.participant.MyExerciseResource.Told;
import dev.blackstart.people.Directory;

/** Keeps participants' pages up to date: what they were told, what others found, and what kind of moment it is. */
@ApplicationScoped
class MyExerciseLive implements LivePage {

    private final Directory directory;

    MyExerciseLive(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "me";
    }

    @Override
    public boolean isFor(ExerciseAccess sight) {
        return sight.may(Permission.TAKE_PART);
    }

    @Override
    public String line(Exercise exercise, JournalEntry entry) {
        JournalEvent event = entry.event();
        if (event instanceof MessageReceived || event instanceof ItemRevealed) {
            return told(exercise, event.item());
        } else if (event instanceof ContactNotified notified) {
            return called(exercise, entry, "You are called: " + notified.subject());
        } else if (event instanceof CallerAssigned) {
            return called(exercise, entry, "You are asked to phone somebody");
        } else if (event instanceof CallConfirmed) {
            return called(exercise, entry, "You were reached");
        } else if (event instanceof FindingLogged logged) {
            return found(exercise, logged.finding());
        }
        return event instanceof AttachmentAdded added ? found(exercise, added.finding()) : null;
    }

    private static String told(Exercise exercise, String id) {
        TimelineItem item = TimelineItem.findById(UUID.fromString(id));
        return Templates.me$told(exercise.id, exercise.zone, Told.of(ItemView.disclosed(item))).render();
    }

    /** The cards above are fetched again, for they are their reader's alone. */
    private static String called(Exercise exercise, JournalEntry entry, String subject) {
        return Templates.me$told(exercise.id, exercise.zone,
                new Told(UUID.fromString(entry.as(CallNotice.class).attempt()), entry.at, null, subject, "", false, true,
                        List.of()))
                .render();
    }

    private String found(Exercise exercise, String id) {
        Finding finding = Finding.findById(UUID.fromString(id));
        FindingView view = Findings.withAttachments(List.of(FindingView.bare(finding))).get(0);
        return Templates.me$found(exercise.id, exercise.zone, view, directory.names(List.of(view.author()))).render();
    }

    @Override
    public boolean isChangedBy(JournalEntry entry) {
        return entry.audience.equals(Audience.ROSTER.text());
    }

    @Override
    public Map<String, String> parts(Exercise exercise, Permissions may, Instant now) {
        return Map.of();
    }
}
