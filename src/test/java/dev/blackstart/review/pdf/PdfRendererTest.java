package dev.blackstart.review.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfRendererTest {

    private static PDDocument paper(String body) throws IOException {
        return Loader.loadPDF(PdfRenderer.pdf("<!DOCTYPE html><html lang=en><head><title>T</title><style>body{font-family:"
                + "\"Liberation Sans\"}</style></head><body>" + body + "</body></html>"));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    @Test
    void pdf_latinGreekCyrillic_embeddedAndReadable() throws IOException {
        try (PDDocument document = paper("<p>Größe, Ελληνικά, Кириллица</p><b>bold</b>")) {
            assertThat(text(document)).contains("Größe, Ελληνικά, Кириллица", "bold");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "数据库主节点失去连接", "テストです", "오류가 발생했습니다", "สวัสดี", "ქართული", "🔥", "🚲", "☎" })
    void pdf_otherScripts_printedInAFontThatHasThem(String text) throws IOException {
        try (PDDocument document = paper("<p>Seen: " + text + "</p>")) {
            assertThat(text(document)).contains("Seen: " + text).doesNotContain("#", PaperText.MISSING);
        }
    }

    @Test
    void pdf_arabic_joinedAndFromRightToLeft() throws IOException {
        try (PDDocument document = paper("<p>سلام (12:04) عليكم</p>")) {
            // as it stands on paper, from the left: the last word first, each letter in its shape
            String drawn = text(document).replace("\u200B", "").strip();
            assertThat(drawn).doesNotContain("#", PaperText.MISSING);
            assertThat(Normalizer.normalize(drawn, Normalizer.Form.NFKC)).contains("سلام", "12:04", "عليكم");
        }
    }

    @ParameterizedTest
    @CsvSource({ "אבג, גבא", "אב 12 גד, דג 12 בא", "א (12:04) ב, ב (12:04) א", "אב abc גד, דג abc בא" })
    void reorder_numbersAndLatinInside_keepTheirDirection(String written, String drawn) {
        assertThat(new RightToLeft().reorderRTLTextToLTR(written)).isEqualTo(drawn);
    }

    @Test
    void pdf_emojiWithVariantAndShade_oneShape() throws IOException {
        try (PDDocument document = paper("<p>ok 👍🏽 ✅️ end</p>")) {
            assertThat(text(document)).contains("ok 👍 ✅ end");
        }
    }

    @Test
    void pdf_characterThatNoFontHas_boxAndNote() throws IOException {
        try (PDDocument document = paper("<p>Linear A: 𐘀𐘁</p>")) {
            assertThat(text(document)).contains("Linear A: □□", "2 characters of this text have no shape").doesNotContain("#");
        }
    }

    @Test
    void pdf_latinAlone_noOtherFontIsEmbedded() throws IOException {
        try (PDDocument document = paper("<p>Plain</p>")) {
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).getName()).contains("Liberation");
            }
        }
    }

    /** Whatever stands in it: nothing is fetched, from the network or from a file. */
    @Test
    void pdf_linksToOutside_nothingIsFetched(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "leaked");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(500);
            String outside = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            String everyChannel = ("<link rel=stylesheet href='U.css'><style>@import url(U); @font-face{font-family:F;src:url(U)}"
                    + " p{background:url(U)}</style><img src='U.png'><p style='font-family:F'>still here</p>"
                    + "<object type='image/svg+xml' data='U'></object>"
                    + "<svg width=9 height=9 xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                    + "<image width=9 height=9 xlink:href='U.png'/></svg>").replace("U", outside)
                    + "<img src='" + secret.toUri() + "'><object type='text/plain' data='" + secret.toUri() + "'></object>";
            try (PDDocument document = paper(everyChannel)) {
                assertThat(text(document)).contains("still here").doesNotContain("leaked");
            }
            assertThat(knocked(server)).isFalse();
        }
    }

    private static boolean knocked(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }
}
