package dev.blackstart.conduct.reply;

import java.time.Instant;

/** A reply to a message, as one of those who may read it sees it. @param own the reader wrote it themselves */
public record ReplyView(String by, Instant at, String text, boolean own) {
}
