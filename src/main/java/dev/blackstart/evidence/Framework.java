package dev.blackstart.evidence;

/** A rule or standard whose readers ask for evidence of exercises. */
enum Framework {
    DORA("DORA", "Regulation (EU) 2022/2554 (DORA), articles 24 and 25"),
    SOC_2("SOC 2", "SOC 2, Trust Services Criteria A1.3 and CC7.5"),
    NIST("NIST SP 800-84", "NIST SP 800-84, Guide to Test, Training, and Exercise Programs"),
    ISO("ISO 22301", "ISO 22301:2019, clause 8.5, exercise programme"),
    HSEEP("HSEEP", "Homeland Security Exercise and Evaluation Program, AAR/IP");

    final String label;
    final String title;

    Framework(String label, String title) {
        this.label = label;
        this.title = title;
    }

    /** A clause of it. @param shows what a file shows of that clause */
    record Clause(Framework framework, String number, String shows) {
    }
}
