package dev.blackstart.findings;

import java.util.UUID;

import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.findings.attachment.Attachment;
import dev.blackstart.findings.attachment.AttachmentContent;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.content.FileResponse;
import io.vertx.core.http.HttpServerResponse;

/** Attachments over HTTP: how they are read from a form, and how they are served. */
public final class Files {

    private Files() {
    }

    /** Null where no file was chosen. */
    public static Attachments.Sent sent(UUID id, FileUpload file, String token) {
        byte[] bytes = FileResponse.chosen(file);
        return bytes == null ? null : new Attachments.Sent(id, file.fileName(), bytes, token);
    }

    static UUID id(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid("id", "id is a UUID; leave it out to have one made.");
        }
    }

    /** @param small the preview of a picture @param raw holds every page's headers */
    static Response answer(Attachment attachment, boolean small, Request request, HttpServerResponse raw) {
        boolean preview = small && attachment.isPicture();
        return new FileResponse(attachment.id, attachment.name, attachment.type, attachment.isPicture()).answer(small,
                () -> AttachmentContent.of(preview ? attachment.previewId : attachment.id), request, raw);
    }
}
