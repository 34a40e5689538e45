package dev.blackstart.hotwash;

import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.RequiresPermission;
import io.quarkus.security.Authenticated;

/** The address of a hot wash as a QR code, for the screen in the room. */
@Path("/exercises/{id}/hot-wash/code.svg")
@Authenticated
@Produces("image/svg+xml")
public class HotWashCode {

    private static final int QUIET_MODULES = 2;

    @GET
    @RequiresPermission({ Permission.TAKE_PART, Permission.SEE_CONTROL })
    public String code(UUID id, @Context UriInfo uri) {
        return svg(uri.getBaseUri().resolve("/exercises/" + id + "/hot-wash").toString());
    }

    /** A square for each dark module; black on white whatever the theme, because cameras expect it. */
    private static String svg(String text) {
        BitMatrix matrix = matrix(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="240" height="240" \
                shape-rendering="crispEdges"><rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>
                """.formatted(matrix.getWidth(), path);
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_MODULES));
        } catch (WriterException tooLong) {
            throw new IllegalStateException("The address is too long for a code: " + text, tooLong);
        }
    }
}
