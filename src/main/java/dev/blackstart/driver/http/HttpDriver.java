package dev.blackstart.driver.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.driver.AutomaticDriver;
import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.OutcomeUnknown;
import dev.blackstart.driver.TargetCalls;
import dev.blackstart.driver.TargetHosts;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.target.AllowedHosts;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.http.TargetAnswer;
import dev.blackstart.target.http.TargetHttp;
import dev.blackstart.target.http.TargetRequest;

/**
 * {@code {driver: http, method: POST, url: …, headers: {…}, body: …, status: 200}}: one request. Any 2xx is success unless
 * {@code status} names others; a redirect is not followed.
 */
@ApplicationScoped
public class HttpDriver implements AutomaticDriver {

    private static final int OUTPUT_LIMIT = 8_192;
    private static final String CONTENT_TYPE = "Content-Type";

    private final TargetHttp http;
    private final AllowedHosts hosts;
    private final TargetSecrets secrets;

    public HttpDriver(TargetHttp http, AllowedHosts hosts, TargetSecrets secrets) {
        this.http = http;
        this.hosts = hosts;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "http";
    }

    /** By the list of allowed hosts. */
    @Override
    public boolean isSwitchedOn() {
        return hosts.isAny();
    }

    @Override
    public List<String> problems(JsonNode settings, List<TargetSystem> targets) {
        List<String> problems = new ArrayList<>(secrets.problems(settings));
        String url = settings.path("url").asText();
        problems.addAll(http.problems(url));
        if (problems.isEmpty()) {
            new TargetHosts(targets).problem(http, url).ifPresent(problems::add);
        }
        return problems;
    }

    @Override
    public List<String> describe(JsonNode settings, List<TargetSystem> targets) {
        String body = body(settings);
        return List
                .of("%s %s%s".formatted(method(settings), settings.path("url").asText(), body == null ? "" : ", with " + body));
    }

    @Override
    public String inject(DriverCall call) {
        return send(call);
    }

    /** The same request as often as it takes; where the target answers a repetition with an error, {@code status} names it. */
    @Override
    public String revert(DriverCall call) {
        return send(call);
    }

    private String send(DriverCall call) {
        JsonNode settings = call.settings();
        TargetHosts owned = new TargetHosts(call.targets());
        TargetAnswer answer = TargetCalls.make(() -> http.send(request(settings, call.timeout()),
                address -> owned.require(address.host(), address.port(), address.address())));
        Set<Integer> good = expected(settings);
        boolean success = good.isEmpty() ? answer.status() / 100 == 2 : good.contains(answer.status());
        String summary = answer.summary(OUTPUT_LIMIT);
        if (success) {
            return summary;
        }
        if (answer.status() / 100 == 5) {
            throw new OutcomeUnknown("It answered HTTP %d, which tells nothing of what it did.".formatted(answer.status()),
                    summary);
        }
        if (answer.status() / 100 == 3) {
            throw new DriverFailed("It answered with a redirect (HTTP %d), which is not followed.".formatted(answer.status()),
                    summary);
        }
        throw new DriverFailed("It answered HTTP %d.".formatted(answer.status()), summary);
    }

    private static TargetRequest request(JsonNode settings, Duration timeout) {
        Map<String, String> headers = new LinkedHashMap<>();
        settings.path("headers").properties().forEach(head -> headers.put(head.getKey(), head.getValue().asText()));
        boolean typed = headers.keySet().stream().anyMatch(CONTENT_TYPE::equalsIgnoreCase);
        if (settings.hasNonNull("body") && !typed) {
            headers.put(CONTENT_TYPE, settings.get("body").isTextual() ? "text/plain; charset=utf-8" : "application/json");
        }
        return new TargetRequest(method(settings), settings.path("url").asText(), headers, body(settings), timeout,
                OUTPUT_LIMIT);
    }

    private static String method(JsonNode settings) {
        return settings.path("method").asText("POST");
    }

    private static String body(JsonNode settings) {
        JsonNode body = settings.get("body");
        if (body == null || body.isNull()) {
            return null;
        }
        return body.isTextual() ? body.textValue() : body.toString();
    }

    private static Set<Integer> expected(JsonNode settings) {
        Set<Integer> expected = new TreeSet<>();
        JsonNode status = settings.path("status");
        if (status.isInt()) {
            expected.add(status.intValue());
        }
        status.forEach(one -> expected.add(one.intValue()));
        return expected;
    }
}
