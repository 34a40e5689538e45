package dev.blackstart.driver.toxiproxy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.OutcomeUnknown;
import dev.blackstart.driver.TargetCalls;
import dev.blackstart.target.http.TargetAnswer;
import dev.blackstart.target.http.TargetHttp;
import dev.blackstart.target.http.TargetRequest;

/** The part of Toxiproxy's HTTP API that faults need. */
@ApplicationScoped
class ToxiproxyApi {

    private static final int MOST_OF_AN_ANSWER = 4_000;

    private final ToxiproxyConfig config;
    private final TargetHttp http;
    private final ObjectMapper json;

    ToxiproxyApi(ToxiproxyConfig config, TargetHttp http, ObjectMapper json) {
        this.config = config;
        this.http = http;
        this.json = json;
    }

    boolean isConfigured() {
        return config.url().isPresent();
    }

    /** Empty where there is no proxy of this name. */
    Optional<JsonNode> proxy(String name, Duration timeout) {
        TargetAnswer answer = send("GET", path(name), null, timeout);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        checkSuccess(answer);
        try {
            return Optional.of(json.readTree(answer.body()));
        } catch (JsonProcessingException broken) {
            throw new DriverFailed("Toxiproxy's answer cannot be read.", answer.summary(MOST_OF_AN_ANSWER));
        }
    }

    void enable(String name, boolean enabled, Duration timeout) {
        TargetAnswer answer = send("POST", path(name), JsonNodeFactory.instance.objectNode().put("enabled", enabled), timeout);
        if (answer.status() == 404) {
            throw new DriverFailed("Toxiproxy has no proxy %s.".formatted(name), answer.summary(MOST_OF_AN_ANSWER));
        }
        checkSuccess(answer);
    }

    void add(String proxy, JsonNode toxic, Duration timeout) {
        TargetAnswer answer = send("POST", path(proxy) + "/toxics", toxic, timeout);
        if (answer.status() == 409) {
            throw new DriverFailed("Proxy %s has a toxic %s already.".formatted(proxy, toxic.path("name").asText()),
                    answer.summary(MOST_OF_AN_ANSWER));
        }
        checkSuccess(answer);
    }

    /** @return whether there was one */
    boolean remove(String proxy, String toxic, Duration timeout) {
        TargetAnswer answer = send("DELETE", path(proxy) + "/toxics/" + encoded(toxic), null, timeout);
        if (answer.status() == 404) {
            return false;
        }
        checkSuccess(answer);
        return true;
    }

    private static void checkSuccess(TargetAnswer answer) {
        if (answer.status() / 100 == 2) {
            return;
        }
        String summary = answer.summary(MOST_OF_AN_ANSWER);
        throw answer.status() / 100 == 5 ? new OutcomeUnknown("Toxiproxy answered HTTP %d.".formatted(answer.status()), summary)
                : new DriverFailed("Toxiproxy answered HTTP %d.".formatted(answer.status()), summary);
    }

    private TargetAnswer send(String method, String path, JsonNode body, Duration timeout) {
        String url = config.url()
                .orElseThrow(() -> new DriverFailed("blackstart.drivers.toxiproxy.url is not set."));
        Map<String, String> headers = body == null ? Map.of() : Map.of("Content-Type", "application/json");
        return TargetCalls.make(() -> http.send(new TargetRequest(method, url.replaceAll("/+$", "") + path, headers,
                body == null ? null : body.toString(), timeout, TargetRequest.USUAL_ANSWER_LIMIT)));
    }

    private static String path(String proxy) {
        return "/proxies/" + encoded(proxy);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
