package dev.blackstart.database;

import java.util.List;

import org.hibernate.boot.registry.selector.SimpleStrategyRegistrationImpl;
import org.hibernate.boot.registry.selector.StrategyRegistration;
import org.hibernate.boot.registry.selector.StrategyRegistrationProvider;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;

/** Registers the dialect {@code by-url}: H2's or PostgreSQL's, as the run-time URL says. */
public final class UrlDialect implements StrategyRegistrationProvider {

    @Override
    public Iterable<StrategyRegistration<?>> getStrategyRegistrations() {
        return List.of(new SimpleStrategyRegistrationImpl<>(Dialect.class,
                Database.isPostgresql() ? PostgreSQLDialect.class : CurrentH2Dialect.class, "by-url"));
    }

    /** H2's dialect takes an unknown version for an old one and then silently drops {@code skip locked}. */
    public static final class CurrentH2Dialect extends H2Dialect {

        public CurrentH2Dialect() {
            super(DatabaseVersion.make(2, 4, 240));
        }
    }
}
