package dev.blackstart.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkus.logging.Log;

/**
 * The folder of the embedded database and the session key: only the account that runs the product reads it. Whoever reads these
 * files reads every exercise, or signs in as anybody.
 */
public final class DataFolder {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private DataFolder() {
    }

    /**
     * Makes the folder where there is none, and takes others' permissions off what is in it. A folder that holds other things
     * too
     * keeps its own permissions; our files in it do not.
     */
    public static void protect(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The data folder " + folder.toAbsolutePath() + " cannot be made; set BLACKSTART_DATA_DIR",
                    failed);
        }
        try {
            if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null) {
                return;
            }
            List<Path> content = content(folder);
            if (content.stream().allMatch(DataFolder::isOurs)) {
                Files.setPosixFilePermissions(folder, FOLDER);
            }
            for (Path file : content) {
                if (isOurs(file) && Files.isRegularFile(file)) {
                    Files.setPosixFilePermissions(file, FILE);
                }
            }
        } catch (IOException failed) {
            Log.warnf("Other accounts may read the data folder %s (%s); make this account its owner", folder.toAbsolutePath(),
                    failed);
        }
    }

    /** Makes the file of the database, where the folder is there: the database would let other accounts read it. */
    public static void makeFile(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (Files.notExists(file) && Files.isDirectory(folder)
                    && Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The data folder " + folder + " is not writable; set BLACKSTART_DATA_DIR", failed);
        }
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("blackstart.") || name.equals("session.key");
    }
}
