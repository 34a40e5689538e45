package dev.blackstart.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path place;

    @Test
    void protect_noFolder_madeForTheOwnerAlone() throws IOException {
        DataFolder.protect(place.resolve("a/data"));
        assertThat(permissions(place.resolve("a/data"))).isEqualTo("rwx------");
    }

    @Test
    void protect_folderAndFilesThatOthersMayRead_othersReadNothing() throws IOException {
        Path database = readable("blackstart.mv.db");
        Path key = readable("session.key");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder.protect(place);
        assertThat(permissions(place)).isEqualTo("rwx------");
        assertThat(permissions(database)).isEqualTo("rw-------");
        assertThat(permissions(key)).isEqualTo("rw-------");
    }

    /** Somebody keeps the data in a folder of their own: what else is there stays as it is. */
    @Test
    void protect_folderWithOtherThings_ourFilesAlone() throws IOException {
        Path database = readable("blackstart.mv.db");
        Path other = readable("other.txt");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder.protect(place);
        assertThat(permissions(place)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(database)).isEqualTo("rw-------");
        assertThat(permissions(other)).isEqualTo("rw-r--r--");
    }

    private Path readable(String name) throws IOException {
        Path file = Files.createFile(place.resolve(name));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
