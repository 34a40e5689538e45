package dev.blackstart.calling;

import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the gate's check {@code people} asks for. */
@ConfigMapping(prefix = "blackstart.people-check")
public interface PeopleCheckConfig {

    /** Whether people may be seated in exercises that overlap, where there are few of them. */
    @WithDefault("false")
    boolean allowOverlap();

    /** How many unannounced exercises may call one person within 90 days; without it, any number. */
    OptionalInt unannouncedCallsPerQuarter();
}
