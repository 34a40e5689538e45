package dev.blackstart.preparation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.people.Team;
import dev.blackstart.preparation.PreparationAccess.Part;
import dev.blackstart.preparation.checklist.Comment;
import dev.blackstart.preparation.checklist.Due;
import dev.blackstart.preparation.checklist.PreparationEvent;
import dev.blackstart.preparation.checklist.PreparationEvent.Facts;
import dev.blackstart.preparation.checklist.PreparationEvent.PreparationAdded;
import dev.blackstart.preparation.checklist.PreparationEvent.PreparationAssigned;
import dev.blackstart.preparation.checklist.PreparationEvent.PreparationBlocked;
import dev.blackstart.preparation.checklist.PreparationEvent.PreparationCommented;
import dev.blackstart.preparation.checklist.PreparationEvent.PreparationDone;
import dev.blackstart.preparation.checklist.PreparationEvent.PreparationEvidenceAdded;
import dev.blackstart.preparation.checklist.PreparationEvent.PreparationStarted;
import dev.blackstart.preparation.checklist.PreparationEvent.PreparationVerified;
import dev.blackstart.preparation.checklist.PreparationEvent.SinglePointAccepted;
import dev.blackstart.preparation.checklist.PreparationEvent.SinglePointFound;
import dev.blackstart.preparation.checklist.PreparationEvent.SinglePointRemoved;
import dev.blackstart.preparation.checklist.PreparationEvent.SinglePointReopened;
import dev.blackstart.preparation.checklist.PreparationFile;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.preparation.checklist.PreparationKinds;
import dev.blackstart.preparation.checklist.PreparationMessages;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.web.content.Content;

/** What people do with items; each change stands in the journal of the exercise, for control staff alone. */
@ApplicationScoped
class PreparationActions {

    private static final int MOST_FILES = 20;

    private final Clock clock;
    private final Journal journal;
    private final PreparationMessages preparationMessages;
    private final RandomGenerator random = new SecureRandom();

    PreparationActions(Clock clock, Journal journal, PreparationMessages preparationMessages) {
        this.clock = clock;
        this.journal = journal;
        this.preparationMessages = preparationMessages;
    }

    /** Where to move an item, and what belongs to it. */
    record Wish(String to, String evidence, String reason) {
    }

    /**
     * Asking for the state it already has changes nothing. @param known as the person sees it, from {@link PreparationAccess}
     */
    @Transactional
    PreparationItem move(PreparationItem known, Wish wish, Part by) {
        Exercise exercise = open(known.exerciseId);
        PreparationItem item = PreparationItem.findById(known.id);
        mustBeNeeded(exercise, item);
        Instant at = clock.instant();
        String to = wish.to() == null ? "" : wish.to();
        if (item.state.key().equals(to)) {
            return item;
        }
        switch (to) {
            case "started" -> item.start(by.person(), by.member(), at);
            case "blocked" -> item.block(wanted(TextLimits.REASON, "reason", wish.reason(),
                    "Say what it waits for, so that somebody can help."));
            case "done" -> item.finish(wanted(TextLimits.TEXT, "evidence", wish.evidence(),
                    "Say what shows that it is done: a change, an address, what was seen."), by.person(), at);
            case "verified" -> verify(item, by, at);
            default -> throw Problem.invalid("to", "to is one of started, done, blocked, verified.");
        }
        tell(exercise, moved(item), by.person(), at);
        return item;
    }

    private static PreparationEvent moved(PreparationItem item) {
        Facts facts = Facts.of(item);
        return switch (item.state) {
            case STARTED -> new PreparationStarted(facts, item.reason);
            case BLOCKED -> new PreparationBlocked(facts, item.reason);
            case DONE -> new PreparationDone(facts, item.reason);
            case VERIFIED -> new PreparationVerified(facts, item.reason);
            default -> throw new IllegalStateException("nobody moves an item to " + item.state);
        };
    }

