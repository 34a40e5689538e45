package dev.blackstart.review;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.review.comment.CommentedArticle;
import dev.blackstart.review.comment.ReportComments;
import dev.blackstart.review.document.ReportDocuments;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.publication.PublishedReport;
import dev.blackstart.review.publication.PublishedReports;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

/**
 * What a reader gets as the report: control staff what is derived and written now, its audience the copy that was published,
 * everybody else what there is not (404).
 */
@ApplicationScoped
class ReportReading {

    private final Reports reports;
    private final ReportFormat format;
    private final ReportDocuments documents;
    private final PublishedReports published;
    private final CurrentAccess current;
    private final Viewer viewer;
    private final ObjectMapper mapper;
    private final ReportComments comments;
    private final CommentedArticle commented;

    ReportReading(Reports reports, ReportFormat format, ReportDocuments documents, PublishedReports published,
            CurrentAccess current, Viewer viewer, ObjectMapper mapper, ReportComments comments, CommentedArticle commented) {
        this.comments = comments;
        this.commented = commented;
        this.mapper = mapper;
        this.reports = reports;
        this.format = format;
        this.documents = documents;
        this.published = published;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance published(PageContext page, PublishedReport copy, RawString article, ZoneId zone,
                UUID exercise, Instant at);

        static native TemplateInstance draft(PageContext page, String title, RawString article);
    }

    ReportJson json(UUID id) {
        if (!isControl()) {
            PublishedReport copy = copy(id);
            return new ReportJson(tree(copy.jsonText()), "\"" + copy.revision + "\"");
        }
        ReportDraft draft = reports.draft(id, current.get());
        ReportAnswer answer = ReportAnswer.of(draft, documents);
        return new ReportJson(answer, answer.document().tag());
    }

    private JsonNode tree(String stored) {
        try {
            return mapper.readTree(stored);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("a published report cannot be read", broken);
        }
    }

    String markdown(UUID id) {
        return isControl() ? format.markdown(id, current.get()) : copy(id).markdownText();
    }

    CompletionStage<byte[]> pdf(UUID id) {
        if (isControl()) {
            return format.pdf(id, current.get());
        }
        PublishedReport copy = copy(id);
        return format.paper(viewer.key(), copy.id, copy.paperText());
    }

    TemplateInstance page(UUID id, PageContext page, LongLists.Wanted wanted) {
        if (!isControl()) {
            return published(id, page);
        }
        ReportFormat.Article article = format.article(id, page, wanted, current.get());
        return Templates.draft(page, article.title(), new RawString(page.viewer() == null ? article.html()
                : commented.of(article.html(), comments.reader(id, current.get(), viewer.key()))));
    }

    TemplateInstance published(UUID id, PageContext page) {
        PublishedReport copy = copy(id);
        Exercise exercise = Exercise.findById(id);
        String article = page.viewer() == null ? copy.pageText()
                : commented.of(copy.pageText(), comments.audience(copy, viewer.key()));
        return Templates.published(page, copy, new RawString(article), exercise.zoneId(), id, copy.createdAt);
    }

    private boolean isControl() {
        ExerciseAccess reader = current.find();
        return reader != null && reader.may(Permission.SEE_CONTROL);
    }

    private PublishedReport copy(UUID id) {
        return published.read(id, current.find());
    }
}
