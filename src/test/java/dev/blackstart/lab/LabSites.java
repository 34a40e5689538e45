package dev.blackstart.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Two sites: each has a database and an order service. */
final class LabSites {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LabSettings settings;
    private final LabDatabase database;

    LabSites(LabSettings settings, LabDatabase database) {
        this.settings = settings;
        this.database = database;
    }

    /** All that runs there ends at once. */
    String off(String site) {
        LabProcess.kill(settings, OrderService.process(site));
        database.kill(site);
        return "Site %s has no power.".formatted(site);
    }

    /** All that belongs there runs; what runs already stays as it is. */
    String on(String site) {
        String joined = database.rejoin(site);
        startOrders(site);
        return joined + " The order service of site %s runs.".formatted(site);
    }

    void startOrders(String site) {
        if (!LabProcess.isAlive(settings, OrderService.process(site))) {
            LabProcess.start(settings, OrderService.process(site),
                    LabProcess.java(OrderService.class, settings.folder().toString(), site));
        }
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(settings.ordersPort(site))) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("The order service of site %s did not start; see %s.".formatted(site,
                        settings.log(OrderService.process(site))));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