    private static void verify(PreparationItem item, Part by, Instant at) {
        if (item.workers.contains(by.person())) {
            throw Problem
                    .forbidden("You did this yourself, or owned it before; ask another lead or control staff to verify it.");
        }
        if (!by.mayVerify(item)) {
            throw Problem.forbidden("Only the team's lead or control staff verify; ask one of them.");
        }
        item.verify(by.person(), at);
    }

    /** Somebody takes it, or a lead or control staff give it to somebody of the team; null for anybody. */
    @Transactional
    PreparationItem give(PreparationItem known, String person, Part by) {
        Exercise exercise = open(known.exerciseId);
        PreparationItem item = PreparationItem.findById(known.id);
        mustBeNeeded(exercise, item);
        String wanted = person == null || person.isBlank() ? null : person.strip();
        boolean own = wanted == null ? by.owner() : wanted.equals(by.person());
        if (!own && !by.mayAssign()) {
            throw Problem.forbidden("Take it yourself, or ask the team's lead to give it to somebody else.");
        }
        Team team = Team.byKey(item.team);
        if (wanted != null && (team == null || !team.members.contains(wanted))) {
            throw Problem.invalid("owner", "'%s' is not of this team; name one of its people.".formatted(wanted));
        }
        if (wanted == null ? item.owner == null : wanted.equals(item.owner)) {
            return item;
        }
        Instant at = clock.instant();
        item.give(wanted);
        tell(exercise, new PreparationAssigned(Facts.of(item), wanted), by.person(), at);
        if (wanted != null && !own) {
            preparationMessages.given(exercise, item, at);
        }
        return item;
    }

    @Transactional
    Comment comment(PreparationItem known, String text, Part by) {
        String said = wanted(TextLimits.TEXT, "text", text, "Write what you want to say.");
        Comment comment = new Comment(known.id, by.person(), said, clock.instant());
        comment.persistAndFlush();
        Exercise exercise = open(known.exerciseId);
        tell(exercise, new PreparationCommented(Facts.of(PreparationItem.findById(known.id)), said), by.person(),
                clock.instant());
        return comment;
    }

    /**
     * A file that shows what was done; nothing is kept of one that is refused. Its bytes are written down before the exercise
     * is
     * waited for: nobody else waits for them.
     */
    @Transactional
    PreparationFile show(PreparationItem known, Content file, Part by) {
        PreparationFile kept = new PreparationFile(known.id, file, by.person(), clock.instant());
        kept.keep(file);
        Exercise exercise = open(known.exerciseId);
        if (PreparationFile.count("itemId", known.id) > MOST_FILES) {
            throw Problem.invalid("file",
                    "An item takes at most %d files; put an address into a comment.".formatted(MOST_FILES));
        }
        tell(exercise, new PreparationEvidenceAdded(Facts.of(PreparationItem.findById(known.id)), kept.name), by.person(),
                clock.instant());
        return kept;
    }

    /** A lead adds one to what their own team already prepares, without knowing what it is for; control staff anywhere. */
    @Transactional
    PreparationItem addBeside(PreparationItem known, String kind, String title, Part by) {
        if (!by.mayAssign()) {
            throw Problem.forbidden("Only the team's lead or control staff add items; ask one of them.");
        }
        Exercise exercise = open(known.exerciseId);
        PreparationItem item = PreparationItem.findById(known.id);
        mustBeNeeded(exercise, item);
        return add(exercise, new PreparationItem.Addition(item.team, PreparationKinds.of(kind), title(title), false),
                new Due(item.dueAt, item.teamDueAt), by.person());
    }

    /** @param due null for right before the start, or before its window */
    @Transactional
    PreparationItem add(UUID exerciseId, String team, String kind, String title, Instant due, boolean blocking, String by) {
        Exercise exercise = open(exerciseId);
        if (!exercise.state.isBeforeStart() || exercise.startsAt == null) {
            throw Problem.conflict("Items are added once it is scheduled and before it begins.")
                    .with("state", exercise.state.key()).with("allowed", exercise.state.allowed());
        }
        if (team == null || Team.byKey(TextLimits.atMost(TextLimits.LINE, "team", team)) == null) {
            throw Problem.invalid("team", "Name the team that is to do it, by its key.");
        }
        Due day = due == null ? Due.of(exercise, null) : new Due(due, due);
        return add(exercise, new PreparationItem.Addition(team, PreparationKinds.of(kind), title(title), blocking), day, by);
    }

