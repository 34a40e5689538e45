package dev.blackstart.followup.defect;

/**
 * How much risk an action removes: severity of its defect by likelihood, as a risk matrix has it (ISO 31010, B.10.3). Words in
 * order, not numbers: a product of guesses would pretend a precision that nobody has.
 */
public enum RiskRank {

    /** It has the priority of a critical bug. */
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    /** Severity or likelihood is not known; it is listed last, and lists tell how many there are. */
    UNKNOWN;

    /** Rows: sev1 … sev4; columns: rare … almost certain. */
    private static final RiskRank[][] MATRIX = {
            { MEDIUM, HIGH, CRITICAL, CRITICAL },
            { LOW, MEDIUM, HIGH, CRITICAL },
            { LOW, LOW, MEDIUM, HIGH },
            { LOW, LOW, LOW, MEDIUM } };

    /** @param severity sev1 … sev4, or null @param likelihood null where nobody said */
    public static RiskRank of(String severity, Likelihood likelihood) {
        return severity == null || likelihood == null ? UNKNOWN
                : MATRIX[severity.charAt(severity.length() - 1) - '1'][likelihood.ordinal()];
    }
}
