package dev.blackstart.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.blackstart.findings.attachment.Attachment;
import dev.blackstart.findings.attachment.AttachmentContent;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Finding;
import dev.blackstart.review.pdf.PaperPicture;
import dev.blackstart.review.pdf.PrintedFigure;
import dev.blackstart.web.limits.HeavyTask;

/** Reads the pictures of findings for print: those of the first findings, so that no report grows beyond what can be sent. */
final class Figures {

    private static final int MOST = 24;

    private Figures() {
    }

    /** In a transaction, one picture in memory at a time. Findings that were dismissed are left out. */
    static List<PrintedFigure> of(ReportDraft draft) {
        List<PrintedFigure> figures = new ArrayList<>();
        for (Finding finding : draft.findings()) {
            for (ReportDraft.Attachment file : finding.attachments()) {
                if (file.isPicture() && !finding.state().equals("dismissed") && figures.size() < MOST) {
                    HeavyTask.check();
                    picture(file).ifPresent(printed -> figures.add(new PrintedFigure(finding, file.name(), printed.data(),
                            printed.shape())));
                }
            }
        }
        return List.copyOf(figures);
    }

    /** What Java cannot read is printed from its small picture. */
    private static Optional<PaperPicture.Printed> picture(ReportDraft.Attachment file) {
        Attachment stored = Attachment.findById(UUID.fromString(file.id()));
        if (stored == null || !stored.isPicture()) {
            return Optional.empty();
        }
        return PaperPicture.of(AttachmentContent.of(stored.id)).or(() -> stored.previewId == null ? Optional.empty()
                : PaperPicture.of(AttachmentContent.of(stored.previewId)));
    }
}
