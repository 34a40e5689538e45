package dev.blackstart.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** Files that come in a form. */
final class UploadedFile {

    private UploadedFile() {
    }

    /** @throws Problem 422 where no file was chosen */
    static ImportedFile read(FileUpload file) {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            throw Problem.invalid("file", "Choose a file.");
        }
        try {
            return new ImportedFile(TextLimits.kept(TextLimits.LINE, file.fileName()), file.contentType(),
                    Files.readAllBytes(file.uploadedFile()));
        } catch (IOException failed) {
            throw new UncheckedIOException("the uploaded file cannot be read", failed);
        }
    }
}