    private PreparationItem add(Exercise exercise, PreparationItem.Addition wanted, Due due, String by) {
        Instant at = clock.instant();
        String key = "added-" + UUID.randomUUID().toString().substring(0, 8);
        PreparationItem item = PreparationItem.added(exercise, key, wanted, due, by, at);
        item.persist();
        tell(exercise, new PreparationAdded(Facts.of(item)), by, at);
        preparationMessages.planned(exercise, List.of(item), List.of(), at);
        return item;
    }

    @Transactional
    SinglePoint found(PreparationItem known, String title, String system, Part by) {
        String called = title(title);
        TextLimits.atMost(TextLimits.LINE, "system", system);
        Exercise exercise = open(known.exerciseId);
        PreparationItem item = PreparationItem.findById(known.id);
        Instant at = clock.instant();
        SinglePoint point = new SinglePoint(item, called, system == null || system.isBlank() ? null : system.strip(),
                by.person(), random, at);
        point.persist();
        tell(exercise, new SinglePointFound(Facts.of(item), point.reference, called), by.person(), at);
        return point;
    }

    /** @param to open, removed or accepted; the last two say how, or why it stays */
    @Transactional
    SinglePoint settle(SinglePoint known, String to, String reason, Part by) {
        SinglePoint.State state = switch (to == null ? "" : to) {
            case "open" -> SinglePoint.State.OPEN;
            case "removed" -> SinglePoint.State.REMOVED;
            case "accepted" -> SinglePoint.State.ACCEPTED;
            default -> throw Problem.invalid("to", "to is one of open, removed, accepted.");
        };
        if (state == SinglePoint.State.ACCEPTED && !by.mayAssign()) {
            throw Problem.forbidden("Only the team's lead or control staff accept that it stays; ask one of them.");
        }
        String why = state == SinglePoint.State.OPEN ? null
                : wanted(TextLimits.REASON, "reason", reason, "Say how it was removed, or why it stays.");
        Exercise exercise = Exercise.lock(known.exerciseId);
        SinglePoint point = SinglePoint.findById(known.id);
        if (point.state != state) {
            Instant at = clock.instant();
            point.become(state, why, by.person(), at);
            if (!exercise.state.isFinal()) {
                tell(exercise, settled(Facts.of(PreparationItem.findById(point.itemId)), point, why), by.person(), at);
            }
        }
        return point;
    }

    private static PreparationEvent settled(Facts facts, SinglePoint point, String why) {
        return switch (point.state) {
            case OPEN -> new SinglePointReopened(facts, point.reference, why);
            case REMOVED -> new SinglePointRemoved(facts, point.reference, why);
            case ACCEPTED -> new SinglePointAccepted(facts, point.reference, why);
        };
    }

    /** Nobody is told why: an exercise that was called off quietly stays unknown. */
    private static Exercise open(UUID exerciseId) {
        Exercise exercise = Exercise.lock(exerciseId);
        if (exercise.state.isFinal()) {
            throw Problem.conflict("This is no longer needed; nothing was changed.");
        }
        return exercise;
    }

    private static void mustBeNeeded(Exercise exercise, PreparationItem item) {
        if (item.dropped) {
            throw Problem.conflict("This is no longer needed; nothing was changed.");
        }
    }

    private static String title(String text) {
        return wanted(TextLimits.LINE, "title", text, "Say it in one line.");
    }

    private static String wanted(int longest, String field, String text, String advice) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(field, advice);
        }
        return TextLimits.atMost(longest, field, text.strip());
    }

    private void tell(Exercise exercise, PreparationEvent event, String actor, Instant at) {
        journal.append(exercise, at, event, actor, Audience.CONTROL);
    }
}
