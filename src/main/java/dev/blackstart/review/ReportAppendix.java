package dev.blackstart.review;

import dev.blackstart.planning.Exercise;
import dev.blackstart.review.ReportDraft.Followup;

/** What has become of an exercise's findings: a bean of this package for each feature below that follows them up. */
interface ReportAppendix {

    /** The worst defects and the most urgent actions first; the result page shows a few of each. */
    Followup of(Exercise exercise);
}
