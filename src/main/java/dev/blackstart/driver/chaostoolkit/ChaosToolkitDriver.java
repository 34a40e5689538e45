package dev.blackstart.driver.chaostoolkit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.driver.AutomaticDriver;
import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.experiment.Activities;
import dev.blackstart.experiment.Bindings;
import dev.blackstart.experiment.PythonActivities;
import dev.blackstart.experiment.Substitution;
import dev.blackstart.target.AllowedHosts;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.http.TargetHttp;
import dev.blackstart.target.process.CommandFolder;
import dev.blackstart.target.process.ProcessRunner;

/**
 * {@code {driver: chaostoolkit, experiment: {…}, configuration: {…}}}: a fault runs the hypothesis and the method, a revert the
 * rollbacks. Both answer with the experiment's journal.
 */
@ApplicationScoped
public class ChaosToolkitDriver implements AutomaticDriver {

    /** In the journal: what probes of the configuration have measured. */
    private static final String MEASURED = "configuration";

    private final TargetHttp http;
    private final AllowedHosts hosts;
    private final ProcessRunner processes;
    private final CommandFolder folder;
    private final PythonActivities python;
    private final PythonCalls pythonCalls;
    private final TargetSecrets secrets;
    private final Clock clock;

    public ChaosToolkitDriver(TargetHttp http, AllowedHosts hosts, ProcessRunner processes, CommandFolder folder,
            PythonActivities python, PythonCalls pythonCalls, TargetSecrets secrets, Clock clock) {
        this.http = http;
        this.hosts = hosts;
        this.processes = processes;
        this.folder = folder;
        this.python = python;
        this.pythonCalls = pythonCalls;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "chaostoolkit";
    }

    /** Where requests, commands or Python functions are allowed at all. */
    @Override
    public boolean isSwitchedOn() {
        return hosts.isAny() || folder.isSwitchedOn() || python.isSwitchedOn();
    }

    @Override
    public List<String> problems(JsonNode settings, List<TargetSystem> targets) {
        JsonNode experiment = settings.path("experiment");
        if (!experiment.isObject()) {
            return List.of("The experiment is written in the plan itself, as an object; import the file.");
        }
        Bindings bindings = untouched(settings);
        List<String> problems = new ArrayList<>(bindings.unbound());
        problems.addAll(new ActivityProblems(http, folder, python, secrets, targets).of(experiment,
                new Substitution(bindings.values()), Bindings.measured(experiment, settings.path("configuration"))));
        return problems;
    }

    @Override
    public List<String> describe(JsonNode settings, List<TargetSystem> targets) {
        JsonNode experiment = settings.path("experiment");
        Substitution values = new Substitution(untouched(settings).values());
        Stream<String> measured = Bindings.measured(experiment, settings.path("configuration")).stream()
                .map(name -> line("configuration " + name, experiment.path("configuration").get(name), values));
        return Stream.concat(measured, Activities.all(experiment).stream()
                .map(one -> line(Activities.nameOf(one), one, values))).toList();
    }

    private static String line(String name, JsonNode activity, Substitution values) {
        return "%s: %s".formatted(name, ActivityProblems.words(values.inProvider(activity.path("provider"))));
    }

    /** Without the values that probes would measure. */
    private static Bindings untouched(JsonNode settings) {
        return Bindings.of(settings.path("experiment"), settings.path("configuration"), (name, probe, values) -> null);
    }

    @Override
    public String inject(DriverCall call) {
        JsonNode experiment = call.settings().path("experiment");
        ObjectNode journal = begun(experiment);
        ExperimentRun run = run(call, journal, experiment);
        long began = System.nanoTime();
        boolean ran = run.method(journal, call.log()::save);
        if (!ran) {
            throw new DriverFailed("The steady state is not met before the method, so nothing was done to the target.",
                    ended(journal, couldNotBeMeasured(journal) ? "failed" : "completed", began));
        }
        return finished(journal, run, began, call);
    }

    private static boolean couldNotBeMeasured(ObjectNode journal) {
        return journal.path("steady_states").path("before").path("probes").findValuesAsText("status").contains("failed");
    }

    @Override
    public String revert(DriverCall call) {
        JsonNode experiment = call.settings().path("experiment");
        ObjectNode journal = call.saved() != null && call.saved().isObject() ? call.saved().deepCopy() : begun(experiment);
        ExperimentRun run = run(call, journal, Activities.withoutReferences(experiment, "rollbacks").path("rollbacks"));
        long began = System.nanoTime();
        run.rollbacks(journal, call.log()::save);
        return finished(journal, run, began, call);
    }

    /** @param part of the experiment that is run: what it refers to must have a value */
    private ExperimentRun run(DriverCall call, ObjectNode journal, JsonNode part) {
        JsonNode experiment = call.settings().path("experiment");
        ProviderCalls providers = new ProviderCalls(http, processes, pythonCalls, call);
        MeasuredConfiguration measured = new MeasuredConfiguration(providers, journal.path(MEASURED), call.timeout());
        Bindings bindings = Bindings.of(experiment, call.settings().path("configuration"), measured);
        if (!bindings.unbound().isEmpty()) {
            throw new DriverFailed(bindings.unbound().get(0));
        }
        Substitution values = new Substitution(bindings.values());
        measured.require(values.unknown(part));
        if (!measured.values().isEmpty()) {
            journal.set(MEASURED, measured.values());
            call.log().save(journal);
        }
        return new ExperimentRun(experiment, values, providers, clock, call.timeout());
    }

    private String finished(ObjectNode journal, ExperimentRun run, long began, DriverCall call) {
        List<String> failed = run.failedActions();
        String text = ended(journal, failed.isEmpty() ? "completed" : "failed", began);
        call.log().save(journal);
        if (!failed.isEmpty()) {
            throw new DriverFailed("An action failed: " + failed.get(0), text);
        }
        return text;
    }

    private ObjectNode begun(JsonNode experiment) {
        ObjectNode journal = JsonNodeFactory.instance.objectNode().put("platform", "blackstart");
        journal.set("experiment", experiment);
        journal.put("start", clock.instant().toString());
        return journal;
    }

    private String ended(ObjectNode journal, String status, long began) {
        Instant end = clock.instant();
        journal.put("status", status).put("end", end.toString()).put("duration",
                journal.path("duration").asDouble() + (System.nanoTime() - began) / 1_000_000_000.0);
        return secrets.mask(journal.toString());
    }

    @Override
    public void abandon(DriverCall call) {
        processes.end(call.id());
        pythonCalls.deleteFiles(call.id());
    }
}
