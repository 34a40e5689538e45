package dev.blackstart.review.chapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ItemChange;
import dev.blackstart.conduct.ItemChange.ItemChosen;
import dev.blackstart.conduct.ItemChange.ItemCompleted;
import dev.blackstart.conduct.ItemChange.ItemDeferred;
import dev.blackstart.conduct.ItemChange.ItemHeld;
import dev.blackstart.conduct.ItemChange.ItemMissed;
import dev.blackstart.conduct.ItemChange.ItemResumed;
import dev.blackstart.conduct.ItemChange.ItemSkipped;
import dev.blackstart.conduct.ItemChange.ItemUnjudged;
import dev.blackstart.conduct.ItemEvent;
import dev.blackstart.conduct.ItemEvent.ItemFailed;
import dev.blackstart.conduct.ItemEvent.ItemReleased;
import dev.blackstart.conduct.ItemEvent.JudgementWithdrawn;
import dev.blackstart.journal.Journal;
import dev.blackstart.review.draft.ReportDraft.Decision;
import dev.blackstart.review.draft.ReportDraft.Expectation;
import dev.blackstart.review.draft.ReportDraft.Line;
import dev.blackstart.review.draft.ReportEntry;

/** One item of the timeline, as far as the journal has told of it. */
final class ItemTrace {

    private static final String NOT_REACHED = "not-reached";

    final String key;

    private final Duration planned;
    private final boolean unplanned;

    /** Key of the team that an item repeated for each team is for; null for all others. */
    private final String team;

    private final List<String> reasons = new ArrayList<>();

    private Body body;
    private String text;
    private String state = "pending";
    private Duration due;
    private ReportEntry released;
    private ReportEntry settled;
    private String option;
    private boolean missedBefore;
    private boolean told;
    private String copyOf;

    /** The last that moved it: released, or skipped without. */
    private ReportEntry moved;

    ItemTrace(String key, String team, Body body, String text, Duration planned, boolean unplanned) {
        this.key = key;
        this.team = team;
        this.body = body;
        this.text = text;
        this.planned = planned;
        this.due = planned;
        this.unplanned = unplanned;
    }

    Body body() {
        return body;
    }

    /** What it is about, in a line. */
    String text() {
        return text;
    }

    /** An entry tells more exactly than the plan what it was, for a team of its own, say. */
    void say(Body exactly, String about) {
        body = exactly;
        text = about;
        told = true;
    }

    /** A controller says what this message says. */
    void isCopyOf(ItemTrace message) {
        copyOf = message.key;
        text = "Spoken: " + message.text;
    }

    /** Key of the message that it is the spoken copy of; null for everything else. */
    String copyOf() {
        return copyOf;
    }

    /** Whom it is for: until an entry tells it, the plan says "each team" of what is this team's. */
    List<String> audience() {
        return team != null && (!told || body.audience().isEmpty()) ? List.of(team) : body.audience();
    }

    void read(ReportEntry told) {
        ItemEvent event = (ItemEvent) told.event();
        if (event.due() != null) {
            due = event.due();
        }
        if (event.reason() != null && !reasons.contains(event.reason())) {
            reasons.add(event.reason());
        }
        if (event instanceof ItemReleased) {
            state = "released";
            released = told;
        } else if (event instanceof ItemCompleted || event instanceof ItemChosen) {
            settle(told, "completed");
        } else if (event instanceof ItemMissed) {
            settle(told, "missed");
        } else if (event instanceof ItemUnjudged) {
            settle(told, "unjudged");
        } else if (event instanceof JudgementWithdrawn) {
            withdraw();
        } else {
            waitOrSkip(told, event);
        }
    }

    private void waitOrSkip(ReportEntry told, ItemEvent event) {
        if (event instanceof ItemSkipped) {
            state = "skipped";
            moved = told;
        } else if (event instanceof ItemHeld || event instanceof ItemFailed failed && failed.inRelease()) {
            state = "held";
        } else if (event instanceof ItemResumed || event instanceof ItemDeferred) {
            state = "pending";
        }
    }

    private void settle(ReportEntry told, String result) {
        missedBefore |= state.equals("missed");
        moved = told;
        settled = told.seen();
        option = ((ItemChange) told.event()).facts().option();
        state = result;
    }

    /** The person who judged it took that for a mistake: it is open again. */
    private void withdraw() {
        state = "released";
        settled = null;
        option = null;
    }

    boolean isSkipped() {
        return state.equals("skipped");
    }

    /** Whether it came to its end after it had been missed. */
    boolean isLate() {
        Duration deadline = deadline();
        return state.equals("completed") && missedBefore && (deadline == null || settled.clock().compareTo(deadline) > 0);
    }

    /** When it happened: when it was released, or else skipped or judged; null while it has not. */
    Instant happened() {
        return released != null ? released.at() : moved == null ? null : moved.at();
    }

    /** Where it was due at last; null where it waited for something. */
    Duration due() {
        return due;
    }

    Line line(boolean over) {
        return new Line(key, body.kind(), text, audience(), body instanceof Body.Message message ? message.from() : null,
                planned, due, released == null ? null : released.clock(),
                released == null ? null : released.at(), lateness(), byClock(), released == null ? null : releasedBy(),
                state(over), settled == null ? null : settled.clock(), settled == null ? null : settled.at(),
                settled == null ? null : settled.actor(), option, List.copyOf(reasons), unplanned, copyOf);
    }

    Expectation expectation(boolean over) {
        Body.Expectation asked = (Body.Expectation) body;
        boolean ticked = state.equals("completed");
        return new Expectation(key, audience(), asked.text(), asked.points(),
                asked.within() == null ? null : asked.within().onClock(), deadline(), result(over),
                settled == null ? null : settled.clock(), ticked ? took() : null,
                settled == null ? null : settled.actor(), List.copyOf(reasons));
    }

    /** @return null while it was not asked */
    Decision decision() {
        if (released == null) {
            return null;
        }
        Body.Decision asked = (Body.Decision) body;
        return new Decision(key, team, asked.text(), asked.options(), released.clock(), option,
                settled == null ? null : settled.at(), settled == null ? null : settled.clock(),
                settled == null ? null : settled.actor(), settled == null ? null : settled.clock().minus(released.clock()),
                List.copyOf(reasons));
    }

    /** Nothing, where it was done before it was asked for. */
    private Duration took() {
        Duration took = settled.clock().minus(counted());
        return took.isNegative() ? Duration.ZERO : took;
    }

    private String result(boolean over) {
        return switch (state) {
            case "completed" -> isLate() ? "late" : "met";
            case "released" -> "open";
            default -> state(over);
        };
    }

    private String state(boolean over) {
        return over && (state.equals("pending") || state.equals("held")) ? NOT_REACHED : state;
    }

    private Duration lateness() {
        return released == null || due == null ? null : released.clock().minus(due);
    }

    private boolean byClock() {
        return released != null && ((ItemReleased) released.event()).byClock();
    }

    private String releasedBy() {
        return byClock() ? Journal.PLATFORM : released.actor();
    }

    /** From where its time runs: the due instant if the clock released it, otherwise the actual one. */
    private Duration counted() {
        return byClock() && due != null ? due : released.clock();
    }

    private Duration deadline() {
        return released != null && body instanceof Body.Expectation asked && asked.within() != null
                ? counted().plus(asked.within().onClock())
                : null;
    }
}
