package dev.blackstart.findings.attachment;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** A file was added to a finding. @param attachment its id @param name of the file @param size in bytes */
public record AttachmentAdded(String finding, String attachment, @FreeText String name,
        @JsonProperty("type") String mediaType, long size) implements JournalEvent {

    public static final String TYPE = "attachment-added";

    @Override
    public LogSentence describe(LogContext context) {
        return new LogSentence("Attached to a finding: ",
                new LogSentence.Link(name == null ? "" : name, context.path("/attachments/" + attachment)), "");
    }

    @Override
    public String icon() {
        return "camera";
    }
}
