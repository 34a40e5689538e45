package dev.blackstart.testsupport;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Pictures as phones and tricksters make them: the upper left quarter red, the rest blue. */
public final class Pictures {

    public static final int RED = 0xffff0000;
    public static final int BLUE = 0xff0000ff;

    /** What a phone writes into a picture: where its owner stood. */
    public static final String PLACE = "52.5200N 13.4050E Pia's phone";

    private Pictures() {
    }

    public static byte[] png(int width, int height) {
        return written(drawn(width, height), "png");
    }

    public static byte[] gif(int width, int height) {
        return written(drawn(width, height), "gif");
    }

    public static byte[] jpeg(int width, int height) {
        return written(drawn(width, height), "jpg");
    }

    /** A camera's picture with EXIF: how it was held and where. */
    public static byte[] photo(int width, int height, int orientation) {
        byte[] place = (PLACE + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + place.length);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        tiff.putShort((short) 0x010e).putShort((short) 2).putInt(place.length).putInt(38).putInt(0).put(place);
        byte[] exif = tiff.array();
        byte[] plain = jpeg(width, height);
        ByteBuffer whole = ByteBuffer.allocate(plain.length + 10 + exif.length);
        whole.put(plain, 0, 2).putShort((short) 0xffe1).putShort((short) (8 + exif.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif).put(plain, 2, plain.length - 2);
        return whole.array();
    }

    /** As a browser or phone saves it: 64 × 32 pixels before it is turned by a quarter, with its place. */
    public static byte[] webpPhoto() {
        return resource("/content/photo.webp");
    }

    /** 64 × 32 pixels without loss; the lower right corner is transparent. */
    public static byte[] transparentWebp() {
        return resource("/content/transparent.webp");
    }

    private static byte[] resource(String path) {
        try (InputStream in = Pictures.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A few bytes that claim to be a picture as large as this. */
    public static byte[] bomb(int width, int height) {
        byte[] png = png(1, 1);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return png;
    }

    public static byte[] withText(byte[] png, String text) {
        byte[] chunk = ("tEXtComment\0" + text).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(chunk);
        ByteBuffer whole = ByteBuffer.allocate(png.length + chunk.length + 8);
        return whole.put(png, 0, 33).putInt(chunk.length - 4).put(chunk).putInt((int) sum.getValue())
                .put(Arrays.copyOfRange(png, 33, png.length)).array();
    }

    public static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static BufferedImage drawn(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x < width / 2 && y < height / 2 ? RED : BLUE);
            }
        }
        return image;
    }

    private static byte[] written(BufferedImage image, String kind) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, kind, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
