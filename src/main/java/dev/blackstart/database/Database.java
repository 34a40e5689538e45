package dev.blackstart.database;

import org.eclipse.microprofile.config.ConfigProvider;

/** Which database the run-time configuration names. */
public final class Database {

    private Database() {
    }

    public static boolean isPostgresql() {
        return isPostgresql(ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class));
    }

    static boolean isPostgresql(String url) {
        return url.startsWith("jdbc:postgresql:");
    }
}
