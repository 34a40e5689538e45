package dev.blackstart.review.document;

import java.util.Arrays;
import java.util.List;

import dev.blackstart.problem.Choice;

/** How far a report is from a draft to what people read. */
public enum ReportState {
    DRAFT,
    IN_REVIEW,
    SIGNED_OFF,
    PUBLISHED;

    /** Its name in the API. */
    public String key() {
        return Choice.key(this);
    }

    /** As a page says it. */
    public String words() {
        return key().replace('-', ' ');
    }

    /** One step on, or any number back. */
    public boolean leadsTo(ReportState to) {
        return to.ordinal() == ordinal() + 1 || isBack(to);
    }

    /** Back needs a reason. */
    public boolean isBack(ReportState to) {
        return to.ordinal() < ordinal() && to.ordinal() <= IN_REVIEW.ordinal();
    }

    /** The states it can move to. */
    public List<String> allowed() {
        return Arrays.stream(values()).filter(this::leadsTo).map(ReportState::key).toList();
    }
}
