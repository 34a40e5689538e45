package dev.blackstart.calling;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Call trees. */
@ConfigMapping(prefix = "blackstart.calling")
public interface CallingConfig {

    /** How long the link in a call can be confirmed; a NO DUFF by it is taken ever after. */
    @WithDefault("P3D")
    Duration linkValidity();

    /** Invalid links that one address may open in a minute before it has to wait. */
    @WithDefault("30")
    int invalidLinkLimit();
}
