package dev.blackstart.conduct;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.web.Texts;

/** Something happened to one item of the timeline, for control staff. */
public sealed interface ItemEvent extends JournalEvent permits ItemChange, ItemEvent.ItemAdded, ItemEvent.ItemReleased,
        ItemEvent.ItemFailed, ItemEvent.JudgementWithdrawn {

    /** Its key. */
    @Override
    String item();

    /** What it is about, as the plan says it; null where the entry does not tell. */
    default JsonNode body() {
        return null;
    }

    /** Where it is due on the exercise clock; null where the entry does not tell. */
    default Duration due() {
        return null;
    }

    record ItemAdded(String item, @FreeText JsonNode body, Duration due) implements ItemEvent {
        public static final String TYPE = "item-added";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Added", item, "");
        }
    }

    /** @param by clock or hand */
    record ItemReleased(String item, @FreeText JsonNode body, Duration due, String by, @FreeText String reason)
            implements
                ItemEvent {
        public static final String TYPE = "item-released";

        private static final String CLOCK = "clock";

        public static ItemReleased of(TimelineItem item, Duration due, boolean byClock, String reason) {
            return new ItemReleased(item.key, item.source(), due, byClock ? CLOCK : "hand", reason);
        }

        public boolean byClock() {
            return CLOCK.equals(by);
        }

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Released", item, because());
        }

        @Override
        public String icon() {
            return "released";
        }
    }

    /** @param kind of the item @param step key of the {@link FailedStep} */
    record ItemFailed(String item, String kind, String step, @FreeText String reason) implements ItemEvent {
        public static final String TYPE = "item-failed";

        /** Whether it stays held because it could not be released. */
        public boolean inRelease() {
            return FailedStep.RELEASE.key().equals(step);
        }

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Failed", item, because());
        }

        @Override
        public String icon() {
            return "warning";
        }

        @Override
        public String tone() {
            return "fault";
        }
    }

    /** Who judged it took that for a mistake. @param was its state before @param option that was chosen, or null */
    record JudgementWithdrawn(String item, String kind, String was, String option) implements ItemEvent {
        public static final String TYPE = "item-withdrawn";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Undone, “" + was + "” is withdrawn", item, "");
        }

        @Override
        public String icon() {
            return "revert";
        }
    }

    /** What was never released is skipped by the end. @param held keys of those of the items that were held */
    record ItemsSkipped(List<String> items, List<String> held) implements JournalEvent {
        public static final String TYPE = "items-skipped";

        @Override
        public LogSentence describe(LogContext context) {
            return new LogSentence("Skipped by the end, since never released: ", new LogSentence.Link(
                    Texts.count(items.size(), "item"), context.path("#timeline")), "");
        }

        @Override
        public String icon() {
            return "skipped";
        }
    }

    /** From here on the roster may see the item. @param item its id @param title of the drill, or null */
    record ItemRevealed(String item, @FreeText JsonNode body, @FreeText String title) implements JournalEvent {
        public static final String TYPE = "item-revealed";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Revealed to the roster", item, "");
        }
    }
}
