package dev.blackstart.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperTest {

    private static PDDocument paper(String body) throws IOException {
        return Loader.loadPDF(Paper.pdf("<!DOCTYPE html><html lang=en><head><title>T</title><style>body{font-family:"
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

    @Test
    void pdf_otherScripts_stillMade() throws IOException {
        try (PDDocument document = paper("<p>漢字 🚲 עברית</p>")) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    /** Whatever stands in it: nothing is fetched, from the network or from a file. */
    @Test
    void pdf_linksToOutside_nothingIsFetched(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "leaked");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(500);
            String outside = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            String everyWay = ("<link rel=stylesheet href='U.css'><style>@import url(U); @font-face{font-family:F;src:url(U)}"
                    + " p{background:url(U)}</style><img src='U.png'><p style='font-family:F'>still here</p>"
                    + "<object type='image/svg+xml' data='U'></object>"
                    + "<svg width=9 height=9 xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                    + "<image width=9 height=9 xlink:href='U.png'/></svg>").replace("U", outside)
                    + "<img src='" + secret.toUri() + "'><object type='text/plain' data='" + secret.toUri() + "'></object>";
            try (PDDocument document = paper(everyWay)) {
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
