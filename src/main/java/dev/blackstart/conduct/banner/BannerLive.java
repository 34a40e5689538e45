package dev.blackstart.conduct.banner;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.page.LivePage;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.JournalEntry;

/**
 * Keeps the status banner up to date, alone, on pages of an exercise that have nothing else that changes while they are open.
 */
@ApplicationScoped
class BannerLive implements LivePage {

    /** What everybody is told comes at once; numbers that only control staff see come as late as this. */
    private static final Duration REFRESH = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "banner";
    }

    @Override
    public boolean isFor(ExerciseAccess sight) {
        return true;
    }

    @Override
    public String line(Exercise exercise, JournalEntry entry) {
        return null;
    }

    @Override
    public boolean isChangedBy(JournalEntry entry) {
        return entry.audience.equals(Audience.ROSTER.text());
    }

    @Override
    public Duration refreshInterval(Exercise exercise) {
        return REFRESH;
    }

    @Override
    public Map<String, String> parts(Exercise exercise, Permissions may, Instant now) {
        return Map.of();
    }
}
