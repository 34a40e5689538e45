package dev.blackstart.web.content;

/** File names from outside: only what can be shown, written into a header and saved anywhere. */
final class FileNames {

    private FileNames() {
    }

    /** The last part of a path, without control, direction and quoting characters. */
    static String plain(String name, int longest) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints().map(FileNames::shown).filter(point -> point >= 0).limit(longest).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** With the extension of what it really is. */
    static String harmless(String name, String extension, int longest) {
        String plain = name == null ? "" : plain(name, longest);
        int dot = plain.lastIndexOf('.');
        String stem = (dot < 0 ? plain : plain.substring(0, dot)).replaceAll("^[.\\s]+|[.\\s]+$", "");
        return (stem.isEmpty() ? "attachment" : stem) + "." + extension;
    }

    private static int shown(int point) {
        int kind = Character.getType(point);
        if (kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE
                || kind == Character.UNASSIGNED || kind == Character.PRIVATE_USE || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR) {
            return -1;
        }
        return "\"'<>:;|?*%&`$".indexOf(point) >= 0 ? '_' : point;
    }
}
