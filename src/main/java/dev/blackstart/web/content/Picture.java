package dev.blackstart.web.content;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

import dev.blackstart.problem.Problem;
import dev.blackstart.web.limits.HeavyTask;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture drawn afresh from its pixels: where and with what it was taken, and whatever was hidden beside them, is gone.
 *
 * @param kind what it is kept as; WebP becomes PNG
 * @param preview a small JPEG
 */
record Picture(ContentKind kind, byte[] bytes, byte[] preview, int width, int height) {

    /** What the largest phones take, and a little more; a file of a few bytes can claim a thousand times that. */
    private static final long MOST_PIXELS = 120_000_000;

    /**
     * Of what is no photo: several large screens beside each other. It is unpacked row by row before it is thinned out, and a
     * single colour of any size fits into a few kilobytes.
     */
    private static final long MOST_DRAWN_PIXELS = 50_000_000;

    /** A longer side is thinned out while it is read, so that pictures do not fill the memory; screens stay readable. */
    private static final int LONGEST_SCREEN = 4_096;

    /** A camera's photo becomes half as wide, a phone's own screenshot does not. */
    private static final int LONGEST_PHOTO = 3_300;

    private static final Set<Integer> PLAIN = Set.of(BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY);

    private static final int PREVIEW_SIDE = 320;
    private static final float QUALITY = 0.85f;

    /**
     * Takes a second or two and some hundred megabytes for a large one: for threads for heavy work.
     *
     * @throws Problem 422 where it is none, or too many pixels
     */
    static Picture redrawn(byte[] sent, ContentKind kind) {
        try {
            BufferedImage upright = upright(read(sent, kind), Orientation.of(sent, kind), kind != ContentKind.JPEG);
            HeavyTask.check();
            ContentKind kept = kind == ContentKind.WEBP ? ContentKind.PNG : kind;
            return new Picture(kept, written(upright, kept), written(preview(upright), ContentKind.JPEG), upright.getWidth(),
                    upright.getHeight());
        } catch (Problem | CancellationException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw unreadable();
        }
    }

    private static BufferedImage read(byte[] sent, ContentKind kind) throws IOException {
        ImageReader reader = reader(kind);
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long most = kind == ContentKind.JPEG ? MOST_PIXELS : MOST_DRAWN_PIXELS;
            if ((long) width * height > most) {
                throw Problem.invalid("file",
                        ("A photo (JPEG) has at most %d million pixels, other pictures %d million; this one"
                                + " claims %,d × %,d. Send a part of it, or a photo.").formatted(MOST_PIXELS / 1_000_000,
                                        MOST_DRAWN_PIXELS / 1_000_000, width, height));
            }
            int longest = kind == ContentKind.JPEG ? LONGEST_PHOTO : LONGEST_SCREEN;
            int step = Math.max(1, (Math.max(width, height) + longest - 1) / longest);
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    /** Java has readers for all kinds but WebP. */
    private static ImageReader reader(ContentKind kind) {
        return kind == ContentKind.WEBP ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByMIMEType(kind.type).next();
    }

    private static BufferedImage upright(BufferedImage read, Orientation held, boolean mayBeTransparent) {
        if (held.isUpright() && PLAIN.contains(read.getType())) {
            return read;
        }
        int width = read.getWidth();
        int height = read.getHeight();
        boolean transparent = mayBeTransparent && read.getColorModel().hasAlpha();
        BufferedImage drawn = new BufferedImage(held.isTurned() ? height : width, held.isTurned() ? width : height,
                transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR);
        draw(drawn, read, held.upright(width, height));
        return drawn;
    }

    /** On white, in steps of at most a half, so that writing on a screenshot stays readable. */
    private static BufferedImage preview(BufferedImage whole) {
        BufferedImage drawn = whole;
        double scale;
        do {
            scale = Math.max(0.5, Math.min(1, PREVIEW_SIDE / (double) Math.max(drawn.getWidth(), drawn.getHeight())));
            BufferedImage smaller = new BufferedImage(Math.max(1, (int) Math.round(drawn.getWidth() * scale)),
                    Math.max(1, (int) Math.round(drawn.getHeight() * scale)), BufferedImage.TYPE_INT_RGB);
            draw(smaller, drawn, AffineTransform.getScaleInstance(smaller.getWidth() / (double) drawn.getWidth(),
                    smaller.getHeight() / (double) drawn.getHeight()));
            drawn = smaller;
        } while (scale == 0.5 && Math.max(drawn.getWidth(), drawn.getHeight()) > PREVIEW_SIDE);
        return drawn;
    }

    private static void draw(BufferedImage onto, BufferedImage what, AffineTransform how) {
        Graphics2D pen = onto.createGraphics();
        if (!onto.getColorModel().hasAlpha()) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, onto.getWidth(), onto.getHeight());
        }
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(what, how, null);
        pen.dispose();
    }

    private static byte[] written(BufferedImage image, ContentKind kind) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(kind.type).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (kind == ContentKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Problem unreadable() {
        return Problem.invalid("file",
                "This picture cannot be read, it may be damaged; send it as PNG or JPEG, or a screenshot of it.");
    }
}
