package dev.blackstart.live;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Live streams. */
@ConfigMapping(prefix = "blackstart.live")
public interface LiveConfig {

    /** How often an open stream gives a sign of life, and how soon it ends after its reader's roles changed. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How often a replica looks for entries that another one wrote. */
    @WithDefault("PT0.25S")
    Duration look();

    /** How many entries wait for a reader who does not take them, before the stream is cut off. */
    @WithDefault("1000")
    int buffer();
}
