package dev.blackstart.journal;

/** A sentence around what it is about. @param link null for none @param after behind the link; may be empty */
public record LogSentence(String text, Link link, String after) {

    /** A title that leads to the thing itself. */
    public record Link(String text, String href) {
    }

    public static LogSentence of(String text) {
        return new LogSentence(text, null, "");
    }

    /** The icon of a result: only what passed has a check mark. @param result passed, failed or inconclusive */
    public static String resultIcon(String result) {
        return switch (String.valueOf(result)) {
            case "passed" -> "done";
            case "failed" -> "missed";
            default -> "unknown";
        };
    }

    /** A type as the beginning of a sentence. */
    public static String words(String type) {
        String words = type.replace('-', ' ');
        return words.substring(0, 1).toUpperCase() + words.substring(1);
    }
}
