package dev.blackstart.review.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;

import dev.blackstart.web.limits.HeavyTask;

/**
 * Makes PDF of a page that was written for paper. It reaches nothing: no network, no file; the fonts come from the jar and are
 * embedded. A character that none of them has shows as a box, with a note.
 */
public final class PdfRenderer {

    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final Set<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

    private static final Map<String, byte[]> CUTS = new ConcurrentHashMap<>();

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private PdfRenderer() {
    }

    /** A long report takes a gigabyte for a few seconds: for threads for heavy work. Ends early if nobody waits for it. */
    public static byte[] pdf(String html) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        Document page = Jsoup.parse(html);
        PaperText text = PaperText.of(page);
        text.fonts().forEach(font -> font(builder, font.family, font.bytes(), NORMAL, FontStyle.NORMAL));
        font(builder, PaperFont.LATIN.family, cut("Bold"), BOLD, FontStyle.NORMAL);
        font(builder, PaperFont.LATIN.family, cut("Italic"), NORMAL, FontStyle.ITALIC);
        if (text.isRightToLeft()) {
            builder.useUnicodeBidiSplitter(RightToLeft.Runs::new).useUnicodeBidiReorderer(new RightToLeft());
        }
        try (BatikSVGDrawer svg = new BatikSVGDrawer()) {
            builder.useSVGDrawer(svg);
            builder.useUriResolver((base, uri) -> isInline(uri) ? uri : null);
            builder.useExternalResourceAccessControl((uri, type) -> isInline(uri),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl((uri, type) -> isInline(uri),
                    ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.withProducer("Blackstart");
            builder.useUnicodeLineBreaker(new LineBreaks());
            builder.usePageSupplier((document, width, height, number, shadow) -> page(document, width, height));
            builder.withW3cDocument(new W3CDom().fromJsoup(styled(page, text)), null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException failed) {
            throw new UncheckedIOException("The report could not be put on paper", failed);
        }
        return pdf.toByteArray();
    }

    /** Pictures that the page itself holds. */
    private static boolean isInline(String uri) {
        return uri != null && uri.startsWith(PaperPicture.INLINE);
    }

    private static PDPage page(PDDocument document, float width, float height) {
        HeavyTask.check();
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        return page;
    }

    private static Document styled(Document page, PaperText text) {
        try (InputStream style = PaperFont.open("paper/paper.css")) {
            style(page, new String(style.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("the jar's own style cannot be read", impossible);
        }
        style(page, "body{font-family:%s}".formatted(text.fonts().stream().map(font -> '"' + font.family + '"')
                .collect(Collectors.joining(","))));
        return page;
    }

    private static void style(Document page, String css) {
        page.head().appendElement("style").appendChild(new DataNode(css));
    }

    private static byte[] cut(String name) {
        return CUTS.computeIfAbsent(name, cut -> PaperFont.read("liberation/LiberationSans-" + cut + ".ttf"));
    }

    private static void font(PdfRendererBuilder builder, String family, byte[] font, int weight, FontStyle style) {
        builder.useFont(() -> new ByteArrayInputStream(font), family, weight, style, true, EVERYWHERE);
    }
}
