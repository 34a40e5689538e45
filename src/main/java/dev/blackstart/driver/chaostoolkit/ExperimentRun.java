package dev.blackstart.driver.chaostoolkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.driver.DriverFailed;
import dev.blackstart.experiment.Activities;
import dev.blackstart.experiment.Substitution;
import dev.blackstart.experiment.Tolerances;
import dev.blackstart.experiment.ValueForms;

/** One run of the activities of an experiment, in Chaos Toolkit's order, written down as its journal. */
final class ExperimentRun {

    private static final Set<String> BEFORE = Set.of("default", "continuously", "before-method-only");
    private static final Set<String> DURING = Set.of("continuously", "during-method-only");
    private static final Set<String> AFTER = Set.of("default", "continuously", "after-method-only");
    private static final long BETWEEN_CHECKS_MILLIS = 1_000;
    private static final int FIRST_BAD_HTTP_STATUS = 400;
    private static final String MET = "steady_state_met";
    private static final String SUCCEEDED = "succeeded";

    private final JsonNode experiment;
    private final Substitution values;
    private final ProviderCalls providers;
    private final Clock clock;
    private final long deadline;
    private final List<String> failedActions = new ArrayList<>();

    /** @param timeout after which no activity begins, and the one that runs is ended */
    ExperimentRun(JsonNode experiment, Substitution values, ProviderCalls providers, Clock clock, Duration timeout) {
        this.experiment = experiment;
        this.values = values;
        this.providers = providers;
        this.clock = clock;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /** Actions that failed, in a sentence each. */
    List<String> failedActions() {
        synchronized (failedActions) {
            return List.copyOf(failedActions);
        }
    }

    /**
     * The hypothesis and the method.
     *
     * @param written called after each activity with the journal so far
     * @return whether the method was run: the steady state was met before it
     */
    boolean method(ObjectNode journal, Consumer<ObjectNode> written) {
        String strategy = experiment.path("runtime").path("hypothesis").path("strategy").asText("default");
        ObjectNode states = journal.putObject("steady_states");
        if (BEFORE.contains(strategy) && hasHypothesis()) {
            ObjectNode before = check();
            states.set("before", before);
            if (!before.path(MET).asBoolean()) {
                journal.put("deviated", true);
                return false;
            }
        }
        ArrayNode run = journal.putArray("run");
        ArrayNode during = JsonNodeFactory.instance.arrayNode();
        ExecutorService checks = Executors.newSingleThreadExecutor();
        try {
            Future<?> checking = DURING.contains(strategy) && hasHypothesis() ? checks.submit(() -> keepChecking(during))
                    : null;
            activities(experiment.path("method"), run, () -> written.accept(journal));
            if (checking != null) {
                checking.cancel(true);
            }
        } finally {
            checks.shutdownNow();
        }
        if (AFTER.contains(strategy) && hasHypothesis()) {
            states.set("after", check());
        }
        synchronized (during) {
            states.set("during", during.deepCopy());
            boolean met = states.path("after").path(MET).asBoolean(true);
            for (JsonNode one : during) {
                met &= one.path(MET).asBoolean();
            }
            journal.put("deviated", !met);
        }
        return true;
    }

    void rollbacks(ObjectNode journal, Consumer<ObjectNode> written) {
        activities(experiment.path("rollbacks"), journal.putArray("rollbacks"), () -> written.accept(journal));
    }

    private boolean hasHypothesis() {
        return !experiment.path("steady-state-hypothesis").path("probes").isEmpty();
    }

    private void keepChecking(ArrayNode during) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ObjectNode state = check();
                synchronized (during) {
                    during.add(state);
                }
                Thread.sleep(BETWEEN_CHECKS_MILLIS);
            }
        } catch (InterruptedException | DriverFailed over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops at the first probe that is outside its tolerance. */
    private ObjectNode check() {
        ObjectNode state = JsonNodeFactory.instance.objectNode().put(MET, true);
        ArrayNode probes = state.putArray("probes");
        Tolerances tolerances = new Tolerances(values, this::asProbe);
        for (JsonNode written : experiment.path("steady-state-hypothesis").path("probes")) {
            JsonNode probe = Activities.resolved(written, experiment);
            ObjectNode record = record(probe);
            boolean met = record.path("status").asText().equals(SUCCEEDED)
                    && tolerances.isMet(probe.path("tolerance"), record.path("output"));
            record.put("tolerance_met", met);
            probes.add(record);
            if (!met) {
                state.put(MET, false);
                break;
            }
        }
        return state;
    }

    /** The output of a target is never taken for a reference to a secret. */
    private JsonNode asProbe(JsonNode provider, JsonNode output) {
        if (ValueForms.refersToSecret(output)) {
            return JsonNodeFactory.instance.booleanNode(false);
        }
        ObjectNode asked = values.inProvider(provider).deepCopy();
        ((ObjectNode) (asked.path("arguments").isObject() ? asked.get("arguments") : asked.putObject("arguments")))
                .set("value", output);
        try {
            return providers.call(asked, values, false, left());
        } catch (ActivityFailed failed) {
            return JsonNodeFactory.instance.booleanNode(false);
        }
    }

    private void activities(JsonNode list, ArrayNode records, Runnable written) {
        int inBackground = 0;
        for (JsonNode one : list) {
            inBackground += Activities.resolved(one, experiment).path("background").asBoolean() ? 1 : 0;
        }
        ExecutorService background = Executors.newFixedThreadPool(Math.max(1, inBackground));
        List<Future<ObjectNode>> running = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        try {
            for (JsonNode one : list) {
                JsonNode activity = Activities.resolved(one, experiment);
                if (activity.path("background").asBoolean()) {
                    places.add(records.size());
                    records.addObject().set("activity", activity);
                    running.add(background.submit(() -> record(activity)));
                } else {
                    records.add(record(activity));
                }
                written.run();
            }
            for (int i = 0; i < running.size(); i++) {
                records.set(places.get(i), running.get(i).get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DriverFailed("The experiment was interrupted.", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof DriverFailed late ? late
                    : new DriverFailed("A background activity failed: " + failed.getCause().getMessage(), failed);
        } finally {
            background.shutdownNow();
        }
        written.run();
    }

    private ObjectNode record(JsonNode activity) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.set("activity", activity);
        pause(activity, "before");
        Instant start = clock.instant();
        long began = System.nanoTime();
        boolean acts = !activity.path("type").asText().equals("probe");
        String failure = null;
        try {
            JsonNode output = providers.call(values.inProvider(activity.path("provider")), values, acts, timeout(activity));
            record.set("output", output);
            failure = acts ? refusal(output, activity.path("provider").path("type").asText()) : null;
        } catch (ActivityFailed failed) {
            failure = failed.getMessage();
        }
        record.put("start", start.toString()).put("end", clock.instant().toString())
                .put("duration", (System.nanoTime() - began) / 1_000_000_000.0)
                .put("status", failure == null ? SUCCEEDED : "failed");
        if (failure != null) {
            record.putArray("exception").add(failure);
            if (acts) {
                synchronized (failedActions) {
                    failedActions.add("%s: %s".formatted(Activities.nameOf(activity), failure));
                }
            }
        }
        pause(activity, "after");
        return record;
    }

    /** An action that says it failed is not taken for done. */
    private static String refusal(JsonNode output, String provider) {
        int status = output.path("status").asInt();
        return switch (provider) {
            case "http" -> status >= FIRST_BAD_HTTP_STATUS ? "It answered HTTP %d.".formatted(status) : null;
            case "process" -> status != 0 ? "It ended with status %d.".formatted(status) : null;
            default -> null;
        };
    }

    private Duration timeout(JsonNode activity) {
        JsonNode wanted = values.in(activity.path("provider").path("timeout"));
        double seconds = wanted.isNumber() ? wanted.asDouble() : 0;
        for (JsonNode one : wanted) {
            seconds += one.asDouble();
        }
        seconds = seconds > 0 ? seconds : values.in(activity.path("timeout")).asDouble();
        Duration left = left();
        Duration own = Duration.ofMillis((long) (seconds * 1_000));
        return own.isZero() || own.compareTo(left) > 0 ? left : own;
    }

    private Duration left() {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new DriverFailed("The experiment ran over its deadline.");
        }
        return Duration.ofNanos(left);
    }

    private void pause(JsonNode activity, String when) {
        double seconds = values.in(activity.path("pauses").path(when)).asDouble();
        if (seconds <= 0) {
            return;
        }
        Duration left = left();
        try {
            // past the deadline where the pause is longer: nothing may begin in the last part of a millisecond
            Thread.sleep(Math.min((long) (seconds * 1_000), left.toMillis() + 1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DriverFailed("The experiment was interrupted in a pause.", stopped);
        }
        left();
    }
}
