package dev.blackstart.directory.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file holds.
 *
 * @param violations what is wrong with the file itself, whatever it should say
 */
public record ParsedFile(List<Row> rows, List<FileViolation> violations) {

    /** More are refused. */
    public static final int MOST_ROWS = 100_000;

    public static final String CSV = "csv";
    public static final String YAML = "yaml";

    /** UTF-8's byte order mark, read as Latin-1. */
    private static final String LATIN_MARK = "\u00EF\u00BB\u00BF";

    /** A letter with an accent, a dash or a quotation mark whose UTF-8 was read as Latin-1 or Windows-1252. */
    private static final Pattern GARBLED = Pattern
            .compile("\\S*(?:\u00C3[\u0080-\u00BF\u0192\u0153\u0161\u017E\u0178\u2018-\u2030\u20AC]"
                    + "|\u00E2\u20AC[\u0080-\u00BF\u0153\u2018-\u2122])\\S*");

    public static final String UTF_8 = "utf-8";

    public static final String LATIN_1 = "latin-1";

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * Never throws: what cannot be read has violations.
     *
     * @param format csv or yaml
     * @param charset as {@link #charset} reads it; a byte order mark wins
     * @param collection the name of the list in YAML, such as people
     * @param columns those there are
     */
    public static ParsedFile read(byte[] bytes, String format, String charset, String collection, List<String> columns) {
        if (isWorkbook(bytes)) {
            return new ParsedFile(List.of(), List.of(new FileViolation(1, null, null,
                    "This is an Excel workbook. In Excel choose Save As, CSV UTF-8, and import that file.")));
        }
        Text text = decode(bytes, charset);
        if (text.refusal() != null) {
            return new ParsedFile(List.of(), List.of(text.refusal()));
        }
        return format.equals(YAML) ? new YamlFile(collection, columns).read(text.words())
                : new CsvFile(columns).read(text.words());
    }

    /** A workbook is a ZIP file, an old one a compound document. */
    private static boolean isWorkbook(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4
                || (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF && bytes[2] == 0x11 && (bytes[3] & 0xFF) == 0xE0);
    }

    /**
     * What the name of a charset means. Latin-1 is read as Windows-1252, which adds typographic quotes.
     *
     * @throws IllegalArgumentException for a charset that cannot be read
     */
    public static Charset charset(String name) {
        Charset charset = LATIN_1.equalsIgnoreCase(name) ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
        return charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : charset;
    }

    private record Text(String words, FileViolation refusal) {
    }

    private static Text decode(byte[] bytes, String charset) {
        Charset marked = marked(bytes);
        if (marked != null) {
            return words(new String(bytes, 2, bytes.length - 2, marked));
        }
        Charset named = charset(charset);
        CharsetDecoder decoder = named.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            return new Text(null, new FileViolation(line, null, null, named.equals(StandardCharsets.UTF_8)
                    ? "This is not UTF-8. Save the file as UTF-8, or say that it is Latin-1."
                    : "This is not %s. Save the file as UTF-8, and say that it is UTF-8.".formatted(name(named))));
        }
        decoder.flush(out);
        return words(out.flip().toString());
    }

    private static String name(Charset charset) {
        return charset.equals(WINDOWS_1252) ? "Latin-1" : charset.name();
    }

    /** Excel's "Unicode text" is UTF-16. */
    private static Charset marked(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFFFE ? StandardCharsets.UTF_16LE : mark == 0xFEFF ? StandardCharsets.UTF_16BE : null;
    }

    private static Text words(String decoded) {
        String words = decoded.startsWith("\uFEFF") ? decoded.substring(1)
                : decoded.startsWith(LATIN_MARK) ? decoded.substring(LATIN_MARK.length()) : decoded;
        Matcher garbled = GARBLED.matcher(words);
        if (garbled.find()) {
            int line = 1 + (int) words.substring(0, garbled.start()).chars().filter(c -> c == '\n').count();
            return new Text(null, new FileViolation(line, null, null, ("'%s' looks like UTF-8 that was read as Latin-1."
                    + " Choose UTF-8, or correct the text in the file.").formatted(garbled.group())));
        }
        return words.isBlank() ? new Text(null, new FileViolation(1, null, null, "The file is empty."))
                : new Text(words, null);
    }

    static String column(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    static FileViolation tooMany(int line) {
        return new FileViolation(line, null, null, "The file has more than %,d entries; split it.".formatted(MOST_ROWS));
    }
}
