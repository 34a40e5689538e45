package dev.blackstart.review.signoff;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.people.Directory;
import dev.blackstart.review.ReportPicture;
import dev.blackstart.review.Reports;
import dev.blackstart.review.document.ReportDocument;
import dev.blackstart.review.document.ReportDocuments;
import dev.blackstart.review.document.ReportSection;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.publication.Publication;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.AxisPicture;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Puts the review page together: what is derived, what was written, who signs. */
@ApplicationScoped
class ReviewPage {

    private final Reviews reviews;
    private final Reports reports;
    private final ReportDocuments documents;
    private final Publication publication;
    private final Directory directory;
    private final CurrentAccess current;
    private final Viewer viewer;
    private final Clock clock;

    ReviewPage(Reviews reviews, Reports reports, ReportDocuments documents, Publication publication, Directory directory,
            CurrentAccess current, Viewer viewer, Clock clock) {
        this.publication = publication;
        this.reviews = reviews;
        this.reports = reports;
        this.documents = documents;
        this.directory = directory;
        this.current = current;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance review(PageContext page, Exercise exercise, ReviewView review, ReportDraft draft,
                ReportDocument document, DirectoryNames names, ZoneId zone, AxisPicture picture, List<Asked> asked, May may,
                FormState typed);

        static native TemplateInstance locked(PageContext page, Exercise exercise);
    }

    /**
     * A decision, and why it made sense at the time. @param key of the section that says it @param text null where nobody has
     */
    public record Asked(String key, ReportDraft.Decision decision, String text) {
    }

    /** @param refusal why this reader does not sign; null where they may @param planned scheduled exercises of the same plan */
    public record May(boolean plan, boolean name, String refusal, boolean publish, List<String> planned) {
    }

    TemplateInstance of(UUID id, FormState typed) {
        Exercise exercise = Exercise.findById(id);
        PageContext frame = viewer.page("Review", "programme");
        if (!Reviews.isOpen(exercise)) {
            return Templates.locked(frame, exercise);
        }
        ExerciseAccess reader = current.get();
        ReportDraft draft = reports.draft(id, reader);
        ReportDocument document = documents.of(id, draft);
        ExerciseReview review = reviews.find(exercise);
        ReviewView view = ReviewView.of(exercise, review, clock.instant());
        List<Asked> asked = draft.decisions().stream().filter(decision -> decision.option() != null).map(decision -> {
            String key = ReportSection.decision(decision.item());
            return new Asked(key, decision, document.text(key));
        }).toList();
        return Templates.review(frame, exercise, view, draft, document, names(view, draft), exercise.zoneId(),
                ReportPicture.of(draft), asked, may(exercise, review, reader), typed);
    }

    private May may(Exercise exercise, ExerciseReview review, ExerciseAccess reader) {
        boolean named = reader.viewer().equals(review.facilitator) || reader.viewer().equals(review.advisor);
        return new May(reader.may(Permission.CLOSE) || reader.viewer().equals(review.facilitator),
                reader.may(Permission.CLOSE), SignOff.refusal(exercise, review, reader.viewer()),
                reader.may(Permission.CLOSE) || named, publication.warnings(exercise, reader));
    }

    private DirectoryNames names(ReviewView view, ReportDraft draft) {
        Set<String> people = new HashSet<>();
        Stream.concat(Stream.of(view.facilitator(), view.advisor()), view.signatures().stream().map(SignOff.Signed::person))
                .filter(one -> one != null).forEach(people::add);
        draft.decisions().stream().map(ReportDraft.Decision::by).filter(one -> one != null).forEach(people::add);
        return new DirectoryNames(directory.names(people));
    }
}
