package dev.blackstart.driver.chaostoolkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.blackstart.driver.TargetHosts;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.experiment.Activities;
import dev.blackstart.experiment.Arguments;
import dev.blackstart.experiment.PythonActivities;
import dev.blackstart.experiment.Substitution;
import dev.blackstart.experiment.ValueForms;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.http.TargetHttp;
import dev.blackstart.target.process.CommandFolder;

/** Why activities cannot be carried out here. Touches nothing but the look-up of names. */
final class ActivityProblems {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");

    private final TargetHttp http;
    private final CommandFolder folder;
    private final PythonActivities python;
    private final TargetSecrets secrets;
    private final List<TargetSystem> targets;

    ActivityProblems(TargetHttp http, CommandFolder folder, PythonActivities python, TargetSecrets secrets,
            List<TargetSystem> targets) {
        this.http = http;
        this.folder = folder;
        this.python = python;
        this.secrets = secrets;
        this.targets = targets;
    }

    /**
     * A sentence each, with the name of the activity.
     *
     * @param later names of values that are measured when the experiment begins
     */
    List<String> of(JsonNode experiment, Substitution values, Set<String> later) {
        List<String> problems = new ArrayList<>(Activities.danglingReferences(experiment));
        for (String name : later) {
            own(experiment, experiment.path("configuration").get(name), values, later)
                    .forEach(one -> problems.add("Configuration '%s': %s".formatted(name, one)));
        }
        for (JsonNode activity : Activities.all(experiment)) {
            List<String> own = own(experiment, activity, values, later);
            if (ValueForms.isProbe(activity.path("tolerance"))) {
                own.addAll(own(experiment, activity.get("tolerance"), values, later));
            }
            own.forEach(one -> problems.add("%s: %s".formatted(Activities.nameOf(activity), one)));
        }
        return problems;
    }

    private List<String> own(JsonNode experiment, JsonNode activity, Substitution values, Set<String> later) {
        List<String> own = new ArrayList<>();
        JsonNode written = values.inProvider(activity.path("provider"));
        values.unknown(activity.path("provider")).stream().filter(name -> !later.contains(name))
                .forEach(name -> own.add("Nothing is named '%s'.".formatted(name)));
        own.addAll(secrets.problems(written));
        JsonNode provider = assumed(later).inProvider(written);
        switch (provider.path("type").asText()) {
            case "http" -> {
                if (later.stream().noneMatch(name -> host(written).contains("${" + name + "}"))) {
                    http(provider, activity.path("type").asText().equals("action"), own);
                }
            }
            case "process" -> process(provider, own);
            case "python" -> python(provider, experiment, own);
            default -> own.add("There is no provider of this type.");
        }
        return own;
    }

    /** Each of these with a value that is right wherever a text is. What is really measured is checked by the call itself. */
    private static Substitution assumed(Set<String> later) {
        return new Substitution(later.stream().collect(Collectors.toMap(name -> name, name -> TextNode.valueOf("measured"))));
    }

    /** Where a URL leads, as far as it is known. */
    private static String host(JsonNode provider) {
        return SCHEME.matcher(provider.path("url").asText()).replaceFirst("").split("[/?#]", 2)[0];
    }

    private void http(JsonNode provider, boolean acts, List<String> problems) {
        String url = provider.path("url").asText();
        problems.addAll(http.problems(url));
        if (provider.has("verify_tls") && !provider.get("verify_tls").asBoolean(true)) {
            problems.add("Certificates are always verified; remove verify_tls and trust the authority in the configuration.");
        }
        if (problems.isEmpty() && acts) {
            new TargetHosts(targets).problem(http, url).ifPresent(problems::add);
        }
    }

    private void process(JsonNode provider, List<String> problems) {
        if (provider.path("arguments").isTextual()) {
            String found = Arguments.shellCharacters(provider.path("arguments").textValue());
            if (!found.isEmpty()) {
                problems.add("No shell runs, so %s would reach the command as text; write the arguments as a list."
                        .formatted(String.join(" ", found.split(""))));
            }
        }
        problems.addAll(folder.problems(ProviderCalls.command(provider)));
    }

    private void python(JsonNode provider, JsonNode experiment, List<String> problems) {
        python.problem(provider).ifPresent(problems::add);
        problems.addAll(secrets.problems(experiment.path("configuration")));
        for (JsonNode scope : provider.path("secrets")) {
            experiment.path("secrets").path(scope.asText()).forEach(form -> {
                if (ValueForms.isEnvironment(form)) {
                    problems.addAll(secrets.problems(TextNode.valueOf(ValueForms.secret(form))));
                }
            });
        }
    }

    /** What an activity does, in a line. */
    static String words(JsonNode provider) {
        return switch (provider.path("type").asText()) {
            case "http" -> {
                var request = ProviderCalls.request(provider, Duration.ofSeconds(1));
                yield request.method() + " " + request.url();
            }
            case "process" -> "run " + ProviderCalls.command(provider);
            default -> "call %s in Python".formatted(PythonActivities.function(provider));
        };
    }
}
