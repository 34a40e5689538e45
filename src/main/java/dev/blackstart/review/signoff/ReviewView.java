package dev.blackstart.review.signoff;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.review.document.StoredReport;
import dev.blackstart.review.signoff.SignOff.Signed;

/**
 * A review as its people read it.
 *
 * @param facilitator person key; null while nobody is named
 * @param minutesSpent of all people together; null while nobody said it
 * @param checked keys of the moderator's checklist that are done
 * @param state of the report: draft, in-review, signed-off or published
 * @param signatures of the newest revision
 * @param needsBoth whether facilitator and advisor both sign
 */
public record ReviewView(String facilitator, String advisor, Instant dueAt, boolean overdue, List<AgendaItem> agenda,
        Integer minutesSpent, List<String> checked, String state, int revision, List<Signed> signatures, boolean needsBoth) {

    /** A part of the agenda with its place in the meeting. @param from minutes after its begin */
    public record Box(AgendaItem item, int from, int until) {

        public String times() {
            return "%d:%02d – %d:%02d".formatted(from / 60, from % 60, until / 60, until % 60);
        }
    }

    static ReviewView of(Exercise exercise, ExerciseReview review, Instant now) {
        StoredReport stored = StoredReport.of(exercise.id);
        ReportState state = stored == null ? ReportState.DRAFT : stored.state;
        int revision = stored == null ? 0 : stored.revision;
        return new ReviewView(review.facilitator, review.advisor, review.dueAt,
                state != ReportState.PUBLISHED && now.isAfter(review.dueAt), review.agenda(), review.minutesSpent,
                review.checked(), state.key(), revision, SignOff.of(exercise.id, revision), SignOff.needsTwo(exercise));
    }

    /** The agenda with its times. */
    public List<Box> boxes() {
        int[] from = { 0 };
        return agenda.stream().map(item -> {
            Box box = new Box(item, from[0], from[0] + item.minutes());
            from[0] = box.until;
            return box;
        }).toList();
    }

    public int minutes() {
        return agenda.stream().mapToInt(AgendaItem::minutes).sum();
    }

    /** Whether there is time for countermeasures. */
    public boolean reserves() {
        return agenda.stream().anyMatch(AgendaItem::isForCountermeasures);
    }

    public String agendaLines() {
        return AgendaItem.lines(agenda);
    }

    public List<ReviewStep> steps() {
        return Arrays.asList(ReviewStep.values());
    }

    public boolean hasChecked(String key) {
        return checked.contains(key);
    }
}
