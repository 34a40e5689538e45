package dev.blackstart.review;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.review.document.ReportDocument;
import dev.blackstart.review.document.ReportDocuments;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.pdf.PdfRenderer;
import dev.blackstart.review.pdf.PrintedFigure;
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
public class ReportFormat {

    private final Reports reports;
    private final Template markdown;
    private final HeavyWork work;
    private final ReportDocuments documents;

    ReportFormat(Reports reports, ReportDocuments documents, @Location("review/report.md") Template markdown, HeavyWork work) {
        this.work = work;
        this.documents = documents;
        this.reports = reports;
        this.markdown = markdown;
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance report(PageContext page, ReportDraft draft, LongLists lists, DirectoryNames names,
                ZoneId zone, AxisPicture picture, ReportDocument document, boolean edits);

        static native TemplateInstance paper(ReportDraft draft, DirectoryNames names, ZoneId zone, AxisPicture picture,
                List<PrintedFigure> figures, ReportDocument document);
    }

    /** @param html what is between the head and the foot of a page */
    record Article(String title, String html) {
    }

    Article article(UUID id, PageContext page, LongLists.Wanted wanted, ExerciseAccess sight) {
        ReportDraft draft = reports.draft(id, sight);
        return new Article(draft.exercise().name(),
                Templates.report(page, draft, LongLists.of(draft, wanted), reports.names(draft),
                        ZoneId.of(draft.exercise().zone()), ReportPicture.of(draft), documents.of(id, draft),
                        page.viewer() != null && draft.exercise().isOver() && draft.exercise().mode().equals("live")).render());
    }

    /** Equal requests at the same time share one document. */
    CompletionStage<byte[]> pdf(UUID id, ExerciseAccess reader) {
        return work.start(HeavyWork.Kind.DOCUMENT, reader.viewer(), reports.position(id, reader),
                () -> PdfRenderer.pdf(QuarkusTransaction.requiringNew().call(() -> paper(id, reader))));
    }

    /** A page for paper that is there already. @param key the same for equal pages */
    CompletionStage<byte[]> paper(String reader, Object key, String html) {
        return work.start(HeavyWork.Kind.DOCUMENT, reader, key, () -> PdfRenderer.pdf(html));
    }

    private String paper(UUID id, ExerciseAccess reader) {
        ReportDraft draft = reports.derived(id, reader);
        return Templates.paper(draft, reports.names(draft), ZoneId.of(draft.exercise().zone()), ReportPicture.of(draft),
                Figures.of(draft), documents.of(id, draft)).render();
    }

    String markdown(UUID id, ExerciseAccess reader) {
        ReportDraft draft = reports.draft(id, reader);
        return markdown.data("draft", draft).data("names", reports.names(draft))
                .data("zone", ZoneId.of(draft.exercise().zone())).data("document", documents.of(id, draft)).render();
    }

    /** @param page what is between the head and the foot of a page @param paper a whole page of its own */
    public record Rendered(String page, String markdown, String paper) {
    }

    /**
     * A report for readers, each list whole, without a way to change anything. @param withPictures whether findings' are
     * printed
     */
    public Rendered rendered(ReportDraft draft, ReportDocument document, boolean withPictures) {
        List<PrintedFigure> figures = withPictures ? QuarkusTransaction.requiringNew().call(() -> Figures.of(draft))
                : List.of();
        DirectoryNames names = reports.names(draft);
        ZoneId zone = ZoneId.of(draft.exercise().zone());
        AxisPicture picture = ReportPicture.of(draft);
        return new Rendered(
                Templates.report(new PageContext("Report", null, null), draft, LongLists.whole(draft), names, zone,
                        picture, document, false).render(),
                markdown.data("draft", draft).data("names", names).data("zone", zone).data("document", document).render(),
                Templates.paper(draft, names, zone, picture, figures, document).render());
    }
}
