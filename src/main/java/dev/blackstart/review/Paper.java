package dev.blackstart.review;

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

import dev.blackstart.web.limits.Work;

/**
 * Makes PDF of a page that was written for paper. It reaches nothing: no network, no file; the fonts come from the jar and are
 * embedded. Latin, Greek and Cyrillic are there; other scripts show as #.
 */
final class Paper {

    private static final String FONT = "Liberation Sans";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final Set<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

    private static final Map<String, byte[]> FONTS = new ConcurrentHashMap<>();

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private Paper() {
    }

    /** A long report takes a gigabyte for a few seconds: for threads for heavy work. Ends early if nobody waits for it. */
    static byte[] pdf(String html) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        font(builder, "Regular", NORMAL, FontStyle.NORMAL);
        font(builder, "Bold", BOLD, FontStyle.NORMAL);
        font(builder, "Italic", NORMAL, FontStyle.ITALIC);
        try (BatikSVGDrawer svg = new BatikSVGDrawer()) {
            builder.useSVGDrawer(svg);
            builder.useUriResolver((base, uri) -> null);
            builder.useExternalResourceAccessControl((uri, type) -> false,
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl((uri, type) -> false,
                    ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.withProducer("Blackstart");
            builder.useUnicodeLineBreaker(new LineBreaks());
            builder.usePageSupplier((document, width, height, number, shadow) -> page(document, width, height));
            builder.withW3cDocument(new W3CDom().fromJsoup(styled(html)), null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException failed) {
            throw new UncheckedIOException("The report could not be put on paper", failed);
        }
        return pdf.toByteArray();
    }

    private static PDPage page(PDDocument document, float width, float height) {
        Work.check();
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        return page;
    }

    private static Document styled(String html) {
        Document page = Jsoup.parse(html);
        try (InputStream style = open("paper/paper.css")) {
            page.head().appendElement("style").appendChild(new DataNode(new String(style.readAllBytes(),
                    StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("the jar's own style cannot be read", impossible);
        }
        return page;
    }

    private static void font(PdfRendererBuilder builder, String cut, int weight, FontStyle style) {
        byte[] font = FONTS.computeIfAbsent(cut, Paper::read);
        builder.useFont(() -> new ByteArrayInputStream(font), FONT, weight, style, true, EVERYWHERE);
    }

    private static byte[] read(String cut) {
        try (InputStream font = open("liberation/LiberationSans-" + cut + ".ttf")) {
            return withoutLigatures(font.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException("the jar's own font cannot be read", impossible);
        }
    }

    /**
     * The renderer looks for ligatures with a regular expression of its own for each piece of text, which takes most of the
     * time
     * of a long report. In a font whose directory of tables (16 bytes each, behind 12) names no GSUB it does not look.
     */
    private static byte[] withoutLigatures(byte[] font) {
        int tables = (font[4] & 0xff) << 8 | font[5] & 0xff;
        for (int at = 12; at < 12 + 16 * tables; at += 16) {
            if (new String(font, at, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
                font[at] = 'X';
            }
        }
        return font;
    }

    private static InputStream open(String resource) {
        InputStream found = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (found == null) {
            throw new IllegalStateException("the jar has no " + resource);
        }
        return found;
    }
}
