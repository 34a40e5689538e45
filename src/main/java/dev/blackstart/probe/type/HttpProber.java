package dev.blackstart.probe.type;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.probe.ProbeAnswer;
import dev.blackstart.probe.ProbeFailed;
import dev.blackstart.probe.Prober;
import dev.blackstart.target.AllowedHosts;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.http.TargetAnswer;
import dev.blackstart.target.http.TargetHttp;
import dev.blackstart.target.http.TargetRequest;

/**
 * {@code {type: http, url, method, headers, body}}: a request to an allowed host. A redirect is an answer like any other;
 * without
 * {@code status} in its tolerance an error is outside.
 */
@ApplicationScoped
class HttpProber implements Prober {

    static final int ANSWER_LIMIT = 262_144;
    private static final int FIRST_ERROR = 400;

    private final TargetHttp http;
    private final AllowedHosts hosts;
    private final TargetSecrets secrets;

    HttpProber(TargetHttp http, AllowedHosts hosts, TargetSecrets secrets) {
        this.http = http;
        this.hosts = hosts;
        this.secrets = secrets;
    }

    @Override
    public String type() {
        return "http";
    }

    @Override
    public boolean isSwitchedOn() {
        return hosts.isAny();
    }

    @Override
    public List<String> problems(JsonNode probe) {
        return problems(probe, http, hosts, secrets);
    }

    static List<String> problems(JsonNode probe, TargetHttp http, AllowedHosts hosts, TargetSecrets secrets) {
        String url = probe.path("url").asText();
        List<String> problems = new ArrayList<>(secrets.problems(probe));
        problems.addAll(http.problems(url));
        if (problems.isEmpty() && !url.contains("${secret:")) {
            URI uri = URI.create(url);
            int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
            hosts.problem(uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort()).ifPresent(problems::add);
        }
        return problems;
    }

    @Override
    public ProbeAnswer ask(JsonNode probe, Duration timeout) {
        TargetAnswer answer = http.send(new TargetRequest(probe.path("method").asText("GET"), probe.path("url").asText(),
                headers(probe), probe.hasNonNull("body") ? probe.get("body").asText() : null, timeout, ANSWER_LIMIT));
        if (answer.status() >= FIRST_ERROR && !probe.path("tolerance").has("status")) {
            throw new ProbeFailed("The status is %d.".formatted(answer.status()));
        }
        return new ProbeAnswer(answer.status(), answer.body(), null);
    }

    static Map<String, String> headers(JsonNode probe) {
        Map<String, String> headers = new TreeMap<>();
        probe.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }
}
