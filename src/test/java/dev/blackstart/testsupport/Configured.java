package dev.blackstart.testsupport;

import java.util.Map;

import org.eclipse.microprofile.config.Config;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Configuration for parts that are tested without the application. */
public final class Configured {

    private Configured() {
    }

    public static Config with(Map<String, String> properties) {
        return new SmallRyeConfigBuilder().withDefaultValues(properties).build();
    }

    public static <T> T mapping(Class<T> type, Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().withMapping(type).withDefaultValues(properties).build();
        return config.getConfigMapping(type);
    }
}
