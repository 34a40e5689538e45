package dev.blackstart.catalogue;

/** What every message to people begins with, so that nobody takes the exercise for the real thing. */
public final class ExerciseMark {

    public static final String WORDS = "EXERCISE EXERCISE EXERCISE";

    private ExerciseMark() {
    }

    /** The subject of a message that leaves the platform. @param subject null for none */
    public static String inSubject(String subject) {
        return subject == null ? WORDS : WORDS + ": " + subject;
    }

    /** The text as people receive it: the mark has a line of its own. @param text null for none */
    public static String before(String text) {
        return text == null ? WORDS : WORDS + "\n" + text;
    }

    /** The text without the mark that it may begin with, for those who conduct the exercise. */
    public static String without(String text) {
        return text.startsWith(WORDS) ? text.substring(WORDS.length()).stripLeading() : text;
    }
}
