package dev.blackstart.review.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;

import javax.imageio.ImageIO;

/** A picture as small as print needs it: a JPEG within the page, so that nothing has to be reached. */
public final class PaperPicture {

    /** Of what the renderer shows; everything else would be an address that it does not reach. */
    static final String INLINE = "data:image/jpeg;base64,";

    /** Pixels of its longer side: 170 per inch at the width of the page. */
    private static final int LONGEST = 1_000;

    private PaperPicture() {
    }

    /** @return its address and whether it is wide or tall; empty for what is no picture that Java reads */
    public static Optional<Printed> of(byte[] picture) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
            if (read == null) {
                return Optional.empty();
            }
            BufferedImage small = scaled(read);
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(small, "jpeg", jpeg);
            return Optional.of(new Printed(INLINE + Base64.getEncoder().encodeToString(jpeg.toByteArray()),
                    small.getWidth() >= small.getHeight() ? "wide" : "tall"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a picture of the report cannot be read", unreadable);
        }
    }

    /** @param data address of the picture, with all of it @param shape wide or tall */
    public record Printed(String data, String shape) {
    }

    /** On white where it is transparent. */
    private static BufferedImage scaled(BufferedImage whole) {
        double scale = Math.min(1, (double) LONGEST / Math.max(whole.getWidth(), whole.getHeight()));
        int width = Math.max(1, (int) Math.round(whole.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(whole.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = small.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(whole, 0, 0, width, height, Color.WHITE, null);
        drawing.dispose();
        return small;
    }
}
