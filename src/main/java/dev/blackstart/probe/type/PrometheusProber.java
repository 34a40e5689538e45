package dev.blackstart.probe.type;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.probe.ProbeAnswer;
import dev.blackstart.probe.ProbeFailed;
import dev.blackstart.probe.Prober;
import dev.blackstart.target.AllowedHosts;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.http.TargetAnswer;
import dev.blackstart.target.http.TargetHttp;
import dev.blackstart.target.http.TargetRequest;

/** {@code {type: prometheus, url, query, headers}}: an instant query that gives one value. An empty answer is no data. */
@ApplicationScoped
class PrometheusProber implements Prober {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SUCCESS = 200;

    private final TargetHttp http;
    private final AllowedHosts hosts;
    private final TargetSecrets secrets;

    PrometheusProber(TargetHttp http, AllowedHosts hosts, TargetSecrets secrets) {
        this.http = http;
        this.hosts = hosts;
        this.secrets = secrets;
    }

    @Override
    public String type() {
        return "prometheus";
    }

    @Override
    public boolean isSwitchedOn() {
        return hosts.isAny();
    }

    @Override
    public List<String> problems(JsonNode probe) {
        return HttpProber.problems(probe, http, hosts, secrets);
    }

    @Override
    public ProbeAnswer ask(JsonNode probe, Duration timeout) {
        String server = probe.path("url").asText().replaceAll("/+$", "");
        String url = server + "/api/v1/query?query="
                + URLEncoder.encode(probe.path("query").asText(), StandardCharsets.UTF_8);
        TargetAnswer answer = http.send(new TargetRequest("GET", url, HttpProber.headers(probe), null, timeout,
                HttpProber.ANSWER_LIMIT));
        return ProbeAnswer.ofValue(value(answer.status(), answer.body()));
    }

    /** @throws ProbeFailed where the answer holds no single value */
    static String value(int status, String body) {
        JsonNode answer = read(status, body);
        if (status != SUCCESS || !answer.path("status").asText().equals("success")) {
            throw new ProbeFailed("Prometheus answered with status %d: %s".formatted(status,
                    answer.path("error").asText("no reason given")));
        }
        JsonNode result = answer.at("/data/result");
        return switch (answer.at("/data/resultType").asText()) {
            case "scalar", "string" -> result.path(1).asText();
            case "vector" -> single(result).path("value").path(1).asText();
            default -> throw new ProbeFailed("The query gives a range of values; write one that gives one value.");
        };
    }

    private static JsonNode single(JsonNode vector) {
        if (vector.isEmpty()) {
            throw new ProbeFailed("The query gives no data.");
        }
        if (vector.size() > 1) {
            throw new ProbeFailed("The query gives %d values; write one that gives one value, for example with sum()."
                    .formatted(vector.size()));
        }
        return vector.get(0);
    }

    private static JsonNode read(int status, String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new ProbeFailed("Prometheus answered with status %d and no JSON.".formatted(status), noJson);
        }
    }
}
