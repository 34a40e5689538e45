package dev.blackstart.directory.importing;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.directory.entry.EntryTypes;
import dev.blackstart.directory.files.FileViolation;
import dev.blackstart.directory.files.ParsedFile;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Texts;
import dev.blackstart.web.limits.HeavyTask;
import dev.blackstart.web.limits.HeavyWork;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Files of the API: the same for people, teams and systems. */
@ApplicationScoped
public class DirectoryFileApi {

    public static final String CSV = "text/csv";
    public static final String YAML = "application/yaml";

    /** Whoever has no preference gets JSON. */
    public static final String LESS = ";qs=0.5";

    /** A large file takes its time, in seconds. */
    private static final int PATIENCE = 900;

    /** As an import keeps it. */
    private static final int LONGEST_CHARSET = 16;

    private final EntryTypes entryTypes;
    private final FileImporter fileImporter;
    private final Viewer viewer;
    private final HeavyWork work;
    private final HttpHeaders headers;

    DirectoryFileApi(EntryTypes entryTypes, FileImporter fileImporter, Viewer viewer, HeavyWork work,
            @Context HttpHeaders headers) {
        this.headers = headers;
        this.work = work;
        this.entryTypes = entryTypes;
        this.fileImporter = fileImporter;
        this.viewer = viewer;
    }

    /** What an import did, or, dry, would do. @param warnings what looks wrong and is taken all the same */
    public record Imported(int entries, int made, int changed, int unchanged, List<FileViolation> warnings) {
    }

    public Imported take(String kind, String format, String charset, boolean dryRun, byte[] body) {
        viewer.mustBeMaster();
        String by = viewer.key();
        boolean admin = viewer.isAdmin();
        String encoding = encoding(charset);
        FileImporter.Outcome outcome = work.await(HeavyWork.Kind.FILE, by, null, () -> {
            ParsedFile sheet = ParsedFile.read(body == null ? new byte[0] : body, format, encoding, kind,
                    entryTypes.of(kind).columns());
            return QuarkusTransaction.requiringNew().timeout(PATIENCE)
                    .call(() -> fileImporter.take(entryTypes.of(kind), sheet, dryRun, admin, by, done -> HeavyTask.check()));
        });
        FileImporter.refuse(outcome);
        return new Imported(outcome.entries(), outcome.made(), outcome.changed(), outcome.unchanged(),
                outcome.warnings());
    }

    /** @param export given whether the viewer may read what is secret */
    private String export(String kind, String format, Function<Boolean, String> export) {
        boolean admin = viewer.isAdmin();
        return work.await(HeavyWork.Kind.FILE, viewer.key(), List.of(kind, format, admin),
                () -> QuarkusTransaction.requiringNew().call(() -> export.apply(admin)));
    }

    /** The one asked for, else the one that the Content-Type names, else UTF-8: some clients name one by themselves. */
    private String encoding(String asked) {
        MediaType type = headers.getMediaType();
        return charset(asked == null && type != null ? type.getParameters().get(MediaType.CHARSET_PARAMETER) : asked);
    }

    /** Its name, as {@link ParsedFile} reads it. @throws Problem 422 for one that cannot be read */
    static String charset(String asked) {
        String name = asked == null || asked.isBlank() ? ParsedFile.UTF_8 : asked.strip();
        try {
            return TextLimits.atMost(LONGEST_CHARSET, "charset", ParsedFile.charset(name).name());
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("charset",
                    "'%s' is not a charset that can be read. Save the file as UTF-8, and send charset=utf-8."
                            .formatted(Texts.cut(name, LONGEST_CHARSET)));
        }
    }

    public Response csv(String kind) {
        return Response.ok(export(kind, CSV, admin -> entryTypes.csv(entryTypes.of(kind), admin)), CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + kind + ".csv\"").build();
    }

    public Response yaml(String kind) {
        return Response.ok(export(kind, YAML, admin -> entryTypes.yaml(entryTypes.of(kind), admin)), YAML + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + kind + ".yaml\"").build();
    }
}
