package dev.blackstart.driver.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.blackstart.driver.Driver;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.OutcomeUnknown;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.process.CommandFolder;
import dev.blackstart.target.process.ProcessConfig;
import dev.blackstart.target.process.ProcessRunner;
import dev.blackstart.target.process.ProcessWatchdog;
import dev.blackstart.testsupport.Configured;
import dev.blackstart.testsupport.DriverCalls;
import dev.blackstart.testsupport.Scripts;

class ProcessDriverTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final String REVERT = "{'driver': 'process', 'command': ['revert', 'a b', '$(id)']}";

    @TempDir
    private Path folder;

    private final DriverCalls fault = new DriverCalls(new TargetSystem("orders-db", List.of()),
            new TargetSystem("stock", List.of()));
    private ProcessWatchdog watchdog;
    private ProcessDriver driver;
    private Path reverted;

    @BeforeEach
    void start() {
        reverted = folder.resolve("reverted");
        Scripts.write(folder, "revert", "echo \"$1 $2 $BLACKSTART_TARGETS [$BLACKSTART_WATCHDOG]\" >> reverted");
        ProcessConfig config = config(folder);
        CommandFolder commands = new CommandFolder(config);
        TargetSecrets secrets = new TargetSecrets(Configured.with(Map.of()));
        ProcessRunner runner = new ProcessRunner(config, commands, secrets);
        watchdog = new ProcessWatchdog(runner);
        driver = new ProcessDriver(runner, watchdog, commands, secrets);
    }

    static ProcessConfig config(Path folder) {
        return Configured.mapping(ProcessConfig.class, Map.of("blackstart.drivers.process.enabled", "true",
                "blackstart.drivers.process.folder", folder.toString()));
    }

    @AfterEach
    void nothingStays() {
        driver.disarm(fault.call(REVERT));
        driver.abandon(fault.call("{'command': ['leave']}"));
    }

    @Test
    void inject_statusZero_outputIsTold() {
        Scripts.write(folder, "stop", "echo stopped $1 of $BLACKSTART_TARGETS");
        assertThat(driver.inject(fault.call("{'command': ['stop', 'primary']}")))
                .isEqualTo("stopped primary of orders-db,stock\n");
    }

    @Test
    void inject_otherStatus_failedWithItsOutput() {
        Scripts.write(folder, "stop", "echo no such node; exit 4");
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(fault.call("{'command': ['stop']}")))
                .withMessage("Command stop ended with status 4.").isNotInstanceOf(OutcomeUnknown.class)
                .satisfies(failed -> assertThat(failed.output).isEqualTo("no such node\n"));
    }

    @Test
    void inject_hangs_outcomeUnknown() {
        Scripts.write(folder, "stop", "echo half; /bin/sleep 300");
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> driver.inject(fault.call("{'command': ['stop']}", Duration.ofMillis(500))))
                .satisfies(failed -> assertThat(failed.output).isEqualTo("half\n"));
    }

    @Test
    void inject_commandOutsideTheFolder_failed() {
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(fault.call("{'command': ['../x']}")));
    }

    @Test
    void abandon_endsWhatTheFaultLeft_butNotWhatTheRevertStarted() throws IOException {
        Scripts.write(folder, "leave", "/bin/sleep 300 >/dev/null 2>&1 & echo $! > pid-$1");
        driver.inject(fault.call("{'command': ['leave', 'fault']}"));
        driver.revert(fault.call("{'command': ['leave', 'revert']}"));
        driver.abandon(fault.call("{'command': ['leave', 'fault']}"));
        assertThat(isAlive("pid-fault")).isFalse();
        assertThat(isAlive("pid-revert")).isTrue();
        driver.abandon(fault.call("{'command': ['leave', 'revert']}"));
        assertThat(isAlive("pid-revert")).isFalse();
    }

    /** One that has ended and waits for its parent to notice runs no program any more. */
    private boolean isAlive(String file) throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve(file)).strip());
        return ProcessHandle.of(pid).flatMap(one -> one.info().command()).isPresent();
    }

    @Test
    void arm_nobodyDisarms_revertedByItselfWithArgumentsAsWritten() {
        driver.arm(fault.call(REVERT), AT_ONCE);
        assertThat(reverted).doesNotExist();
        await().untilAsserted(() -> assertThat(reverted).hasContent("a b $(id) orders-db,stock []"));
        await().until(() -> !watchdog.isArmed(fault.fault));
    }

    @Test
    void arm_revertFailsTwice_triedAgain() {
        Scripts.write(folder, "revert", "echo x >> tries; [ $(/usr/bin/wc -l < tries) -ge 2 ] && echo done > reverted");
        driver.arm(fault.call(REVERT), AT_ONCE);
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(reverted).hasContent("done"));
    }

    @Test
    void disarm_armed_nothingHappens() {
        driver.arm(fault.call(REVERT), LATER);
        assertThat(watchdog.isArmed(fault.fault)).isTrue();
        driver.disarm(fault.call(REVERT));
        assertThat(watchdog.isArmed(fault.fault)).isFalse();
        driver.disarm(fault.call(REVERT));
        assertThat(reverted).doesNotExist();
    }

    @Test
    void abandon_leavesTheWatchdogAlone() {
        driver.arm(fault.call(REVERT), LATER);
        driver.abandon(fault.call(REVERT));
        assertThat(watchdog.isArmed(fault.fault)).isTrue();
    }

    @Test
    void disarm_revertStartedSomething_staysAlive() throws IOException {
        Scripts.write(folder, "revert",
                "/bin/sleep 300 >/dev/null 2>&1 & echo $! > pid-new; /bin/mv pid-new pid-site; /bin/sleep 300");
        driver.arm(fault.call(REVERT), AT_ONCE);
        await().until(() -> Files.exists(folder.resolve("pid-site")));
        driver.disarm(fault.call(REVERT));
        assertThat(isAlive("pid-site")).isTrue();
        ProcessHandle.allProcesses().filter(one -> one.info().commandLine().orElse("").contains(folder.toString()))
                .forEach(ProcessHandle::destroyForcibly);
        ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid-site")).strip()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void arm_platformIsKilled_revertedAllTheSame() throws IOException, InterruptedException {
        Process platform = platform("4");
        await().atMost(START).until(() -> watchdog.isArmed(fault.fault) || Files.exists(reverted));
        platform.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(reverted).exists());
    }

    @Test
    void arm_platformIsKilledAndANewOneDisarms_nothingHappens() throws IOException, InterruptedException {
        Process platform = platform("600");
        await().atMost(START).until(() -> watchdog.isArmed(fault.fault));
        platform.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        assertThat(watchdog.isArmed(fault.fault)).isTrue();
        driver.disarm(fault.call(REVERT));
        assertThat(watchdog.isArmed(fault.fault)).isFalse();
    }

    private Process platform(String seconds) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), ArmingPlatform.class.getName(), folder.toString(),
                fault.fault.toString(),
                seconds).redirectErrorStream(true).redirectOutput(new File("/dev/null")).start();
    }

    @Test
    void driver_declaresItsDeadManAtTheTarget() {
        assertThat(driver.deadMan()).isEqualTo(Driver.DeadMan.TARGET);
    }

    @Test
    void problems_andDescription_sayWhatIsWrongAndWhatWouldBeDone() {
        assertThat(driver.problems(DriverCalls.json(REVERT.replace("$(id)", "x")), fault.targets())).isEmpty();
        assertThat(driver.problems(DriverCalls.json(REVERT), fault.targets())).singleElement().asString()
                .contains("is shell syntax");
        assertThat(driver.problems(DriverCalls.json("{'command': ['/bin/sh', '-c']}"), fault.targets())).hasSize(1);
        assertThat(driver.problems(DriverCalls.json("{'command': ['revert', '${secret:none}']}"), fault.targets()))
                .containsExactly("Secret none is not set; set blackstart.secrets.none.");
        assertThat(driver.describe(DriverCalls.json("{'command': ['revert', 'x']}"), fault.targets()))
                .containsExactly("Run [revert, x], with BLACKSTART_TARGETS=orders-db,stock");
    }
}
