package dev.blackstart.driver.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.process.CommandFolder;
import dev.blackstart.target.process.ProcessConfig;
import dev.blackstart.target.process.ProcessRequest;
import dev.blackstart.target.process.ProcessRunner;
import dev.blackstart.target.process.ProcessWatchdog;
import dev.blackstart.testsupport.Configured;

/** A platform that arms a revert and waits to be killed. */
final class ArmingPlatform {

    private ArmingPlatform() {
    }

    public static void main(String[] folderFaultSeconds) throws InterruptedException {
        ProcessConfig config = ProcessDriverTest.config(Path.of(folderFaultSeconds[0]));
        ProcessRunner runner = new ProcessRunner(config, new CommandFolder(config),
                new TargetSecrets(Configured.with(Map.of())));
        new ProcessWatchdog(runner).arm(UUID.fromString(folderFaultSeconds[1]),
                new ProcessRequest(List.of("revert", "by", "itself"), List.of("orders-db"), UUID.randomUUID(),
                        Duration.ofMinutes(1)),
                Duration.ofSeconds(Long.parseLong(folderFaultSeconds[2])));
        new CountDownLatch(1).await();
    }
}
