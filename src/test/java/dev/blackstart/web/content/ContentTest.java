package dev.blackstart.web.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.problem.Problem;
import dev.blackstart.testsupport.Pictures;

/** Files from phones, and files nobody means well with. */
class ContentTest {

    @Test
    void picture_ofEachKind_keptAsWhatItIs() {
        assertThat(Content.of("a.jpg", Pictures.png(30, 20)).type()).isEqualTo("image/png");
        assertThat(Content.of("a", Pictures.gif(30, 20)).name()).isEqualTo("a.gif");
        Content jpeg = Content.of("IMG 1.PNG", Pictures.jpeg(30, 20));
        assertThat(jpeg.name()).isEqualTo("IMG 1.jpg");
        assertThat(jpeg.width()).isEqualTo(30);
        assertThat(jpeg.height()).isEqualTo(20);
        for (byte[] kept : Arrays.asList(jpeg.bytes(), jpeg.preview())) {
            assertThat(Pictures.read(kept).getWidth()).isEqualTo(30);
        }
    }

    /** Where the red quarter stands once the picture is upright. */
    @ParameterizedTest
    @CsvSource({ "1, 64, 32, left, top", "2, 64, 32, right, top", "3, 64, 32, right, bottom", "4, 64, 32, left, bottom",
            "5, 32, 64, left, top", "6, 32, 64, right, top", "7, 32, 64, right, bottom", "8, 32, 64, left, bottom" })
    void photo_heldAnyWay_drawnUpright(int orientation, int width, int height, String side, String end) {
        Content content = Content.of("photo.jpg", Pictures.photo(64, 32, orientation));
        BufferedImage upright = Pictures.read(content.bytes());
        assertThat(upright.getWidth()).isEqualTo(width).isEqualTo(content.width());
        assertThat(upright.getHeight()).isEqualTo(height);
        for (int x : new int[] { 4, width - 5 }) {
            for (int y : new int[] { 4, height - 5 }) {
                boolean red = x < width / 2 == side.equals("left") && y < height / 2 == end.equals("top");
                Color seen = new Color(upright.getRGB(x, y));
                assertThat(seen.getRed() > 128).as("%d, %d is %s", x, y, seen).isEqualTo(red);
                assertThat(seen.getBlue() > 128).as("%d, %d is %s", x, y, seen).isEqualTo(!red);
            }
        }
    }

    @Test
    void photo_ofAPhone_whereItWasTakenIsGone() {
        byte[] photo = Pictures.photo(64, 32, 1);
        assertThat(text(photo)).contains(Pictures.PLACE);
        Content kept = Content.of("photo.jpg", photo);
        assertThat(text(kept.bytes())).doesNotContain("Exif", Pictures.PLACE);
        assertThat(text(kept.preview())).doesNotContain("Exif", Pictures.PLACE);
        byte[] commented = Pictures.withText(Pictures.png(8, 8), "taken by pia");
        assertThat(text(commented)).contains("taken by pia");
        assertThat(text(Content.of("x.png", commented).bytes())).doesNotContain("taken by pia");
        byte[] tailed = Arrays.copyOf(photo, photo.length + 9);
        System.arraycopy("<script>x".getBytes(StandardCharsets.US_ASCII), 0, tailed, photo.length, 9);
        assertThat(text(Content.of("x.jpg", tailed).bytes())).doesNotContain("<script>");
    }

    @Test
    void webp_photoOfAPhone_pngUprightWithoutItsPlace() {
        byte[] photo = Pictures.webpPhoto();
        assertThat(text(photo)).contains("EXIF", Pictures.PLACE);
        Content kept = Content.of("photo.webp", photo);
        assertThat(kept.type()).isEqualTo("image/png");
        assertThat(kept.name()).isEqualTo("photo.png");
        assertThat(text(kept.bytes())).doesNotContain("EXIF", Pictures.PLACE);
        BufferedImage upright = Pictures.read(kept.bytes());
        assertThat(upright.getWidth()).isEqualTo(32).isEqualTo(kept.width());
        assertThat(upright.getHeight()).isEqualTo(64).isEqualTo(kept.height());
        assertThat(new Color(upright.getRGB(27, 4)).getRed()).isGreaterThan(128);
        assertThat(new Color(upright.getRGB(4, 4)).getBlue()).isGreaterThan(128);
        assertThat(new Color(upright.getRGB(27, 59)).getBlue()).isGreaterThan(128);
        assertThat(Pictures.read(kept.preview()).getHeight()).isEqualTo(64);
    }

    @Test
    void webp_transparent_staysTransparent() {
        BufferedImage kept = Pictures.read(Content.of("x.webp", Pictures.transparentWebp()).bytes());
        assertThat(kept.getRGB(1, 1)).isEqualTo(Pictures.RED);
        assertThat(kept.getRGB(62, 30) >>> 24).isZero();
    }

