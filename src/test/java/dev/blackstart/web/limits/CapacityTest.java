package dev.blackstart.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class CapacityTest {

    private static LimitsConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withMapping(LimitsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 100, Duration::parse).build().getConfigMapping(LimitsConfig.class);
    }

    @Test
    void requests_notConfigured_whatTheReservedConnectionsLeave() {
        assertThat(Capacity.requests(config(Map.of()), 48, 200)).isEqualTo(16);
        assertThat(Capacity.requests(config(Map.of()), 100, 200)).isEqualTo(68);
    }

    @Test
    void requests_configuredLower_kept() {
        assertThat(Capacity.requests(config(Map.of("blackstart.web.limits.requests", "8")), 48, 200)).isEqualTo(8);
    }

    @Test
    void requests_moreThanTheConnectionsLeave_doesNotStart() {
        assertThatThrownBy(() -> Capacity.requests(config(Map.of("blackstart.web.limits.requests", "17")), 48, 200))
                .hasMessageContaining("quarkus.datasource.jdbc.max-size")
                .hasMessageContaining("blackstart.web.limits.requests");
        assertThatThrownBy(() -> Capacity.requests(config(Map.of()), 34, 200)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void requests_moreThanTheThreads_doesNotStart() {
        assertThatThrownBy(() -> Capacity.requests(config(Map.of()), 48, 60))
                .hasMessageContaining("quarkus.thread-pool.max-threads");
    }
}
