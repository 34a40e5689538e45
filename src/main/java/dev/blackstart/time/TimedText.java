package dev.blackstart.time;

import java.time.Duration;
import java.util.regex.Pattern;

/** A text in which a regular expression searches for a limited time, whatever the expression. */
public final class TimedText implements CharSequence {

    /** A pattern that backtracks reads the text again and again; reading the clock costs more than reading a character. */
    private static final int READS_PER_CHECK = 1024;

    private final CharSequence text;
    private final long deadline;
    private int reads;

    private TimedText(CharSequence text, long deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    /** @throws SearchTooLong where no answer was found in this time or on this stack */
    public static boolean contains(String text, Pattern pattern, Duration limit) {
        try {
            return pattern.matcher(new TimedText(text, System.nanoTime() + limit.toNanos())).find();
        } catch (StackOverflowError tooDeep) {
            throw new SearchTooLong("The regular expression is too complex for this text; simplify it.");
        } catch (TimeOver over) {
            throw new SearchTooLong("The regular expression did not finish within %d ms; simplify it."
                    .formatted(limit.toMillis()));
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads % READS_PER_CHECK == 0 && System.nanoTime() - deadline > 0) {
            throw new TimeOver();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new TimedText(text.subSequence(start, end), deadline);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Its message is one sentence for whoever wrote the expression. */
    public static final class SearchTooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SearchTooLong(String message) {
            super(message);
        }
    }

    private static final class TimeOver extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TimeOver() {
            super("time limit", null, false, false);
        }
    }
}
