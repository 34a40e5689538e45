package dev.blackstart.metrics;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Where meters are kept. Every name begins with {@code blackstart_}, those of the framework too. */
final class MeterRegistries {

    static final String PREFIX = "blackstart.";

    private static final String REQUESTS = PREFIX + "http.server.requests";
    private static final String URI = "uri";
    private static final Pattern BEGINNING = Pattern.compile("^/(?:(?:api|q)/)?[^/]*");

    /** Bounds of the latency of a route, in seconds: the target of every page is the first one. */
    private static final double[] LATENCY = seconds(0.1, 0.25, 1, 5);

    private MeterRegistries() {
    }

    @Produces
    @Singleton
    static PrometheusMeterRegistry registry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Produces
    @Singleton
    static MeterFilter prefix() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String uri = id.getTag(URI);
                Meter.Id named = id.getName().startsWith(PREFIX) ? id : id.withName(PREFIX + id.getName());
                return uri == null ? named : named.replaceTags(Tags.of(id.getTags()).and(URI, route(uri)));
            }

            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(REQUESTS)
                        ? DistributionStatisticConfig.builder().serviceLevelObjectives(LATENCY).build().merge(config)
                        : config;
            }
        };
    }

    /**
     * A request that was refused before its route was found has its address in place of the route: ids, keys and secrets of
     * links are cut off.
     */
    static String route(String uri) {
        Matcher begins = uri.contains("{") ? null : BEGINNING.matcher(uri);
        return begins == null || !begins.find() ? uri : begins.group();
    }

    /** As timers count: in nanoseconds. */
    static double[] seconds(double... bounds) {
        double[] nanos = bounds.clone();
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] *= Duration.ofSeconds(1).toNanos();
        }
        return nanos;
    }
}
