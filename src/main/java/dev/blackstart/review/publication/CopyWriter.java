package dev.blackstart.review.publication;

import java.io.UncheckedIOException;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.review.ReportAnswer;
import dev.blackstart.review.ReportFormat;
import dev.blackstart.review.document.ReportDocument;
import dev.blackstart.review.draft.ReportDraft;

/** Makes the copy of a report that readers get: nothing in it leads where they may not go. */
@ApplicationScoped
class CopyWriter {

    /** What nobody but control staff reads of it, wherever it is. */
    private static final Set<String> KEPT_BACK = Set.of("href", "journal", "wrong", "prefilled");

    /** Buttons and links for those who edit. */
    private static final String TOOLS = ".no-print .button, a.button";

    private final ReportFormat format;
    private final ObjectMapper json;

    CopyWriter(ReportFormat format, ObjectMapper json) {
        this.format = format;
        this.json = json;
    }

    /** @param draft derived for readers @param document as it was signed, in the state published */
    ReportCopy copy(ReportDraft draft, ReportDocument document, ReportAudience audience) {
        ReportFormat.Rendered rendered = format.rendered(draft, document, audience == ReportAudience.ROSTER);
        return new ReportCopy(draft.exercise().name(), page(rendered.page(), audience), rendered.markdown(),
                json(draft, document), paper(rendered.paper(), audience));
    }

    private static String page(String html, ReportAudience audience) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        page.select(TOOLS).remove();
        strip(page, audience);
        return page.body().html();
    }

    private static String paper(String html, ReportAudience audience) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        strip(page, audience);
        return page.outerHtml();
    }

    /** Links to pages of the product become text; files of findings stay for the roster, who read findings. */
    private static void strip(Document page, ReportAudience audience) {
        boolean files = audience == ReportAudience.ROSTER;
        for (Element link : page.select("a[href^=/]")) {
            if (!files || !link.attr("href").startsWith("/attachments/")) {
                link.unwrap();
            }
        }
        if (!files) {
            page.select("img").remove();
        }
    }

    private String json(ReportDraft draft, ReportDocument document) {
        try {
            JsonNode tree = json.valueToTree(ReportAnswer.of(draft, document));
            keepBack(tree);
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void keepBack(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            object.remove(KEPT_BACK);
        }
        tree.forEach(CopyWriter::keepBack);
    }
}
