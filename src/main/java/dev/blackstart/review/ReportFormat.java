package dev.blackstart.review;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.pdf.Figure;
import dev.blackstart.review.pdf.PdfRenderer;
import dev.blackstart.web.AxisPicture;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.limits.HeavyWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;

/** Writes a report for people: as a page that prints well, or as Markdown. */
@ApplicationScoped
class ReportFormat {

    private final Reports reports;
    private final Template markdown;
    private final HeavyWork work;

    ReportFormat(Reports reports, @Location("review/report.md") Template markdown, HeavyWork work) {
        this.work = work;
        this.reports = reports;
        this.markdown = markdown;
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance report(PageContext page, ReportDraft draft, LongLists lists, DirectoryNames names,
                ZoneId zone, AxisPicture picture);

        static native TemplateInstance paper(ReportDraft draft, DirectoryNames names, ZoneId zone, AxisPicture picture,
                List<Figure> figures);
    }

    TemplateInstance page(UUID id, PageContext page, LongLists.Wanted wanted, ExerciseAccess sight) {
        ReportDraft draft = reports.draft(id, sight);
        return Templates.report(page, draft, LongLists.of(draft, wanted), reports.names(draft),
                ZoneId.of(draft.exercise().zone()), ReportPicture.of(draft));
    }

    /** Equal requests at the same time share one document. */
    CompletionStage<byte[]> pdf(UUID id, ExerciseAccess reader) {
        return work.start(HeavyWork.Kind.DOCUMENT, reader.viewer(), reports.position(id, reader),
                () -> PdfRenderer.pdf(QuarkusTransaction.requiringNew().call(() -> paper(id, reader))));
    }

    private String paper(UUID id, ExerciseAccess reader) {
        ReportDraft draft = reports.derived(id, reader);
        return Templates.paper(draft, reports.names(draft), ZoneId.of(draft.exercise().zone()), ReportPicture.of(draft),
                Figures.of(draft)).render();
    }

    String markdown(UUID id, ExerciseAccess reader) {
        ReportDraft draft = reports.draft(id, reader);
        return markdown.data("draft", draft).data("names", reports.names(draft))
                .data("zone", ZoneId.of(draft.exercise().zone())).render();
    }
}
