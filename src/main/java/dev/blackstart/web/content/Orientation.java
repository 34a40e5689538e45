package dev.blackstart.web.content;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a camera was held (EXIF tag 0x0112, 1 … 8): the one thing of a picture's EXIF that is not thrown away but drawn. */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int EXIF_CHUNK = 0x46495845; // "EXIF", little-endian
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** Upright where the file does not say, or says nonsense. */
    static Orientation of(byte[] sent, ContentKind kind) {
        return switch (kind) {
            case JPEG -> inJpeg(sent);
            case WEBP -> inWebp(ByteBuffer.wrap(sent));
            default -> UPRIGHT;
        };
    }

    /** Chunks after a header of twelve bytes; each has a name, a length and an even number of bytes. */
    private static Orientation inWebp(ByteBuffer file) {
        file.order(ByteOrder.LITTLE_ENDIAN);
        long at = RIFF_HEADER;
        while (at + CHUNK_HEADER <= file.limit()) {
            int body = (int) at + CHUNK_HEADER;
            long length = file.getInt(body - Integer.BYTES) & 0xffffffffL;
            if (file.getInt((int) at) == EXIF_CHUNK) {
                return inTiff(file.slice(body, (int) Math.min(length, file.limit() - body)));
            }
            at = body + length + length % 2;
        }
        return UPRIGHT;
    }

    private static Orientation inJpeg(byte[] jpeg) {
        ByteBuffer file = ByteBuffer.wrap(jpeg);
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) != START_OF_SCAN) {
            int length = file.getShort(at + 2) & 0xffff;
            int body = at + 4;
            int end = Math.min(jpeg.length, at + 2 + length);
            if ((jpeg[at + 1] & 0xff) == APP1 && body + EXIF.length < end
                    && Arrays.equals(jpeg, body, body + EXIF.length, EXIF, 0, EXIF.length)) {
                return inTiff(file.slice(body + EXIF.length, end - body - EXIF.length));
            }
            at += 2 + Math.max(2, length);
        }
        return UPRIGHT;
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xffffffffL;
        if (directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) ENTRY * i;
            if (entry + ENTRY > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort((int) entry) & 0xffff) == TAG) {
                int value = tiff.getShort((int) entry + 8) & 0xffff;
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    boolean isUpright() {
        return value == 1;
    }

    /** Whether width and height change places. */
    boolean isTurned() {
        return value >= 5;
    }

    /** What brings a picture of this size upright. */
    AffineTransform upright(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
