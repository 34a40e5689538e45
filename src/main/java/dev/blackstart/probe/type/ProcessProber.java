package dev.blackstart.probe.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.probe.ProbeAnswer;
import dev.blackstart.probe.ProbeFailed;
import dev.blackstart.probe.Prober;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.process.CommandFolder;
import dev.blackstart.target.process.ProcessRequest;
import dev.blackstart.target.process.ProcessResult;
import dev.blackstart.target.process.ProcessRunner;

/** {@code {type: process, command}}: a command of the folder; without {@code status} in its tolerance it must exit with 0. */
@ApplicationScoped
class ProcessProber implements Prober {

    private final ProcessRunner processes;
    private final CommandFolder folder;
    private final TargetSecrets secrets;

    ProcessProber(ProcessRunner processes, CommandFolder folder, TargetSecrets secrets) {
        this.processes = processes;
        this.folder = folder;
        this.secrets = secrets;
    }

    @Override
    public String type() {
        return "process";
    }

    @Override
    public boolean isSwitchedOn() {
        return folder.isSwitchedOn();
    }

    @Override
    public List<String> problems(JsonNode probe) {
        List<String> problems = new ArrayList<>(secrets.problems(probe));
        problems.addAll(folder.problems(command(probe)));
        return problems;
    }

    @Override
    public ProbeAnswer ask(JsonNode probe, Duration timeout) {
        ProcessResult result = processes.run(new ProcessRequest(command(probe), List.of(), UUID.randomUUID(), timeout));
        if (result.exit() != 0 && !probe.path("tolerance").has("status")) {
            throw new ProbeFailed("The command ended with status %d.".formatted(result.exit()));
        }
        return new ProbeAnswer(result.exit(), result.output(), null);
    }

    private static List<String> command(JsonNode probe) {
        return StreamSupport.stream(probe.path("command").spliterator(), false).map(JsonNode::asText).toList();
    }
}
