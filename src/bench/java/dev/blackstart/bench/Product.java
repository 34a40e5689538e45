package dev.blackstart.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One process of the packaged product. */
final class Product implements AutoCloseable {

    private static final Path JAR = Path.of(System.getProperty("bench.product", "target/quarkus-app"), "quarkus-run.jar")
            .toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final String name;
    private final Path folder;
    private final int port;
    private final Map<String, String> settings;
    private final Api api;
    private volatile Process process;

    Product(String name, Path folder, int port, Map<String, String> settings) {
        this.name = name;
        this.folder = folder;
        this.port = port;
        this.settings = settings;
        this.api = new Api(base());
    }

    Api api() {
        return api;
    }

    /** Comes back when it answers. */
    void start() throws IOException {
        Files.createDirectories(folder);
        File log = folder.resolve(name + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder("java", "-jar", JAR.toString()).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        // the same few people conduct every exercise
        builder.environment().put("BLACKSTART_PEOPLE_CHECK_ALLOW_OVERLAP", "true");
        process = builder.start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!api.answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(name + " did not start; see " + log);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What of the two cores it has used since it started, all threads together. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Memory it occupies, in kB, where the system tells ({@code /proc}); else 0. */
    long residentKilobytes() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0)
                : 0;
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
