package dev.blackstart.rehearsal;

/**
 * Something that a rehearsal showed.
 *
 * @param kind nobody-there, same-instant, never-comes, not-rehearsed, fault-left, idle, undecided, failed or not-executable
 * @param item key of the item it is about, or null
 * @param subject what it is about, in a few words
 * @param says what was seen
 * @param advice what to change in the plan
 */
public record PlanIssue(String kind, String item, String subject, String says, String advice) {

    public PlanIssue {
        says = quoted(says);
        advice = quoted(advice);
    }

    /** What the plan says stands between quotation marks. */
    private static String quoted(String text) {
        return text.replaceAll("`([^`]*)`", "“$1”");
    }

    /** Whether the plan has to change; else this rehearsal only did not come to it. */
    public boolean isToMend() {
        return !kind.equals("not-rehearsed");
    }
}
