package dev.blackstart.live.stream;

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
    Duration pollInterval();

    /** Streams that one person has open at a time: a phone, a control room, some tabs. One more is answered 429. */
    @WithDefault("16")
    int streamsPerPerson();

    /** The same in all; one more is answered 503. */
    @WithDefault("5000")
    int streams();

    /** A person's stream that is open longer than this is closed for a new one: a lost connection is noticed late. */
    @WithDefault("PT30S")
    Duration replaceable();

    /** How many entries wait for a reader who does not take them, before the stream is cut off. */
    @WithDefault("1000")
    int buffer();
}
