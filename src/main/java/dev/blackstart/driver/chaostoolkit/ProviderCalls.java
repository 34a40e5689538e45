package dev.blackstart.driver.chaostoolkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.TargetHosts;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.experiment.Arguments;
import dev.blackstart.experiment.Substitution;
import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetOutcomeUnknown;
import dev.blackstart.target.http.TargetAnswer;
import dev.blackstart.target.http.TargetHttp;
import dev.blackstart.target.http.TargetRequest;
import dev.blackstart.target.process.ProcessRequest;
import dev.blackstart.target.process.ProcessResult;
import dev.blackstart.target.process.ProcessRunner;

/** Calls providers whose values are filled in, and returns what Chaos Toolkit calls their output. */
final class ProviderCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String STATUS = "status";

    private final TargetHttp http;
    private final ProcessRunner processes;
    private final PythonCalls python;
    private final JsonNode experiment;
    private final List<TargetSystem> targets;
    private final UUID call;

    ProviderCalls(TargetHttp http, ProcessRunner processes, PythonCalls python, DriverCall call) {
        this.http = http;
        this.processes = processes;
        this.python = python;
        this.experiment = call.settings().path("experiment");
        this.targets = call.targets();
        this.call = call.id();
    }

    /**
     * @param values of the experiment, which Python functions may ask for
     * @param acts what it touches must belong to the targets; a probe may look elsewhere
     */
    JsonNode call(JsonNode provider, Substitution values, boolean acts, Duration timeout) {
        try {
            return switch (provider.path("type").asText()) {
                case "http" -> http(provider, acts, timeout);
                case "process" -> process(provider, timeout);
                case "python" -> python.call(experiment, provider, acts, values, keys(), call, timeout);
                default -> throw new ActivityFailed("There is no provider of this type.");
            };
        } catch (TargetFailed failed) {
            throw new ActivityFailed(failed.getMessage());
        }
    }

    private JsonNode http(JsonNode provider, boolean acts, Duration timeout) {
        TargetRequest request = request(provider, timeout);
        TargetHosts owned = new TargetHosts(targets);
        int tries = 1 + Math.max(0, provider.path("max_retries").asInt());
        while (true) {
            try {
                TargetAnswer answer = http.send(request, address -> {
                    if (acts) {
                        owned.require(address.host(), address.port(), address.address());
                    }
                });
                return output(answer);
            } catch (TargetOutcomeUnknown unknown) {
                throw unknown;
            } catch (TargetFailed failed) {
                tries--;
                if (tries == 0) {
                    throw failed;
                }
            }
        }
    }

    static TargetRequest request(JsonNode provider, Duration timeout) {
        String method = provider.path("method").asText("GET").toUpperCase();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        provider.path("headers").properties().forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
        String url = provider.path("url").asText();
        JsonNode arguments = provider.path("arguments");
        String body = null;
        if (!arguments.isMissingNode() && !arguments.isNull()) {
            if (method.equals("GET")) {
                url += (url.contains("?") ? "&" : "?") + form(arguments);
            } else if (JSON_TYPE.equals(headers.get(CONTENT_TYPE))) {
                body = arguments.toString();
            } else if (arguments.isTextual()) {
                body = arguments.textValue();
            } else {
                body = form(arguments);
                headers.putIfAbsent(CONTENT_TYPE, "application/x-www-form-urlencoded");
            }
        }
        return new TargetRequest(method, url, headers, body, timeout, TargetRequest.USUAL_ANSWER_LIMIT);
    }

    private static String form(JsonNode arguments) {
        if (arguments.isTextual()) {
            return arguments.textValue();
        }
        return arguments.properties().stream().map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    /** A reference to a secret stays one; it is filled in and encoded at the last moment. */
    private static String encoded(String text) {
        return text.contains("${secret:") ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode output(TargetAnswer answer) {
        ObjectNode output = JsonNodeFactory.instance.objectNode().put(STATUS, answer.status());
        ObjectNode headers = output.putObject("headers");
        answer.headers().forEach(headers::put);
        output.set("body", JSON_TYPE.equals(answer.headers().get("content-type")) ? parsed(answer.body())
                : TextNode.valueOf(answer.body()));
        return output;
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException cut) {
            return TextNode.valueOf(body);
        }
    }

    private JsonNode process(JsonNode provider, Duration timeout) {
        ProcessResult result = processes.run(new ProcessRequest(command(provider), keys(), call, timeout));
        return JsonNodeFactory.instance.objectNode().put(STATUS, result.exit()).put("stdout", result.output()).put("stderr",
                "");
    }

    private List<String> keys() {
        return targets.stream().map(TargetSystem::key).toList();
    }

    static List<String> command(JsonNode provider) {
        List<String> command = new ArrayList<>(List.of(provider.path("path").asText()));
        command.addAll(Arguments.of(provider.path("arguments")));
        return command;
    }
}
