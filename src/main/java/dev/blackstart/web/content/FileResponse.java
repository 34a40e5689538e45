package dev.blackstart.web.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.vertx.core.http.HttpServerResponse;

/** Files over HTTP: how they come out of a form, and how they are served so that no browser takes them for a page. */
public record FileResponse(UUID id, String name, String type, boolean picture) {

    private static final String POLICY = "Content-Security-Policy";

    /** No script, no form, no origin; the style is that of the browser's own picture viewer. */
    private static final String POLICY_OF_FILES = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; "
            + "base-uri 'none'; sandbox";

    /** What was chosen in a form; null where nothing was. @throws dev.blackstart.problem.Problem 413 where it is too large */
    public static byte[] chosen(FileUpload file) {
        if (file == null || file.fileName() == null || file.fileName().isBlank() && file.size() == 0) {
            return null;
        }
        if (file.size() > Content.LARGEST) {
            throw Content.tooLarge();
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /**
     * Its content never changes, so whoever has it and still may read it keeps it.
     *
     * @param small the preview of a picture instead
     * @param bytes of what is asked for, read only where it is sent
     * @param raw holds every page's headers
     */
    public Response answer(boolean small, Supplier<byte[]> bytes, Request request, HttpServerResponse raw) {
        raw.headers().remove(HttpHeaders.CACHE_CONTROL).remove(POLICY);
        boolean preview = small && picture;
        EntityTag tag = new EntityTag(id + (preview ? "-preview" : ""));
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = same != null ? same
                : Response.ok(bytes.get()).type(preview ? MediaType.valueOf("image/jpeg") : mediaType());
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache").header(POLICY, POLICY_OF_FILES)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition()).build();
    }

    private MediaType mediaType() {
        MediaType media = MediaType.valueOf(type);
        return type.startsWith("text/") ? media.withCharset("UTF-8") : media;
    }

    /** Shown are pictures alone; everything else is saved. */
    private String disposition() {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s".formatted(picture ? "inline" : "attachment",
                name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\]", "_"),
                URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A"));
    }
}
