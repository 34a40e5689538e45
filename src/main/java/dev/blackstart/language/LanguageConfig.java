package dev.blackstart.language;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which languages the language check knows. */
@ConfigMapping(prefix = "blackstart.language")
interface LanguageConfig {

    /** Folders of word lists below {@code language/} on the class path; a text is checked with all of them. */
    @WithDefault("en")
    List<String> lists();
}
