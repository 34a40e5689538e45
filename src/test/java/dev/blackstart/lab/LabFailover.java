package dev.blackstart.lab;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Promotes the database that follows when no database has taken writes for a while. */
final class LabFailover implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final long EVERY_MILLIS = 500;

    private final LabDatabase database;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "failover");
        thread.setDaemon(true);
        return thread;
    });
    private long lastSeen = System.nanoTime();

    LabFailover(LabDatabase database) {
        this.database = database;
        watch.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (database.primary().isPresent()) {
                lastSeen = System.nanoTime();
            } else if (System.nanoTime() - lastSeen > PATIENCE.toNanos()) {
                System.out.println("Failover: " + database.promote());
            }
        } catch (IllegalStateException bothAreDown) {
            lastSeen = System.nanoTime();
            System.out.println("Failover: " + bothAreDown.getMessage());
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
