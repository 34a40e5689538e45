package dev.blackstart.driver.toxiproxy;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Toxiproxy, through which connections of a system under test run. */
@ConfigMapping(prefix = "blackstart.drivers.toxiproxy")
public interface ToxiproxyConfig {

    /** Its API, for example {@code http://127.0.0.1:8474}; its host must be an allowed one. Without it the driver is off. */
    Optional<String> url();
}
