package dev.blackstart.target.sql;

import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Data sources that drivers and probes may use: {@code blackstart.datasources.NAME.*}. */
@ConfigMapping(prefix = "blackstart.datasources")
public interface DatasourcesConfig {

    @WithParentName
    Map<String, Source> sources();

    /** One database. */
    interface Source {

        /** JDBC address of PostgreSQL or H2. */
        String url();

        Optional<String> username();

        /** Masked wherever it comes back. */
        Optional<String> password();

        /** Whether drills may only read it; probes only read in any case. */
        @WithDefault("false")
        boolean readOnly();
    }
}
