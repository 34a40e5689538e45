package dev.blackstart.review;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.review.document.ReportDocument;
import dev.blackstart.review.document.ReportDocuments;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.signoff.SignOff;
import dev.blackstart.review.signoff.SignOff.Signed;

/**
 * A report in one JSON object: what is derived, and what people have made of it.
 *
 * @param signatures of the newest revision
 */
public record ReportAnswer(@JsonUnwrapped ReportDraft draft, @JsonUnwrapped ReportDocument document,
        List<Signed> signatures) {

    static ReportAnswer of(ReportDraft draft, ReportDocuments documents) {
        return of(draft, documents.of(draft.exercise().id(), draft));
    }

    public static ReportAnswer of(ReportDraft draft, ReportDocument document) {
        return new ReportAnswer(draft, document, SignOff.of(draft.exercise().id(), document.revision()));
    }
}
