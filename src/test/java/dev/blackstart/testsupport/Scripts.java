package dev.blackstart.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Commands for a process folder. */
public final class Scripts {

    private Scripts() {
    }

    /** An executable file whose text a shell runs. */
    public static Path write(Path folder, String name, String text) {
        try {
            Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
