package dev.blackstart.probe;

import java.time.Duration;
import java.util.regex.Pattern;

/** A text in which a regular expression searches for a limited time, whatever the expression. */
final class TimedText implements CharSequence {

    /** A pattern that backtracks reads the text again and again; looking at the clock costs more than reading. */
    private static final int READS_PER_LOOK = 1024;

    private final CharSequence text;
    private final long deadline;
    private int reads;

    private TimedText(CharSequence text, long deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    /** @throws ProbeFailed where no answer was found in this time or on this stack */
    static boolean contains(String text, Pattern pattern, Duration limit) {
        try {
            return pattern.matcher(new TimedText(text, System.nanoTime() + limit.toNanos())).find();
        } catch (SearchTooLong tooLong) {
            throw new ProbeFailed("The regular expression did not finish within %d ms; simplify it."
                    .formatted(limit.toMillis()), tooLong);
        } catch (StackOverflowError tooDeep) {
            throw new ProbeFailed("The regular expression is too complex for this answer; simplify it.", tooDeep);
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads % READS_PER_LOOK == 0 && System.nanoTime() - deadline > 0) {
            throw new SearchTooLong();
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

    private static final class SearchTooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SearchTooLong() {
            super("time limit", null, false, false);
        }
    }
}
