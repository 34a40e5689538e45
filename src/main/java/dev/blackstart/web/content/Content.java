package dev.blackstart.web.content;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import dev.blackstart.problem.Problem;

/**
 * A file as it is kept: of a type its bytes showed, under a harmless name; a picture is drawn afresh, upright, without what it
 * carried besides.
 *
 * @param preview a small picture of it, or null
 * @param width of a picture, else null
 */
public record Content(String name, String type, byte[] bytes, byte[] preview, Integer width, Integer height) {

    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 100;

    private static final Pattern PICTURE_NAME = Pattern.compile("(?i).*\\.(png|jpe?g|gif|webp|heic|bmp|tiff?)\\s*");

    /** @throws Problem 413 where it is too large, 422 where it is nothing we take; each says what to do */
    public static Content of(String name, byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            throw Problem.invalid("file", "The file is empty; choose a picture, a PDF or a text.");
        }
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        if (ContentKind.isHeic(bytes)) {
            throw Problem.invalid("file", said(name) + " is a HEIC picture, which browsers do not show. Set your camera to JPEG"
                    + " (iPhone: Settings, Camera, Formats, Most Compatible), or send a screenshot of it.");
        }
        ContentKind kind = ContentKind.of(bytes)
                .filter(found -> found != ContentKind.TEXT || name == null || !PICTURE_NAME.matcher(name).matches())
                .orElseThrow(
                        () -> Problem.invalid("file", said(name) + " is not a picture, a PDF or plain text inside, whatever"
                                + " its name says; send the picture itself, or a screenshot of it."));
        if (!kind.isPicture()) {
            byte[] kept = kind == ContentKind.TEXT ? ContentKind.text(bytes).getBytes(StandardCharsets.UTF_8) : bytes;
            return new Content(FileNames.harmless(name, kind.extension, LONGEST_NAME), kind.type, kept, null, null, null);
        }
        Picture picture = Picture.redrawn(bytes, kind);
        return new Content(FileNames.harmless(name, picture.kind().extension, LONGEST_NAME), picture.kind().type,
                picture.bytes(),
                picture.preview(), picture.width(), picture.height());
    }

    public static Problem tooLarge() {
        return new Problem(413, "Too large", "A file has at most 10 MB; send a smaller one, or a screenshot of it.")
                .with("field", "file");
    }

    /** The same under a name that tells nothing. */
    public Content nameless() {
        String extension = name.substring(name.lastIndexOf('.'));
        return new Content((width == null ? "file" : "picture") + extension, type, bytes, preview, width, height);
    }

    private static String said(String name) {
        return name == null || name.isBlank() ? "This file" : "“" + FileNames.plain(name, LONGEST_NAME) + "”";
    }
}
