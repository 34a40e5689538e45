package dev.blackstart.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Monitoring of the lab: posts what Alertmanager's webhook would post. What could not be delivered is sent again. */
final class LabAlerts implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long EVERY_MILLIS = 500;
    private static final Duration PENDING = Duration.ofSeconds(1);
    private static final Duration REPEAT = Duration.ofSeconds(30);
    private static final String WATCHDOG = "Watchdog";
    private static final String OPEN_END = "0001-01-01T00:00:00Z";

    private final LabSettings settings;
    private final LabDatabase database;
    private final OrderGateway gateway;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** By name and site; since when it is so. */
    private final Map<String, Instant> active = new TreeMap<>();

    /** What was told; what is not active any more is told once as resolved. */
    private final Map<String, Told> told = new TreeMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "alerts");
        thread.setDaemon(true);
        return thread;
    });

    LabAlerts(LabSettings settings, LabDatabase database, OrderGateway gateway) {
        this.settings = settings;
        this.database = database;
        this.gateway = gateway;
        watch.scheduleWithFixedDelay(this::lookAlways, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A look that fails must not be the last one: the executor would not begin another. */
    private void lookAlways() {
        try {
            look();
        } catch (IllegalStateException failed) {
            System.out.println("Monitoring: " + failed.getMessage());
        }
    }

    private void look() {
        set(WATCHDOG, true);
        set("OrdersDatabaseDown", database.primary().isEmpty());
        set("OrdersRejected", gateway.isRejecting());
        for (String site : LabSettings.SITES) {
            int health = health(site);
            set("SiteDown/" + site, health == 0);
            set("LinkDown/" + site, health == 503);
        }
        Instant now = Instant.now();
        for (String alert : Set.copyOf(active.keySet())) {
            Instant since = active.get(alert);
            Told last = told.get(alert);
            boolean due = last == null ? Duration.between(since, now).compareTo(PENDING) >= 0
                    : Duration.between(last.at(), now).compareTo(REPEAT) >= 0;
            if ((due || alert.equals(WATCHDOG) && last == null) && send(alert, since, null)) {
                told.put(alert, new Told(since, now));
            }
        }
        for (String alert : Set.copyOf(told.keySet())) {
            if (!active.containsKey(alert) && send(alert, told.get(alert).since(), now)) {
                told.remove(alert);
            }
        }
    }

    /** It fires since it was seen, not since the look began: an answer may take seconds. */
    private void set(String alert, boolean firing) {
        if (firing) {
            active.putIfAbsent(alert, Instant.now());
        } else {
            active.remove(alert);
        }
    }

    /** HTTP status; 0 where nobody answers. */
    private int health(String site) {
        try {
            return client.send(HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:%d/health".formatted(settings.ordersPort(site))))
                    .timeout(Duration.ofSeconds(6))
                    .build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private boolean send(String alert, Instant since, Instant until) {
        String[] nameAndSite = alert.split("/");
        Map<String, String> labels = new LinkedHashMap<>(Map.of("alertname", nameAndSite[0]));
        if (nameAndSite.length > 1) {
            labels.put("site", nameAndSite[1]);
        }
        String status = until == null ? "firing" : "resolved";
        Map<String, Object> one = Map.of("status", status, "labels", labels, "annotations",
                Map.of("summary", "The lab's monitoring: " + alert), "startsAt", since.toString(), "endsAt",
                until == null ? OPEN_END : until.toString());
        Map<String, Object> message = Map.of("version", "4", "groupKey", alert, "truncatedAlerts", 0, "status", status,
                "receiver", "blackstart", "groupLabels", labels, "commonLabels", labels, "alerts", List.of(one));
        try {
            return client.send(HttpRequest.newBuilder(URI.create(settings.blackstart() + "/api/alerts"))
                    .timeout(Duration.ofSeconds(3)).header("Authorization", "Bearer " + settings.alertToken())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message))).build(),
                    BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Told(Instant since, Instant at) {
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
