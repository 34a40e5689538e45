package dev.blackstart.stories;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.problem.Problem;

/** Takes, changes and lists stories. A draft is its author's alone; whoever may not read one gets what an unknown one gets. */
@ApplicationScoped
public class Stories {

    private static final int TOKEN_BYTES = 24;

    private final Clock clock;

    Stories(Clock clock) {
        this.clock = clock;
    }

    /** @param fresh whether it was new @param editToken told this once; null for a story with a name */
    public record Told(Story story, boolean fresh, String editToken) {
    }

    /** The same id again stores nothing more. @throws Problem 422 that names the field, 409 for the id of another story */
    @Transactional
    public Told tell(StoryEntry entry, String viewer) {
        StoryEntry.Checked said = checked(entry).checked(today());
        UUID id = entry.id() == null ? UUID.randomUUID() : entry.id();
        Story known = Story.findById(id);
        if (known != null) {
            if (entry.isAnonymous() ? known.author != null || !known.title.equals(said.title()) : !known.isBy(viewer)) {
                throw Problem.conflict("Another story has this id; send yours with a new one.");
            }
            return new Told(known, false, null);
        }
        String token = entry.isAnonymous() ? Secrets.randomToken(TOKEN_BYTES) : null;
        Story story = token == null ? Story.named(id, viewer, said, clock.instant())
                : Story.unnamed(id, token, said, quarter(clock.instant()));
        story.persist();
        return new Told(story, true, token);
    }

    /** @throws Problem 404, 403 for who did not write it, 409 where it was changed meanwhile, 422 that names the field */
    @Transactional
    public Story change(UUID id, StoryEntry entry, String viewer) {
        StoryEntry asked = checked(entry);
        Story story = Story.findById(id, LockModeType.PESSIMISTIC_WRITE);
        mustOpen(story, viewer, asked.editToken());
        if (asked.version() != null && asked.version() != story.version) {
            throw Problem.conflict("The story was changed meanwhile, in another window perhaps. Compare it with yours,"
                    + " then save again.");
        }
        story.tell(asked.over(story, today()));
        Story.flush();
        return story;
    }

    /** One that this person may read. @throws Problem 404 */
    public Story readable(UUID id, String viewer) {
        Story story = Story.findById(id);
        if (story == null || !story.isPublished() && !story.isBy(viewer)) {
            throw Problem.notFound();
        }
        return story;
    }

    /** To change it. @param token of a story without a name; or null @throws Problem 404, 403 */
    public Story opened(UUID id, String viewer, String token) {
        Story story = Story.findById(id);
        mustOpen(story, viewer, token);
        return story;
    }

    private static void mustOpen(Story story, String viewer, String token) {
        boolean opens = story != null && (story.isBy(viewer) || story.opensWith(token));
        if (!opens && (story == null || !story.isPublished())) {
            throw Problem.notFound();
        }
        if (!opens) {
            throw Problem.forbidden(story.author == null ? "Only whoever has the key of this story may change it."
                    : "Only its author may change a story.");
        }
    }

    /**
     * Newest first.
     *
     * @param after the last one of the page before, or null
     * @throws Problem 422 where {@code after} is none that this person may read
     */
    public List<Story> list(StoryFilter filter, String viewer, UUID after, int most) {
        Story last = after == null ? null : Story.findById(after);
        if (after != null && (last == null || !last.isPublished() && !last.isBy(viewer))) {
            throw Problem.invalid("after", "after is the next of the page before.");
        }
        return filter.list(viewer, last, most);
    }

    private static StoryEntry checked(StoryEntry entry) {
        if (entry == null) {
            throw Problem.invalid("title", "Give the story a title.");
        }
        return entry;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static Instant quarter(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return day.with(IsoFields.DAY_OF_QUARTER, 1).atStartOfDay(ZoneOffset.UTC).toInstant().truncatedTo(ChronoUnit.DAYS);
    }
}
