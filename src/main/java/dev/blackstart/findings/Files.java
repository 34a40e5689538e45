package dev.blackstart.findings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.findings.content.Content;
import dev.blackstart.web.Problem;
import io.vertx.core.http.HttpServerResponse;

/** Attachments over HTTP: how they are read from a form, and how they are served so that no browser takes them for a page. */
final class Files {

    private static final String POLICY = "Content-Security-Policy";

    /** No script, no form, no origin; the style is that of the browser's own picture viewer. */
    private static final String POLICY_OF_FILES = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; "
            + "base-uri 'none'; sandbox";

    private Files() {
    }

    /** Null where no file was chosen. */
    static Attachments.Sent sent(UUID id, FileUpload file, String token) {
        if (file == null || file.fileName() == null || file.fileName().isBlank() && file.size() == 0) {
            return null;
        }
        if (file.size() > Content.LARGEST) {
            throw Content.tooLarge();
        }
        try {
            return new Attachments.Sent(id, file.fileName(), java.nio.file.Files.readAllBytes(file.uploadedFile()), token);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static UUID id(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.invalid("id", "id is a UUID; leave it out to have one made.");
        }
    }

    /** Its content never changes, so whoever has it and still may read it keeps it. @param raw holds every page's headers */
    static Response answer(Attachment attachment, boolean small, Request request, HttpServerResponse raw) {
        raw.headers().remove(HttpHeaders.CACHE_CONTROL).remove(POLICY);
        boolean preview = small && attachment.isPicture();
        EntityTag tag = new EntityTag(attachment.id + (preview ? "-preview" : ""));
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = same != null ? same
                : Response.ok(AttachmentContent.of(preview ? attachment.previewId : attachment.id))
                        .type(preview ? MediaType.valueOf("image/jpeg") : type(attachment));
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(POLICY, POLICY_OF_FILES)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment)).build();
    }

    private static MediaType type(Attachment attachment) {
        MediaType type = MediaType.valueOf(attachment.type);
        return attachment.type.startsWith("text/") ? type.withCharset("UTF-8") : type;
    }

    /** Shown are pictures alone; everything else is saved. */
    private static String disposition(Attachment attachment) {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(attachment.isPicture() ? "inline" : "attachment",
                attachment.name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\]", "_"),
                URLEncoder.encode(attachment.name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A"));
    }
}
