package dev.blackstart.review.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.blackstart.problem.Problem;

/** Sections that a report has room for: its own ones in their order, and texts beside what is derived. */
public enum ReportSection {
    SUMMARY("summary", "Summary",
            "What was tried, what happened, what it means: five sentences for somebody who was not there.",
            true),
    IMPACT("impact", "Impact", "What users saw, for how long; what was lost.", true),
    CONTRIBUTING_FACTORS("contributing-factors", "Contributing factors",
            "The conditions that together made it possible, none of them the only one.", true),
    SECURITY("security", "Security", "Access, secrets, detection of misuse, and what the exercise itself opened.", true),
    WHAT_WE_CHANGED("what-we-changed", "What we changed", "What is different already, and how we know.", true),
    LEARNINGS("learnings", "Learnings", "Habits to keep or to start: what a team does differently from now on.", true),
    RESULT("result", "Result", "Text beside the derived result.", false),
    STORY("story", "Story", "Text beside the derived story.", false),
    FAULTS("faults", "Faults", "Text beside the faults.", false),
    MEASUREMENTS("measurements", "Expected and observed", "Text beside what was measured.", false),
    PROOF("proof", "From finding to proof", "Text beside defects and actions.", false),
    DECISIONS("decisions", "Decisions", "Options considered, and why the choice made sense at the time.", false),
    TIMELINE("timeline", "Timeline", "Text beside the timeline.", false),
    FINDINGS("findings", "Findings", "Text beside the findings.", false),
    PEOPLE("people", "Attendance", "Text beside the attendance.", false);

    /** Before an item's key. */
    private static final String DECISION = "decision-";
    private static final int LONGEST_ITEM = 50;

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

    private final String key;
    private final String title;
    private final String prompt;
    private final boolean own;

    ReportSection(String key, String title, String prompt, boolean own) {
        this.key = key;
        this.title = title;
        this.prompt = prompt;
        this.own = own;
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** What belongs there. */
    public String prompt() {
        return prompt;
    }

    /** Whether the report knows nothing of it by itself. */
    public boolean isOwn() {
        return own;
    }

    static Optional<ReportSection> find(String key) {
        return Arrays.stream(values()).filter(section -> section.key.equals(key)).findFirst();
    }

    static List<ReportSection> own() {
        return Arrays.stream(values()).filter(ReportSection::isOwn).toList();
    }

    /** Whether it can name a section. */
    static boolean isKey(String key) {
        return key != null && KEY.matcher(key).matches();
    }

    /** @throws Problem 422 unless it can name a section */
    static String checked(String key) {
        if (!isKey(key)) {
            throw Problem.invalid("sections", "A section's key is a letter, then at most 63 letters, digits and hyphens.");
        }
        return key;
    }

    /** Of the text that says why a decision made sense at the time. @param item its item of the timeline */
    public static String decision(String item) {
        String key = item.replaceAll("[^A-Za-z0-9-]", "-");
        return DECISION + key.substring(0, Math.min(key.length(), LONGEST_ITEM));
    }

    /** The heading of a section, also of one that only this report has. */
    public static String title(String key) {
        return find(key).map(ReportSection::title).orElseGet(() -> {
            if (key.startsWith(DECISION)) {
                return "Why it made sense: " + key.substring(DECISION.length()).replace('-', ' ');
            }
            String words = key.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        });
    }
}
