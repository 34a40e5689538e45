package dev.blackstart.driver.chaostoolkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        Bindings bindings = bindings(settings, null);
        List<String> problems = new ArrayList<>(bindings.unbound());
        problems.addAll(
                new ActivityProblems(http, folder, python, secrets, targets).of(experiment,
                        new Substitution(bindings.values())));
        return problems;
    }

    @Override
    public List<String> describe(JsonNode settings, List<TargetSystem> targets) {
        Substitution values = new Substitution(bindings(settings, null).values());
        return Activities.all(settings.path("experiment")).stream()
                .map(one -> "%s: %s".formatted(Activities.nameOf(one),
                        ActivityProblems.words(values.inProvider(one.path("provider")))))
                .toList();
    }

    /** A probe of the configuration is asked only when the experiment begins. */
    private static Bindings bindings(JsonNode settings, ProviderCalls providers) {
        return Bindings.of(settings.path("experiment"), settings.path("configuration"),
                form -> providers == null ? null : measured(form, providers));
    }

    private static JsonNode measured(JsonNode form, ProviderCalls providers) {
        try {
            JsonNode output = providers.call(form.path("provider"), new Substitution(Map.of()), false, Duration.ofSeconds(10));
            return form.path("provider").path("type").asText().equals("http") ? output.path("body")
                    : JsonNodeFactory.instance.textNode(output.path("stdout").asText().strip());
        } catch (ActivityFailed dropped) {
            return null;
        }
    }

    @Override
    public String inject(DriverCall call) {
        ExperimentRun run = run(call);
        ObjectNode journal = begun(call.settings().path("experiment"));
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
        ExperimentRun run = run(call);
        ObjectNode journal = call.saved() != null && call.saved().isObject() ? call.saved().deepCopy()
                : begun(call.settings().path("experiment"));
        long began = System.nanoTime();
        run.rollbacks(journal, call.log()::save);
        return finished(journal, run, began, call);
    }

    private ExperimentRun run(DriverCall call) {
        ProviderCalls providers = new ProviderCalls(http, processes, pythonCalls, call);
        Bindings bindings = bindings(call.settings(), providers);
        if (!bindings.unbound().isEmpty()) {
            throw new DriverFailed(bindings.unbound().get(0));
        }
        return new ExperimentRun(call.settings().path("experiment"), new Substitution(bindings.values()), providers, clock,
                call.timeout());
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
