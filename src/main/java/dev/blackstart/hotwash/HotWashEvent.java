package dev.blackstart.hotwash;

import java.util.UUID;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.web.Texts;

/** Something was said in a hot wash, or it was closed. */
public sealed interface HotWashEvent extends JournalEvent {

    /** Under its author's name; an anonymous answer is not journaled. */
    record HotWashAnswered(UUID answer, @FreeText String wentWell, @FreeText String wentBadly, @FreeText String lucky,
            @FreeText String confusing, @FreeText String logistics) implements HotWashEvent {
        public static final String TYPE = "hot-wash-answered";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Answered the hot wash");
        }

        @Override
        public String icon() {
            return "note";
        }
    }

    record HotWashClosed(int named, int anonymous) implements HotWashEvent {
        public static final String TYPE = "hot-wash-closed";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence
                    .of("Hot wash closed: %s with a name, %d without".formatted(Texts.count(named, "answer"), anonymous));
        }

        @Override
        public String icon() {
            return "note";
        }
    }
}
