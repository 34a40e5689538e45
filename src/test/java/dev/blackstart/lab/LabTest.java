package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.blackstart.testsupport.Ports;

/** The lab itself, without the product. */
class LabTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static Lab lab;

    @BeforeAll
    static void start() throws IOException {
        lab = new Lab(folder, Ports.free(10), "http://127.0.0.1:1");
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    private static void run(String command, String argument) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                List.of(Path.of("src/lab/commands", command).toAbsolutePath().toString(), argument))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(Map.of("LAB_HOME", folder.toString()));
        assertThat(builder.start().waitFor()).as(command).isZero();
    }

    @Test
    void databaseFailover_primaryKilled_standbyPromotedAndOldPrimaryRejoins() throws Exception {
        await().atMost(SOON).until(() -> lab.acknowledgedOrders() > 20);
        String before = lab.writingSite();
        String after = LabDatabase.other(before);
        run("pg-stop", "primary");
        await().atMost(SOON).until(() -> after.equals(lab.writingSite()));
        await().atMost(SOON).until(lab::takesOrders);
        int acknowledged = lab.acknowledgedOrders();
        run("pg-rejoin", "primary");
        run("pg-rejoin", "primary");
        assertThat(lab.isSiteRunning(before)).isTrue();
        assertThat(lab.writingSite()).isEqualTo(after);
        assertThat(lab.lostOrders()).isBetween(0, acknowledged);
    }

    @Test
    void site_off_otherSiteTakesOrders_onAgain() throws Exception {
        String site = lab.writingSite();
        run("site-off", site);
        assertThat(lab.isSiteRunning(site)).isFalse();
        await().atMost(SOON).until(lab::takesOrders);
        run("site-on", site);
        run("site-on", site);
        assertThat(lab.isSiteRunning(site)).isTrue();
        assertThat(lab.writingSite()).isEqualTo(LabDatabase.other(site));
    }

    @Test
    void pgRejoin_nothingPromotedMeanwhile_startsAsItWas() throws Exception {
        String site = lab.writingSite();
        String follower = LabDatabase.other(site);
        run("pg-stop", follower);
        run("pg-stop", site);
        run("pg-rejoin", "primary");
        assertThat(lab.isSiteRunning(site)).isTrue();
        assertThat(lab.isSiteRunning(follower)).isTrue();
        await().atMost(SOON).until(lab::takesOrders);
    }
}
