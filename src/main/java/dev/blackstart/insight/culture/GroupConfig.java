package dev.blackstart.insight.culture;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many people must be in a group before a figure about them is shown. */
@ConfigMapping(prefix = "blackstart.insight")
public interface GroupConfig {

    /** Of people: culture over a quarter, and how many took part. */
    @WithDefault("10")
    int peopleGroup();

    /** Of answers about one system in one quarter. */
    @WithDefault("5")
    int confidenceGroup();
}
