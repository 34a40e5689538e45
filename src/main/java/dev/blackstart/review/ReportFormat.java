package dev.blackstart.review;

import java.time.ZoneId;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.web.AxisPicture;
import dev.blackstart.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;

/** Writes a report for people: as a page that prints well, or as Markdown. */
@ApplicationScoped
class ReportFormat {

    private final Reports reports;
    private final Template markdown;

    ReportFormat(Reports reports, @Location("review/report.md") Template markdown) {
        this.reports = reports;
        this.markdown = markdown;
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance report(Page page, ReportDraft draft, Names names, ZoneId zone,
                AxisPicture picture);

        static native TemplateInstance paper(ReportDraft draft, Names names, ZoneId zone, AxisPicture picture);
    }

    TemplateInstance page(UUID id, Page page) {
        ReportDraft draft = reports.draft(id);
        return Templates.report(page, draft, reports.names(draft), ZoneId.of(draft.exercise().zone()),
                ReportPicture.of(draft));
    }

    byte[] pdf(UUID id) {
        ReportDraft draft = reports.draft(id);
        return Paper.pdf(Templates.paper(draft, reports.names(draft), ZoneId.of(draft.exercise().zone()),
                ReportPicture.of(draft)).render());
    }

    String markdown(UUID id) {
        ReportDraft draft = reports.draft(id);
        return markdown.data("draft", draft).data("names", reports.names(draft))
                .data("zone", ZoneId.of(draft.exercise().zone())).render();
    }
}
