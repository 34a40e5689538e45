package dev.blackstart.lab;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * Where the lab lives. All its ports follow from the first one.
 *
 * @param folder of its data, programs and logs
 * @param blackstart address of the product, which alerts are sent to
 */
record LabSettings(Path folder, int firstPort, String blackstart, String alertToken) {

    static final List<String> SITES = List.of("a", "b");
    private static final String FILE = "lab.properties";

    /** What customers talk to. */
    int gatewayPort() {
        return firstPort;
    }

    /** Of the order service of a site. */
    int ordersPort(String site) {
        return firstPort + 1 + SITES.indexOf(site);
    }

    /** Of the database of a site. */
    int databasePort(String site) {
        return firstPort + 3 + SITES.indexOf(site);
    }

    /** The link from the order service of a site to the database of a site. */
    int linkPort(String from, String to) {
        return firstPort + 5 + 2 * SITES.indexOf(from) + SITES.indexOf(to);
    }

    int toxiproxyPort() {
        return firstPort + 9;
    }

    static String linkName(String from, String to) {
        return "orders-%s-to-database-%s".formatted(from, to);
    }

    IntStream ports() {
        return IntStream.rangeClosed(firstPort, toxiproxyPort());
    }

    String databaseUrl(String site) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&connectTimeout=1&loginTimeout=2&socketTimeout=2"
                .formatted(databasePort(site));
    }

    /** Through the links of a site, to whichever database takes writes. */
    String linkedUrl(String site) {
        return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?user=postgres&targetServerType=primary&connectTimeout=1"
                .formatted(linkPort(site, "a"), linkPort(site, "b")) + "&loginTimeout=2&socketTimeout=2&hostRecheckSeconds=1";
    }

    Path database(String site) {
        return folder.resolve("database-" + site);
    }

    Path binaries() {
        return folder.resolve("postgresql");
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    Path pid(String name) {
        return folder.resolve(name + ".pid");
    }

    void save() {
        Properties properties = new Properties();
        properties.setProperty("firstPort", String.valueOf(firstPort));
        properties.setProperty("blackstart", blackstart);
        properties.setProperty("alertToken", alertToken);
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            properties.store(writer, "The lab that runs, or ran, here");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static LabSettings read(Path folder) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException("No lab was started in " + folder, failed);
        }
        return new LabSettings(folder, Integer.parseInt(properties.getProperty("firstPort")),
                properties.getProperty("blackstart"), properties.getProperty("alertToken"));
    }
}
