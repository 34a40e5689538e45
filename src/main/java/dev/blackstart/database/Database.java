package dev.blackstart.database;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.ConfigProvider;

/** Which database the run-time configuration names. */
public final class Database {

    private static final Pattern EMBEDDED = Pattern.compile("jdbc:h2:file:([^;]+).*");

    private Database() {
    }

    public static boolean isPostgresql() {
        return isPostgresql(url());
    }

    /** Which file H2 keeps it in; empty for a database elsewhere. */
    public static Optional<Path> embeddedFile() {
        return embeddedFile(url());
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    }

    static Optional<Path> embeddedFile(String url) {
        Matcher embedded = EMBEDDED.matcher(url);
        return embedded.matches() ? Optional.of(Path.of(embedded.group(1) + ".mv.db")) : Optional.empty();
    }

    static boolean isPostgresql(String url) {
        return url.startsWith("jdbc:postgresql:");
    }
}
