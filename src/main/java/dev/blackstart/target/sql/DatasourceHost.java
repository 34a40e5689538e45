package dev.blackstart.target.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A host that a JDBC address names. */
public record DatasourceHost(String host, int port) {

    private static final Pattern SERVER = Pattern.compile("jdbc:(?<kind>postgresql|h2:tcp|h2:ssl)://(?<hosts>[^/?;]*).*");
    private static final Pattern WITH_PORT = Pattern.compile("\\[?(?<host>[^\\[\\]]*?)]?(:(?<port>\\d{1,5}))?");
    private static final int POSTGRESQL_PORT = 5432;
    private static final int H2_PORT = 9092;

    /** A database inside this process, or one of PostgreSQL without a host, is this machine. */
    static List<DatasourceHost> of(String url) {
        Matcher server = SERVER.matcher(url);
        if (!server.matches() || server.group("hosts").isBlank()) {
            return List.of(new DatasourceHost("localhost", url.startsWith("jdbc:postgresql:") ? POSTGRESQL_PORT : H2_PORT));
        }
        int usual = server.group("kind").equals("postgresql") ? POSTGRESQL_PORT : H2_PORT;
        return Stream.of(server.group("hosts").split(",")).map(text -> host(text, usual)).toList();
    }

    private static DatasourceHost host(String text, int usual) {
        Matcher parts = WITH_PORT.matcher(text.strip());
        if (!parts.matches()) {
            return new DatasourceHost(text.strip(), usual);
        }
        return new DatasourceHost(parts.group("host"),
                parts.group("port") == null ? usual : Integer.parseInt(parts.group("port")));
    }
}
