package dev.blackstart.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** TCP proxies behind the part of Toxiproxy's HTTP API (2.x) that drills use; Toxiproxy itself is not in the registry. */
public final class ToxiproxyServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, LabProxy> proxies = new ConcurrentSkipListMap<>();
    private final HttpServer server;

    private record Reply(int status, Object body) {

        static Reply error(int status, String message) {
            return new Reply(status, Map.of("error", message, "status", status));
        }
    }

    /** @param port of the API; 0 takes a free one */
    public ToxiproxyServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "toxiproxy");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void create(String name, int listen, int upstream) {
        InetAddress here = InetAddress.getLoopbackAddress();
        LabProxy proxy = new LabProxy(name, new InetSocketAddress(here, listen), new InetSocketAddress(here, upstream));
        proxy.enable(true);
        proxies.put(name, proxy);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Reply reply;
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode sent = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
            reply = reply(exchange.getRequestMethod(), segments(exchange.getRequestURI().getRawPath()), sent);
        } catch (IOException | IllegalArgumentException broken) {
            reply = Reply.error(400, String.valueOf(broken.getMessage()));
        }
        byte[] answer = reply.body() == null ? new byte[0] : JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(URLDecoder.decode(segment, StandardCharsets.UTF_8));
            }
        }
        return segments;
    }

    private Reply reply(String method, List<String> path, JsonNode sent) {
        if (path.equals(List.of("reset")) && method.equals("POST")) {
            proxies.values().forEach(proxy -> {
                List.copyOf(proxy.toxics()).forEach(toxic -> proxy.remove(toxic.name()));
                proxy.enable(true);
            });
            return new Reply(204, null);
        }
        if (path.isEmpty() || !path.get(0).equals("proxies")) {
            return Reply.error(404, "not found");
        }
        if (path.size() == 1) {
            return all();
        }
        LabProxy proxy = proxies.get(path.get(1));
        if (proxy == null) {
            return Reply.error(404, "proxy not found");
        }
        if (path.size() == 2) {
            return one(method, proxy, sent);
        }
        return path.get(2).equals("toxics") ? toxics(method, proxy, path.subList(3, path.size()), sent)
                : Reply.error(404, "not found");
    }

    private Reply all() {
        Map<String, Object> all = new LinkedHashMap<>();
        proxies.forEach((name, proxy) -> all.put(name, view(proxy)));
        return new Reply(200, all);
    }

    private static Reply one(String method, LabProxy proxy, JsonNode sent) {
        if ((method.equals("POST") || method.equals("PATCH")) && sent.has("enabled")) {
            proxy.enable(sent.get("enabled").asBoolean());
        }
        return new Reply(200, view(proxy));
    }

    private static Reply toxics(String method, LabProxy proxy, List<String> name, JsonNode sent) {
        if (name.isEmpty() && method.equals("POST")) {
            return add(proxy, sent);
        }
        if (name.isEmpty()) {
            return new Reply(200, proxy.toxics());
        }
        boolean found = proxy.toxics().stream().anyMatch(toxic -> toxic.name().equals(name.get(0)));
        if (!found) {
            return Reply.error(404, "toxic not found");
        }
        if (method.equals("DELETE")) {
            proxy.remove(name.get(0));
            return new Reply(204, null);
        }
        return new Reply(200,
                proxy.toxics().stream().filter(toxic -> toxic.name().equals(name.get(0))).findFirst().orElseThrow());
    }

    private static Reply add(LabProxy proxy, JsonNode sent) {
        String type = sent.path("type").asText();
        if (!Toxic.TYPES.contains(type)) {
            return Reply.error(400, "invalid toxic type");
        }
        String stream = sent.path("stream").asText("downstream");
        Map<String, Long> attributes = new LinkedHashMap<>();
        sent.path("attributes").properties().forEach(one -> attributes.put(one.getKey(), one.getValue().asLong()));
        Toxic toxic = new Toxic(sent.path("name").asText(type + "_" + stream), type, stream,
                sent.path("toxicity").asDouble(1), attributes);
        return proxy.add(toxic) ? new Reply(200, toxic) : Reply.error(409, "toxic already exists");
    }

    private static Map<String, Object> view(LabProxy proxy) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", proxy.name);
        view.put("listen", "127.0.0.1:" + proxy.listen.getPort());
        view.put("upstream", "127.0.0.1:" + proxy.upstream.getPort());
        view.put("enabled", proxy.isEnabled());
        view.put("toxics", proxy.toxics());
        return view;
    }

    @Override
    public void close() {
        proxies.values().forEach(proxy -> proxy.enable(false));
        server.stop(0);
    }
}
