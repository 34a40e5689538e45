package dev.blackstart.web.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is, by its first bytes: neither its name nor what its sender says counts. */
public enum Kind {
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "gif", "GIF8"),
    WEBP("image/webp", "webp", "RIFF"),
    PDF("application/pdf", "pdf", "%PDF-"),
    TEXT("text/plain", "txt", null);

    /** HTML, SVG, XML: what a browser might take for a page. A syslog line begins with {@code <34>}, which is none. */
    private static final Pattern MARKUP = Pattern.compile("^[\\s\\uFEFF]*<[a-zA-Z!?/]");

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0E-\\x1A\\x1C-\\x1F\\x7F]");

    public final String type;
    final String extension;
    private final byte[] magic;

    Kind(String type, String extension, String magic) {
        this.type = type;
        this.extension = extension;
        this.magic = magic == null ? null : magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Empty where it is nothing we take. */
    static Optional<Kind> of(byte[] bytes) {
        return Arrays.stream(values()).filter(kind -> kind.fits(bytes)).findFirst();
    }

    boolean isPicture() {
        return type.startsWith("image/");
    }

    private boolean fits(byte[] bytes) {
        return switch (this) {
            case TEXT -> isText(bytes);
            case WEBP -> startsWith(bytes, magic) && bytes.length > 12
                    && new String(bytes, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
            default -> startsWith(bytes, magic);
        };
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length > magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /** UTF-8, with no more control characters than a log has, and nothing a browser would draw. */
    private static boolean isText(byte[] bytes) {
        try {
            CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return !MARKUP.matcher(text).find() && !CONTROL.matcher(text).find();
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
