package dev.blackstart.imports;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.catalogue.source.Violation;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The page on which a file of another tool is looked at before anything is made of it. */
@Path("/imports")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class FormatImportResource {

    private final ImportFormats formats;
    private final Viewer viewer;

    FormatImportResource(ImportFormats formats, Viewer viewer) {
        this.formats = formats;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "imports")
    static class Templates {
        static native TemplateInstance upload(PageContext page, List<ImportFormat> formats, FormState typed,
                List<Violation> violations);

        static native TemplateInstance preview(PageContext page, String file, ImportFormat format, Conversion result);
    }

    @GET
    public TemplateInstance show() {
        viewer.mustBeMaster();
        return upload(FormState.NOTHING, List.of());
    }

    private TemplateInstance upload(FormState typed, List<Violation> violations) {
        return Templates.upload(viewer.page("Import", "plans"), formats.all(), typed, violations);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response preview(@RestForm String format, @RestForm FileUpload file) {
        viewer.mustBeMaster();
        FormState typed = FormState.in("convert", "format", format, "file", null);
        try {
            ImportedFile sent = UploadedFile.read(file);
            Conversion result = formats.convert(sent, format, viewer.key());
            ImportFormat used = formats.all().stream().filter(one -> one.key().equals(result.format())).findFirst()
                    .orElseThrow();
            return Response.ok(Templates.preview(viewer.page("Import", "plans"), sent.name(), used, result)).build();
        } catch (ImportRefused refused) {
            return Response.status(refused.status).entity(upload(typed.refused(refused), refused.violations())).build();
        } catch (Problem problem) {
            return Response.status(problem.status).entity(upload(typed.refused(problem), List.of())).build();
        }
    }
}
