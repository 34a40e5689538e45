package dev.blackstart.findings.attachment;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** An attachment in a list; its content is read by its id. Width and height are those of a picture. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachmentView(UUID id, String name, String type, int size, Integer width, Integer height) {

    private static final int KILO = 1_024;

    public static AttachmentView of(Attachment attachment) {
        return new AttachmentView(attachment.id, attachment.name, attachment.type, attachment.size, attachment.width,
                attachment.height);
    }

    @JsonIgnore
    public boolean isPicture() {
        return width != null;
    }

    /** As people read it. */
    @JsonIgnore
    public String getLength() {
        return size < KILO ? size + " B" : size < KILO * KILO ? size / KILO + " kB" : "%.1f MB".formatted(size / 1_048_576.0);
    }
}
