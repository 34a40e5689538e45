package dev.blackstart.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.Plans;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PlanFolderTest {

    @Inject
    PlanImporter importer;

    @TempDir
    Path folder;

    private final String key = "folder-" + UUID.randomUUID();

    private String plan(String name) {
        return Plans.minimal().replace("key: minimal", "key: " + key).replace("The least a plan says", name);
    }

    private void start() {
        new PlanFolder(importer, () -> folder.toString()).atStart(null);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private Plan found() {
        return QuarkusTransaction.requiringNew().call(() -> Plan.byKey(key));
    }

    @Test
    void start_newThenSameThenChanged_revisions() throws IOException {
        write("a.yaml", plan("One"));
        start();
        start();
        assertThat(found().revision).isEqualTo(1);
        assertThat(found().type).isEqualTo("tabletop");
        write("a.yaml", plan("Two"));
        start();
        assertThat(found().revision).isEqualTo(2);
        assertThat(found().name).isEqualTo("Two");
    }

    @Test
    void start_brokenFilesBesideAGoodOne_goodOneImported() throws IOException {
        write("a.yaml", "key: [");
        write("b.yaml", Plans.minimal().replace("owner: dana", "owner: nobody"));
        write("c.yaml", "x".repeat(2_000_000));
        write("d.yaml", plan("Good"));
        write("e.yml", "not looked at");
        Files.createDirectory(folder.resolve("f.yaml"));
        start();
        assertThat(found().name).isEqualTo("Good");
    }

    @Test
    void start_twoFilesOfOneKey_firstCounts() throws IOException {
        write("a.yaml", plan("First"));
        write("b.yaml", plan("Copy"));
        start();
        start();
        assertThat(found().name).isEqualTo("First");
        assertThat(found().revision).isEqualTo(1);
    }

    @Test
    void start_importedOtherwiseSince_unchangedFileDoesNotUndoIt() throws IOException {
        write("a.yaml", plan("From the file"));
        start();
        importer.importPlan(plan("Corrected").getBytes(StandardCharsets.UTF_8), "dana", false);
        start();
        assertThat(found().name).isEqualTo("Corrected");
        write("a.yaml", "# only a comment more\n" + plan("From the file"));
        start();
        assertThat(found().name).isEqualTo("Corrected");
        write("a.yaml", plan("From the file, later"));
        start();
        assertThat(found().name).isEqualTo("From the file, later");
        assertThat(found().revision).isEqualTo(3);
    }

    @Test
    void start_noFolder_silent() {
        new PlanFolder(importer, () -> folder.resolve("none").toString()).atStart(null);
        assertThat(found()).isNull();
    }
}
