package dev.blackstart.target.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetRefused;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.testsupport.Configured;
import dev.blackstart.testsupport.Scripts;

class ProcessRunnerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration BRIEF = Duration.ofMillis(400);

    @TempDir
    private Path folder;

    private final UUID call = UUID.randomUUID();
    private ProcessRunner runner;

    @BeforeEach
    void start() {
        ProcessConfig config = Configured.mapping(ProcessConfig.class, Map.of("blackstart.drivers.process.enabled", "true",
                "blackstart.drivers.process.folder", folder.toString(), "blackstart.drivers.process.output-limit", "1000",
                "blackstart.drivers.process.environment.LAB", "yes"));
        runner = new ProcessRunner(config, new CommandFolder(config),
                new TargetSecrets(Configured.with(Map.of("blackstart.secrets.pass", "hunter22"))));
    }

    @AfterEach
    void nothingStays() {
        runner.end(call);
        assertThat(left()).isZero();
    }

    private int left() {
        return new ProcessTree("BLACKSTART_CALL=" + call).size();
    }

    private ProcessResult run(Duration timeout, String... command) {
        return runner.run(new ProcessRequest(List.of(command), List.of("orders-db", "stock"), call, timeout));
    }

    @Test
    void run_endsWithAStatus_outputOfBothStreams() {
        Scripts.write(folder, "fail", "echo one; echo two >&2; exit 3");
        ProcessResult result = run(SOON, "fail");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.output()).isEqualTo("one\ntwo\n");
        assertThat(result.cut()).isFalse();
    }

    @Test
    void run_arguments_arriveAsTheyAreWritten() {
        Scripts.write(folder, "show", "for one in \"$@\"; do echo \"[$one]\"; done");
        assertThat(run(SOON, "show", "a b", "$HOME", "*", "'x'", "").output()).isEqualTo("[a b]\n[$HOME]\n[*]\n['x']\n[]\n");
    }

    @Test
    void run_environment_clearedButForWhatIsNamed() {
        Scripts.write(folder, "show", "/usr/bin/env");
        List<String> names = run(SOON, "show").output().lines().map(line -> line.split("=")[0])
                .filter(name -> !Set.of("SHLVL", "_").contains(name)).toList();
        assertThat(names).containsExactlyInAnyOrder("LANG", "LAB", "BLACKSTART_TARGETS", "BLACKSTART_CALL", "BLACKSTART_RUN",
                "PWD");
        Scripts.write(folder, "targets", "echo $BLACKSTART_TARGETS");
        assertThat(run(SOON, "targets").output()).isEqualTo("orders-db,stock\n");
    }

    @Test
    void run_secretInAnArgument_givenAndMasked() {
        Scripts.write(folder, "show", "test \"$1\" = hunter22 && echo \"got $1\"");
        assertThat(run(SOON, "show", "${secret:pass}").output()).isEqualTo("got ${secret:pass}\n");
    }

    @Test
    void run_flood_keptToTheLimitAndEnds() {
        Scripts.write(folder, "flood", "/usr/bin/head -c 50000000 /dev/zero | /usr/bin/tr '\\0' x");
        ProcessResult result = run(SOON, "flood");
        assertThat(result.output()).hasSize(1000);
        assertThat(result.cut()).isTrue();
        assertThat(result.exit()).isZero();
    }

    @Test
    void run_floodWithoutEnd_endedInTime() {
        Scripts.write(folder, "flood", "exec /usr/bin/yes");
        assertThatExceptionOfType(TargetFailed.class).isThrownBy(() -> run(BRIEF, "flood"))
                .withMessageContaining("did not end within 400 ms")
                .satisfies(failed -> assertThat(failed.output).hasSize(1000));
        assertThat(left()).isZero();
    }

    @Test
    void run_hangs_wholeTreeEnded() {
        Scripts.write(folder, "hang", "(/bin/sleep 300 & /bin/sleep 300) & /bin/sleep 300");
        assertThatExceptionOfType(TargetFailed.class).isThrownBy(() -> run(BRIEF, "hang"));
        assertThat(left()).isZero();
    }

    @Test
    void run_descendantsReparentedIntoTheirOwnSession_endedAsWell() {
        Scripts.write(folder, "fork", "/usr/bin/setsid /bin/sh -c '/bin/sleep 300 & /bin/sleep 300 & exit 0'; /bin/sleep 300");
        assertThatExceptionOfType(TargetFailed.class).isThrownBy(() -> run(BRIEF, "fork"));
        assertThat(left()).isZero();
    }

    @Test
    void run_forksOnAndOn_endedAllTheSame() {
        Scripts.write(folder, "again", "/bin/sleep 0.02; \"$0\" & exec /bin/sleep 300");
        assertThatExceptionOfType(TargetFailed.class).isThrownBy(() -> run(BRIEF, "again"));
        assertThat(left()).isZero();
    }

    @Test
    void run_leavesAProcessThatFloods_returnsAtOnceAndIsNotDrowned() {
        Scripts.write(folder, "leave", "/usr/bin/yes &\necho started");
        assertThat(run(SOON, "leave").exit()).isZero();
        await().untilAsserted(() -> assertThat(left()).isZero()); // its output leads nowhere: the system ends it
    }

    @Test
    void run_leavesAQuietProcess_returnsAtOnceAndEndFindsIt() {
        Scripts.write(folder, "leave", "/bin/sleep 300 >/dev/null 2>&1 &\necho started");
        assertThat(run(SOON, "leave").output()).isEqualTo("started\n");
        await().until(() -> left() == 1);
        assertThat(runner.end(call)).isEqualTo(1);
    }

    @Test
    void run_leavesAProcessThatHoldsTheOutputOpen_returnsAtOnce() {
        Scripts.write(folder, "leave", "/bin/sleep 300 &\necho started");
        ProcessResult result = run(SOON, "leave");
        assertThat(result.output()).isEqualTo("started\n");
        assertThat(result.took()).isLessThan(SOON);
    }

    @Test
    void run_childPutsTheMarkAway_endedAsWell() {
        Scripts.write(folder, "hide", "/usr/bin/env -i /bin/sleep 301 & /bin/sleep 300");
        assertThatExceptionOfType(TargetFailed.class).isThrownBy(() -> run(BRIEF, "hide"));
        assertThat(ProcessHandle.allProcesses().filter(one -> one.info().arguments()
                .map(arguments -> List.of(arguments).contains("301")).orElse(false))).isEmpty();
    }

    @Test
    void run_interrupted_treeEnded() throws InterruptedException {
        Scripts.write(folder, "hang", "/bin/sleep 300 & /bin/sleep 300");
        Thread thread = new Thread(() -> assertThatExceptionOfType(TargetFailed.class).isThrownBy(() -> run(SOON, "hang")));
        thread.start();
        await().until(() -> left() >= 2);
        thread.interrupt();
        thread.join();
        assertThat(left()).isZero();
    }

    @Test
    void run_commandsSwitchedOff_refused() {
        ProcessConfig off = Configured.mapping(ProcessConfig.class,
                Map.of("blackstart.drivers.process.folder", folder.toString()));
        CommandFolder commands = new CommandFolder(off);
        assertThat(commands.isSwitchedOn()).isFalse();
        assertThat(commands.problems(List.of("x"))).singleElement().asString().contains("switched off");
    }

    @Test
    void run_badInterpreter_failsAndSaysSo() throws IOException {
        Path file = Scripts.write(folder, "broken", "");
        Files.writeString(file, "#!/no/such/interpreter\n");
        assertThatExceptionOfType(TargetFailed.class).isThrownBy(() -> run(SOON, "broken"))
                .withMessage("Command broken could not be started.").isNotInstanceOf(TargetRefused.class);
    }
}
