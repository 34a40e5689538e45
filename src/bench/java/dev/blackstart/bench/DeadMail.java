package dev.blackstart.bench;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lateness with messages by mail: without a mail server (they stay in the product), with one that takes connections and says
 * nothing, and with one where nobody listens. What a dead one cannot take is given up after twenty seconds and falls to the
 * page, which is journaled: all of that happens beside the timelines.
 */
final class DeadMail {

    private DeadMail() {
    }

    static void measure() throws Exception {
        run("none", ", mail in the product", Map.of());
        try (ServerSocket silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            List<Socket> taken = new ArrayList<>();
            Thread taking = new Thread(() -> take(silent, taken), "silent-mail-server");
            taking.setDaemon(true);
            taking.start();
            run("silent", ", mail server silent", at(silent.getLocalPort()));
            System.out.printf("it was asked %d times%n", taken.size());
        }
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        run("closed", ", mail server away", at(closed));
    }

    private static Map<String, String> at(int port) {
        return Map.of("QUARKUS_MAILER_HOST", "127.0.0.1", "QUARKUS_MAILER_PORT", String.valueOf(port),
                "QUARKUS_MAILER_FROM", "blackstart@example.org", "BLACKSTART_NOTIFY_MAIL_TIMEOUT", "PT5S",
                "BLACKSTART_NOTIFY_LAST_PATIENCE", "PT20S");
    }

    private static void run(String name, String note, Map<String, String> settings) throws Exception {
        Installation installation = Installation.onH2("notify-" + name, settings);
        try (installation; Connection database = installation.connect()) {
            new Lateness(note, plan -> plan.replace("channels: [in-app]", "channels: [email]")).measure(installation);
            System.out.println("deliveries by channel and state: " + states(database));
        }
    }

    private static Map<String, Long> states(Connection database) throws Exception {
        Map<String, Long> states = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement
                        .executeQuery("select channel, state, count(*) from delivery group by channel, state")) {
            while (row.next()) {
                states.put(row.getString(1) + " " + row.getString(2), row.getLong(3));
            }
        }
        return states;
    }

    private static void take(ServerSocket server, List<Socket> taken) {
        try {
            while (true) {
                taken.add(server.accept());
            }
        } catch (java.io.IOException over) {
            // the measurement is over
        }
    }
}
