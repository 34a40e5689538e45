package dev.blackstart.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Stream;

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

    /** Also in a folder that others may enter, and when the start fails later on. */
    @Test
    void database_madeAndUsed_othersReadNoFileOfIt() throws Exception {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        String url = ourUrl();
        assertThat(url).startsWith("jdbc:h2:file:");
        DataFolder.makeFile(place.resolve("blackstart.mv.db"));
        try (Connection connection = DriverManager.getConnection(
                url.replaceFirst("file:[^;]*", "file:" + place.resolve("blackstart").toAbsolutePath()));
                Statement statement = connection.createStatement()) {
            statement.execute("create table secret (id int primary key)");
            statement.execute("insert into secret values (1)");
            assertThatThrownBy(() -> statement.execute("insert into secret values (1)")).isInstanceOf(SQLException.class);
        }
        // what failed is in no file of errors
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(permissions(file)).as(file.toString())
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void makeFile_thereAlready_leftAsItIs() throws IOException {
        Path database = Files.writeString(place.resolve("blackstart.mv.db"), "kept");
        DataFolder.makeFile(database);
        assertThat(database).hasContent("kept");
    }

    @Test
    void embeddedFile_ofTheUrl_found() {
        assertThat(Database.embeddedFile("jdbc:h2:file:./data/blackstart;MODE=PostgreSQL")).contains(
                Path.of("./data/blackstart.mv.db"));
        assertThat(Database.embeddedFile("jdbc:h2:mem:test;MODE=PostgreSQL")).isEmpty();
        assertThat(Database.embeddedFile("jdbc:postgresql://db/blackstart")).isEmpty();
    }

    private static String ourUrl() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = Database.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        return settings.getProperty("quarkus.datasource.jdbc.url");
    }

    private Path readable(String name) throws IOException {
        Path file = Files.createFile(place.resolve(name));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
