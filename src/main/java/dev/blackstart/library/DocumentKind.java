package dev.blackstart.library;

import java.util.UUID;

/** What the library holds. */
enum DocumentKind {
    FINDING,
    DEFECT,
    ACTION,
    PLAN,
    REPORT,
    STORY;

    /** Of its page. @param exercise where it belongs to; null for a plan @param label by which a plan is addressed */
    String url(UUID subject, UUID exercise, String label) {
        return switch (this) {
            case FINDING -> "/exercises/" + exercise + "/findings/" + subject;
            case DEFECT -> "/defects/" + subject;
            case ACTION -> "/actions/" + subject;
            case PLAN -> "/plans/" + label;
            case REPORT -> "/exercises/" + exercise + "/report";
            case STORY -> "/stories/" + subject;
        };
    }
}
