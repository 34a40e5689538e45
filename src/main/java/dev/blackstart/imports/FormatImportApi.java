package dev.blackstart.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** Files of other tools, converted to ours. Changes nothing: what comes back is imported by whoever likes it. */
@Path("/api/imports")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class FormatImportApi {

    private final ImportFormats formats;
    private final Viewer viewer;

    FormatImportApi(ImportFormats formats, Viewer viewer) {
        this.formats = formats;
        this.viewer = viewer;
    }

    /** A conversion as the API tells it. @param kind plan, directory or incidents */
    public record Converted(String format, String kind, String text, Map<String, String> mapping,
            List<ConversionWarning> warnings, List<String> unmapped) {
        static Converted of(Conversion done) {
            return new Converted(done.format(), done.kind().name().toLowerCase(Locale.ROOT), done.text(), done.mapping(),
                    done.warnings(), done.unmapped());
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Converted convert(@QueryParam("format") String format, @Context HttpHeaders headers, byte[] body) {
        viewer.mustBeMaster();
        MediaType type = headers.getMediaType();
        String named = type == null ? null : type.getType() + "/" + type.getSubtype();
        return Converted.of(formats.convert(new ImportedFile(null, named, body == null ? new byte[0] : body), format,
                viewer.key()));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Converted convert(@QueryParam("format") String format, @RestForm FileUpload file) {
        viewer.mustBeMaster();
        return Converted.of(formats.convert(UploadedFile.read(file), format, viewer.key()));
    }
}