    @Test
    void webp_damaged_refused() {
        byte[] damaged = Arrays.copyOf(Pictures.webpPhoto(), 40);
        assertThatThrownBy(() -> Content.of("x.webp", damaged)).isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void picture_large_thinnedOutAndPreviewed() {
        Content content = Content.of("wide.png", Pictures.png(9_000, 30));
        assertThat(content.width()).isEqualTo(3_000);
        assertThat(Pictures.read(content.preview()).getWidth()).isEqualTo(320);
    }

    @Test
    void picture_thatClaimsBillionsOfPixels_refused() {
        assertThatThrownBy(() -> Content.of("x.png", Pictures.bomb(60_000, 60_000))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status).isEqualTo(422)).hasMessageContaining("120 million pixels");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<!DOCTYPE html><html></html>", "<html>", "  \n<script>alert(1)</script>",
            "\u00ef\u00bb\u00bf<svg/>",
            "<?xml version='1.0'?>", "<!-- -->", "GIF89a<script>alert(1)</script>", "\u00ff\u00d8\u00ff<html>", "RIFF1234WEBPx",
            "zero \u0000 byte", "MZ\u0090\u0000" })
    void file_ofNoKindWeTake_refusedWithASentence(String bytes) {
        for (String name : new String[] { "shot.png", "page.html", "notes.txt", null }) {
            assertThatThrownBy(() -> Content.of(name, bytes.getBytes(StandardCharsets.ISO_8859_1))).as(name)
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status).isEqualTo(422))
                    .hasMessageEndingWith(".");
        }
    }

    @Test
    void text_latin1Log_keptAsUtf8() {
        byte[] log = "09:12 pumpe l\u00E4uft \u2013 \u20AC 5".getBytes(Charset.forName("windows-1252"));
        assertThat(new String(Content.of("pump.log", log).bytes(), StandardCharsets.UTF_8))
                .isEqualTo("09:12 pumpe l\u00E4uft \u2013 \u20AC 5");
    }

    @Test
    void picture_heic_refusedWithWhatToSet() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Content.of("IMG_1.HEIC", heic)).hasMessageContaining("HEIC").hasMessageContaining("JPEG");
    }

    @Test
    void text_plain_keptByteForByte() {
        byte[] log = "<34>Oct 11 host su: failed\ttab\r\n\u001b[31mred\u001b[0m é 😀".getBytes(StandardCharsets.UTF_8);
        Content content = Content.of("/var/log/auth.log", log);
        assertThat(content.type()).isEqualTo("text/plain");
        assertThat(content.name()).isEqualTo("auth.txt");
        assertThat(content.bytes()).isEqualTo(log);
        assertThat(content.preview()).isNull();
        assertThatThrownBy(() -> Content.of("auth.png", log)).hasMessageContaining("“auth.png” is not a picture");
    }

    @Test
    void file_emptyOrTooLarge_refused() {
        assertThatThrownBy(() -> Content.of("x.txt", new byte[0])).isInstanceOf(Problem.class);
        byte[] ten = new byte[Content.LARGEST];
        Arrays.fill(ten, (byte) 'x');
        assertThat(Content.of("x.txt", ten).bytes()).hasSize(Content.LARGEST);
        assertThatThrownBy(() -> Content.of("x.txt", Arrays.copyOf(ten, ten.length + 1)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status).isEqualTo(413));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', value = { "../../etc/passwd→passwd.pdf", "C:\\\\x\\\\y.exe→y.pdf",
            "a\"b;x.pdf→a_b_x.pdf",
            "evil\u202Efdp.exe→evilfdp.pdf", "...→attachment.pdf", "日本.PDF→日本.pdf", "'  '→attachment.pdf" })
    void name_fromOutside_harmless(String name, String kept) {
        assertThat(Content.of(name, "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII)).name()).isEqualTo(kept);
    }

    @Test
    void name_endlessOrNone_short() {
        assertThat(Content.of("x".repeat(5_000) + ".txt", "t".getBytes(StandardCharsets.US_ASCII)).name()).hasSize(104);
        assertThat(Content.of("a\r\nSet-Cookie: x", "t".getBytes(StandardCharsets.US_ASCII)).name())
                .isEqualTo("aSet-Cookie_ x.txt");
        assertThat(Content.of(null, "t".getBytes(StandardCharsets.US_ASCII)).name()).isEqualTo("attachment.txt");
        assertThat(Content.of("pia.txt", "t".getBytes(StandardCharsets.US_ASCII)).nameless().name()).isEqualTo("file.txt");
        assertThat(Content.of("pia.png", Pictures.png(2, 2)).nameless().name()).isEqualTo("picture.png");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
