package dev.blackstart.findings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.ItemView;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.page.LivePage;
import dev.blackstart.findings.MyExerciseResource.Templates;
import dev.blackstart.findings.MyExerciseResource.Told;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.JournalEntry;
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
        return switch (entry.type) {
            case "message-received" -> told(exercise, entry, "message");
            case "item-revealed" -> told(exercise, entry, "item");
            case "contact-called" -> called(exercise, entry, "You are called: " + entry.data().path("subject").asText());
            case "call-asked" -> called(exercise, entry, "You are asked to phone somebody");
            case "call-confirmed" -> called(exercise, entry, "You were reached");
            case "finding-logged", "attachment-added" -> found(exercise, entry);
            default -> null;
        };
    }

    private static String told(Exercise exercise, JournalEntry entry, String field) {
        TimelineItem item = TimelineItem.findById(UUID.fromString(entry.data().path(field).asText()));
        return Templates.me$told(exercise.id, exercise.zone, Told.of(ItemView.disclosed(item))).render();
    }

    /** The cards above are fetched again, for they are their reader's alone. */
    private static String called(Exercise exercise, JournalEntry entry, String subject) {
        return Templates.me$told(exercise.id, exercise.zone,
                new Told(UUID.fromString(entry.data().path("attempt").asText()), entry.at, null, subject, "", false, true,
                        List.of()))
                .render();
    }

    private String found(Exercise exercise, JournalEntry entry) {
        Finding finding = Finding.findById(UUID.fromString(entry.data().path("finding").asText()));
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
