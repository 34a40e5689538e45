package dev.blackstart.web.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is, by its first bytes: neither its name nor what its sender says counts. */
public enum ContentKind {
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "gif", "GIF8"),
    WEBP("image/webp", "webp", "RIFF"),
    PDF("application/pdf", "pdf", "%PDF-"),
    TEXT("text/plain", "txt", null);

    /** HTML, SVG, XML: what a browser might take for a page. A syslog line begins with {@code <34>}, which is none. */
    private static final Pattern MARKUP = Pattern.compile("^[\\s\\uFEFF]*<[a-zA-Z!?/]");

    /** What a byte that has no character is read as. */
    private static final char UNDEFINED = '\uFFFD';
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0E-\\x1A\\x1C-\\x1F\\x7F]");

    private static final int HEIC_BRAND_END = 12;
    private static final Pattern HEIC = Pattern.compile("ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)");

    public final String type;
    final String extension;
    private final byte[] magic;

    ContentKind(String type, String extension, String magic) {
        this.type = type;
        this.extension = extension;
        this.magic = magic == null ? null : magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Empty where it is nothing we take. */
    static Optional<ContentKind> of(byte[] bytes) {
        return Arrays.stream(values()).filter(kind -> kind.fits(bytes)).findFirst();
    }

    /** What phones write by default and browsers do not show. */
    static boolean isHeic(byte[] bytes) {
        return bytes.length > HEIC_BRAND_END
                && HEIC.matcher(new String(bytes, 4, HEIC_BRAND_END - 4, StandardCharsets.ISO_8859_1)).matches();
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

    /** With no more control characters than a log has, and nothing a browser would draw. */
    private static boolean isText(byte[] bytes) {
        String text = text(bytes);
        return !MARKUP.matcher(text).find() && !CONTROL.matcher(text).find() && text.indexOf(UNDEFINED) < 0;
    }

    /** UTF-8, or what older systems write: Windows' superset of Latin-1. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, WINDOWS);
        }
    }
}
