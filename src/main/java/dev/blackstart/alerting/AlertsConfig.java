package dev.blackstart.alerting;

import java.time.Period;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Alerts of monitoring ({@code POST /api/alerts}); off while there is no token. */
@ConfigMapping(prefix = "blackstart.alerts")
public interface AlertsConfig {

    /** The bearer token of each source, by the source's name; at least 20 characters, none twice. */
    Map<String, String> tokens();

    /** How long unrated alerts are stored, as a period. */
    @WithDefault("P30D")
    Period keep();
}
