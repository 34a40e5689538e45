package dev.blackstart.experiment;

/** A text that a regular expression may read for a limited time: an expression that would never end is given up. */
final class DeadlineText implements CharSequence {

    private static final long LONGEST_NANOS = 1_000_000_000L;

    private final CharSequence text;
    private final long deadline;

    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("The regular expression took longer than 1 s.", null, false, false);
        }
    }

    DeadlineText(CharSequence text) {
        this(text, System.nanoTime() + LONGEST_NANOS);
    }

    private DeadlineText(CharSequence text, long deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (System.nanoTime() - deadline > 0) {
            throw new TooSlow();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return new DeadlineText(text.subSequence(from, to), deadline);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
