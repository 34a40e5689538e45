package dev.blackstart.conduct;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What the platform could not do for a timeline item, and why, in words for control staff. It is not tried again by itself. */
@Embeddable
public class ItemFailure {

    @Enumerated(EnumType.STRING)
    @Column(name = "failed_step")
    public FailedStep step;

    @Column(name = "failure")
    public String reason;

    protected ItemFailure() {
    }

    ItemFailure(FailedStep step, String reason) {
        this.step = step;
        this.reason = reason;
    }
}
