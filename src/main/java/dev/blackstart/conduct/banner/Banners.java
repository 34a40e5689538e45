package dev.blackstart.conduct.banner;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.ExerciseEvent.NoDuffCalled;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.JournalPositions;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.page.StatusBanner;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.people.Directory;
import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;

/** Puts together the status banner, for whole pages through the layout and for pages that are kept up to date. */
@ApplicationScoped
public class Banners {

    /** Id of the element that holds it. */
    public static final String ELEMENT = "moment";

    private final Directory directory;
    private final Clock clock;

    Banners(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "conduct")
    static class Templates {
        /** @param pushed sent to a page that is open already: without a token, which the page adds */
        static native TemplateInstance banner(Banner banner, boolean pushed);
    }

    /** For a page that is open. Equal until something changes or a minute has gone, so no button is replaced needlessly. */
    public String pushed(Exercise exercise, Permissions may, String page, Instant now) {
        return Templates.banner(of(exercise, may, page, StatusBanner.minuteOf(now)), true).render();
    }

    Banner now(ExerciseAccess sight, String page) {
        return of(Exercise.findById(sight.exercise()), Permissions.of(sight), page, clock.instant());
    }

    private Banner of(Exercise exercise, Permissions may, String page, Instant now) {
        long faults = may.isControl() ? Drill.of(exercise.id).stream().filter(drill -> drill.state.isActive()).count() : 0;
        long people = exercise.state.isLive()
                ? RosterEntry.of(exercise.id).stream().map(entry -> entry.person).distinct().count()
                : 0;
        boolean stopped = exercise.pauseReason != null && exercise.pauseReason.isNoDuff();
        return Banner.of(exercise, may, page, faults, people, stopped ? emergency(exercise) : null, now);
    }

    private Banner.Emergency emergency(Exercise exercise) {
        JournalEntry said = JournalEntry
                .find("exerciseId = ?1 and type = ?2 order by exerciseId desc, seq desc", exercise.id, NoDuffCalled.TYPE)
                .firstResult();
        List<String> resumers = RosterEntry.of(exercise.id).stream()
                .filter(entry -> entry.role == ExerciseRole.DIRECTOR || entry.role == ExerciseRole.SAFETY_OFFICER)
                .map(entry -> entry.person).distinct().toList();
        String names = resumers.stream().map(directory.names(resumers)::get).collect(Collectors.joining(" or "));
        return said == null ? new Banner.Emergency(null, exercise.pausedAt, null, names)
                : new Banner.Emergency(directory.names(List.of(said.actor)).get(said.actor), said.at,
                        said.as(NoDuffCalled.class).text(), names);
    }

    /** Lets the layout ask for the banner of the exercise that this request is about. */
    @TemplateExtension(namespace = "banner")
    static final class OfThisRequest {

        private OfThisRequest() {
        }

        /** Null where the page is of no exercise. @param page as in {@link Banner} */
        static Banner exercise(String page) {
            ExerciseAccess sight = Arc.container().instance(CurrentAccess.class).get().find();
            return sight == null ? null : Arc.container().instance(Banners.class).get().now(sight, page);
        }

        /** Where the stream of a page begins that shows nothing of the journal but its banner. */
        static Object place() {
            ExerciseAccess sight = Arc.container().instance(CurrentAccess.class).get().find();
            return Arc.container().instance(JournalPositions.class).get().newest(sight);
        }
    }
}
