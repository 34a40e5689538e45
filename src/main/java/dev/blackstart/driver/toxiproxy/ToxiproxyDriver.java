package dev.blackstart.driver.toxiproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.driver.AutomaticDriver;
import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetHosts;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.target.HostPattern;
import dev.blackstart.target.TargetSecrets;

/**
 * {@code {driver: toxiproxy, proxy: …, enabled: false}} cuts what runs through a proxy; {@code toxic} makes it worse instead. A
 * revert without either restores what the fault of the same drill has changed; with {@code toxic} it removes the one of that
 * name,
 * and with {@code enabled} it sets that.
 */
@ApplicationScoped
public class ToxiproxyDriver implements AutomaticDriver {

    private static final String PROXY = "proxy";
    private static final String ENABLED = "enabled";
    private static final String TOXIC = "toxic";
    private static final String NAME = "name";

    private final ToxiproxyApi api;
    private final TargetSecrets secrets;

    ToxiproxyDriver(ToxiproxyApi api, TargetSecrets secrets) {
        this.api = api;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "toxiproxy";
    }

    @Override
    public boolean isSwitchedOn() {
        return api.isConfigured();
    }

    @Override
    public List<String> problems(JsonNode settings, List<TargetSystem> targets) {
        List<String> problems = new ArrayList<>(secrets.problems(settings));
        if (settings.has(ENABLED) && settings.has(TOXIC)) {
            problems.add("A step either sets enabled or has a toxic; make two drills of it.");
        }
        if (new TargetHosts(targets).areUnknown()) {
            problems.add("No hosts are known of %s; write the proxy's own address or the one behind it as hosts of the system."
                    .formatted(new TargetHosts(targets).keys()));
        }
        return problems;
    }

    @Override
    public List<String> describe(JsonNode settings, List<TargetSystem> targets) {
        String proxy = settings.path(PROXY).asText();
        if (settings.has(ENABLED)) {
            return List.of("Toxiproxy: switch proxy %s %s".formatted(proxy, settings.get(ENABLED).asBoolean() ? "on" : "off"));
        }
        if (settings.has(TOXIC)) {
            return List.of("Toxiproxy: toxic %s at proxy %s".formatted(settings.get(TOXIC), proxy));
        }
        return List.of("Toxiproxy: restore proxy %s".formatted(proxy));
    }

    @Override
    public String inject(DriverCall call) {
        JsonNode settings = call.settings();
        String proxy = settings.path(PROXY).asText();
        JsonNode before = api.proxy(proxy, call.timeout())
                .orElseThrow(() -> new DriverFailed("Toxiproxy has no proxy %s.".formatted(proxy)));
        checkTargets(before, call.targets());
        ObjectNode saved = JsonNodeFactory.instance.objectNode().put(PROXY, proxy);
        if (settings.has(ENABLED)) {
            call.log().save(saved.put(ENABLED, before.path(ENABLED).asBoolean()));
            api.enable(proxy, settings.get(ENABLED).asBoolean(), call.timeout());
            return "Proxy %s is switched %s.".formatted(proxy, settings.get(ENABLED).asBoolean() ? "on" : "off");
        }
        if (!settings.has(TOXIC)) {
            throw new DriverFailed("A fault sets enabled or has a toxic.");
        }
        ObjectNode toxic = settings.get(TOXIC).deepCopy();
        toxic.put(NAME, toxicName(call));
        checkFree(before, toxic.get(NAME).asText());
        call.log().save(saved.put(TOXIC, toxic.get(NAME).asText()));
        api.add(proxy, toxic, call.timeout());
        return "Proxy %s has toxic %s.".formatted(proxy, toxic.get(NAME).asText());
    }

    /** One that was there before is not ours to remove afterwards. */
    private static void checkFree(JsonNode proxy, String toxic) {
        for (JsonNode one : proxy.path("toxics")) {
            if (one.path(NAME).asText().equals(toxic)) {
                throw new DriverFailed("Proxy %s has a toxic %s already.".formatted(proxy.path(NAME).asText(), toxic));
            }
        }
    }

    @Override
    public String revert(DriverCall call) {
        JsonNode settings = call.settings();
        String proxy = settings.path(PROXY).asText();
        Optional<JsonNode> now = api.proxy(proxy, call.timeout());
        now.ifPresent(found -> checkTargets(found, call.targets()));
        if (settings.has(ENABLED)) {
            return enable(call, proxy, settings.get(ENABLED).asBoolean());
        }
        if (!settings.has(TOXIC) && call.saved() != null && call.saved().has(ENABLED)) {
            return enable(call, proxy, call.saved().get(ENABLED).asBoolean());
        }
        boolean saved = !settings.has(TOXIC) && call.saved() != null && call.saved().has(TOXIC);
        String toxic = saved ? call.saved().get(TOXIC).asText() : toxicName(call);
        return now.isPresent() && api.remove(proxy, toxic, call.timeout())
                ? "Toxic %s is removed from proxy %s.".formatted(toxic, proxy)
                : "Proxy %s has no toxic %s.".formatted(proxy, toxic);
    }

    private String enable(DriverCall call, String proxy, boolean enabled) {
        api.enable(proxy, enabled, call.timeout());
        return "Proxy %s is switched %s.".formatted(proxy, enabled ? "on" : "off");
    }

    private static String toxicName(DriverCall call) {
        String written = call.settings().path(TOXIC).path(NAME).asText();
        return written.isEmpty() ? "blackstart-" + call.fault() : written;
    }

    /** The proxy belongs to who listens at it or to who is behind it. */
    private static void checkTargets(JsonNode proxy, List<TargetSystem> targets) {
        TargetHosts owned = new TargetHosts(targets);
        String listen = proxy.path("listen").asText();
        String upstream = proxy.path("upstream").asText();
        Optional<String> behind = problem(owned, upstream);
        if (behind.isPresent() && problem(owned, listen).isPresent()) {
            throw new DriverFailed(behind.get());
        }
    }

    private static Optional<String> problem(TargetHosts owned, String address) {
        int colon = address.lastIndexOf(':');
        boolean withPort = colon > 0 && HostPattern.isHost(address) && address.substring(colon + 1).matches("\\d{1,5}");
        if (!withPort) {
            return owned.problem(address, 0, null);
        }
        String host = address.substring(0, colon).replaceAll("[\\[\\]]", "");
        return owned.problem(host, Integer.parseInt(address.substring(colon + 1)), null);
    }
}
