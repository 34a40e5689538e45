package dev.blackstart.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small real system on loopback, for trying drills without harming anybody: two sites with a PostgreSQL and an order service
 * each, TCP proxies between them that speak Toxiproxy's API, monitoring that posts alerts, and customers who order. Started by
 * {@code ./mvnw -q -Plab -DskipTests process-test-classes}; see docs/lab.md.
 */
public final class Lab implements AutoCloseable {

    /** As {@code src/lab/blackstart.properties} has it. */
    private static final String ALERT_TOKEN = "alerts-of-the-lab-come-with-this-token";

    private final LabSettings settings;
    private final LabDatabase database;
    private final LabSites sites;
    private final ToxiproxyServer proxies;
    private final OrderGateway gateway;
    private final LabFailover failover;
    private final LabAlerts alerts;

    /** @param folder emptied first, but for PostgreSQL's programs @param firstPort of ten */
    public Lab(Path folder, int firstPort, String blackstart) throws IOException {
        this(new LabSettings(folder.toAbsolutePath().normalize(), firstPort, blackstart, ALERT_TOKEN));
    }

    private Lab(LabSettings settings) throws IOException {
        this.settings = settings;
        database = new LabDatabase(settings);
        sites = new LabSites(settings, database);
        checkPort();
        Files.createDirectories(settings.folder());
        endProcesses();
        clean();
        settings.save();
        writeCommand();
        database.create();
        proxies = new ToxiproxyServer(settings.toxiproxyPort());
        for (String from : LabSettings.SITES) {
            for (String to : LabSettings.SITES) {
                proxies.create(LabSettings.linkName(from, to), settings.linkPort(from, to), settings.databasePort(to));
            }
        }
        LabSettings.SITES.forEach(sites::startOrders);
        gateway = new OrderGateway(settings, database);
        failover = new LabFailover(database);
        alerts = new LabAlerts(settings, database, gateway);
    }

    /** A second lab on the same ports would end the first one's processes. */
    private void checkPort() {
        if (LabSites.listens(settings.toxiproxyPort())) {
            throw new IllegalStateException("Port %d is in use; does the lab run already?".formatted(settings.toxiproxyPort()));
        }
    }

    private void clean() throws IOException {
        try (Stream<Path> files = Files.walk(settings.folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.startsWith(settings.binaries()) && !file.equals(settings.folder())) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What the commands of {@code src/lab/commands} run. */
    private void writeCommand() throws IOException {
        String line = LabProcess.java(LabCommand.class, settings.folder().toString()).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
        Path command = Files.writeString(settings.folder().resolve("command"), "#!/bin/sh\nexec %s \"$@\"\n".formatted(line));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The site whose database takes writes; null where none does. */
    public String writingSite() {
        return database.primary().orElse(null);
    }

    public boolean isSiteRunning(String site) {
        return database.answers(site) && LabSites.listens(settings.ordersPort(site));
    }

    int proxiesPort() {
        return settings.toxiproxyPort();
    }

    /** The site that follows takes writes, and the other one follows it. */
    void failOver() {
        String before = database.primary().orElseThrow();
        database.kill(before);
        database.promote();
        database.rejoin(before);
    }

    public boolean takesOrders() {
        return gateway.order();
    }

    public int acknowledgedOrders() {
        return gateway.acknowledgedOrders();
    }

    public int lostOrders() throws SQLException {
        return gateway.lost();
    }

    /** What the product needs to know of a lab, as {@code src/lab/blackstart.properties} says it of the usual one. */
    public static Map<String, String> configuration(Path folder, int firstPort) {
        LabSettings settings = new LabSettings(folder.toAbsolutePath().normalize(), firstPort, null, ALERT_TOKEN);
        String database = "jdbc:postgresql://127.0.0.1:%d".formatted(settings.databasePort("a"));
        return Map.of("blackstart.drivers.process.enabled", "true",
                "blackstart.drivers.process.folder", Path.of("src/lab/commands").toAbsolutePath().toString(),
                "blackstart.drivers.process.environment.LAB_HOME", settings.folder().toString(),
                "blackstart.drivers.toxiproxy.url", "http://127.0.0.1:" + settings.toxiproxyPort(),
                "blackstart.datasources.orders.url",
                "%s,127.0.0.1:%d/postgres?targetServerType=primary".formatted(database, settings.databasePort("b")),
                "blackstart.datasources.orders.username", "postgres",
                "blackstart.datasources.site-a.url", database + "/postgres",
                "blackstart.datasources.site-a.username", "postgres",
                "blackstart.alerts.tokens.lab", ALERT_TOKEN);
    }

    private void endProcesses() {
        for (String site : LabSettings.SITES) {
            sites.off(site);
        }
    }

    @Override
    public void close() {
        alerts.close();
        failover.close();
        gateway.close();
        endProcesses();
        proxies.close();
    }

    public static void main(String[] addressOfBlackstart) throws IOException, InterruptedException {
        String blackstart = addressOfBlackstart.length > 0 ? addressOfBlackstart[0] : "http://127.0.0.1:8080";
        Lab lab = new Lab(Path.of("target/lab"), 18_080, blackstart);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            lab.close();
            ended.countDown();
        }));
        System.out.println(String.join("\n", lab.about()));
        ended.await();
    }

    private List<String> about() {
        return List.of("The lab runs; Ctrl-C ends it.",
                "  orders      http://127.0.0.1:%d/orders/count".formatted(settings.gatewayPort()),
                "  site a      http://127.0.0.1:%d/health, PostgreSQL on port %d".formatted(settings.ordersPort("a"),
                        settings.databasePort("a")),
                "  site b      http://127.0.0.1:%d/health, PostgreSQL on port %d".formatted(settings.ordersPort("b"),
                        settings.databasePort("b")),
                "  proxies     http://127.0.0.1:%d/proxies".formatted(settings.toxiproxyPort()),
                "  alerts to   %s/api/alerts".formatted(settings.blackstart()));
    }
}
