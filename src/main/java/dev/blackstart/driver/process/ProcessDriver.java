package dev.blackstart.driver.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.driver.AutomaticDriver;
import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetCalls;
import dev.blackstart.driver.TargetDeadMan;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.process.CommandFolder;
import dev.blackstart.target.process.ProcessRequest;
import dev.blackstart.target.process.ProcessResult;
import dev.blackstart.target.process.ProcessRunner;
import dev.blackstart.target.process.ProcessWatchdog;

/**
 * {@code {driver: process, command: [name, argument…]}}: one command of the folder. Status 0 is success. Its revert is armed as
 * a
 * process of its own, which outlives the platform.
 */
@ApplicationScoped
public class ProcessDriver implements AutomaticDriver, TargetDeadMan {

    private final ProcessRunner runner;
    private final ProcessWatchdog watchdog;
    private final CommandFolder folder;
    private final TargetSecrets secrets;

    public ProcessDriver(ProcessRunner runner, ProcessWatchdog watchdog, CommandFolder folder, TargetSecrets secrets) {
        this.runner = runner;
        this.watchdog = watchdog;
        this.folder = folder;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public boolean isSwitchedOn() {
        return folder.isSwitchedOn();
    }

    @Override
    public List<String> problems(JsonNode settings, List<TargetSystem> targets) {
        List<String> problems = new ArrayList<>(secrets.problems(settings));
        problems.addAll(folder.problems(command(settings)));
        return problems;
    }

    @Override
    public List<String> describe(JsonNode settings, List<TargetSystem> targets) {
        return List.of("Run %s, with %s=%s".formatted(command(settings), ProcessRunner.TARGETS,
                String.join(",", targets.stream().map(TargetSystem::key).toList())));
    }

    @Override
    public String inject(DriverCall call) {
        return run(call);
    }

    @Override
    public String revert(DriverCall call) {
        return run(call);
    }

    private String run(DriverCall call) {
        ProcessResult result = TargetCalls.make(() -> runner.run(request(call)));
        String output = result.cut() ? result.output() + " …" : result.output();
        if (result.exit() != 0) {
            throw new DriverFailed("Command %s ended with status %d.".formatted(command(call.settings()).get(0), result.exit()),
                    output);
        }
        return output;
    }

    @Override
    public void abandon(DriverCall call) {
        runner.end(request(call).call());
    }

    @Override
    public void arm(DriverCall revert, Duration after) {
        TargetCalls.make(() -> {
            watchdog.arm(revert.fault(), request(revert), after);
            return null;
        });
    }

    @Override
    public void disarm(DriverCall revert) {
        watchdog.disarm(revert.fault());
    }

    private static ProcessRequest request(DriverCall call) {
        return new ProcessRequest(command(call.settings()), call.targets().stream().map(TargetSystem::key).toList(), call.id(),
                call.timeout());
    }

    private static List<String> command(JsonNode settings) {
        List<String> command = new ArrayList<>();
        settings.path("command").forEach(word -> command.add(word.asText()));
        return command;
    }
}
