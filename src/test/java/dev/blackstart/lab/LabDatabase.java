package dev.blackstart.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A PostgreSQL in each site: one takes writes, the other one follows it by streaming replication. A commit is acknowledged
 * before
 * it is on the disk or at the other site ({@code synchronous_commit = off}): the latent defect that a failover exposes.
 */
final class LabDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NOT_COPIED = List.of("postmaster.pid", "postmaster.opts", "standby.signal",
            "pg_replslot");

    private final LabSettings settings;

    LabDatabase(LabSettings settings) {
        this.settings = settings;
    }

    static String other(String site) {
        return site.equals("a") ? "b" : "a";
    }

    static String process(String site) {
        return "database-" + site;
    }

    /** New and empty: the one of site A takes writes, the one of site B follows. */
    void create() {
        PostgresBinaries.unpack(settings.binaries());
        run(line("initdb",
                List.of("-D", settings.database("a").toString(), "-U", "postgres",
                        "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")));
        append(settings.database("a").resolve("postgresql.conf"), """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                wal_level = replica
                max_wal_senders = 10
                wal_keep_size = 256MB
                hot_standby = on
                shared_buffers = 32MB
                synchronous_commit = off
                wal_writer_delay = 2s
                """);
        start("a");
        execute("a", "create table orders (id uuid primary key, site varchar(8) not null, taken_at timestamptz default now())");
        follow("b");
    }

    /** The site whose database takes writes; empty where none does. */
    Optional<String> primary() {
        return LabSettings.SITES.stream().filter(this::takesWrites).findFirst();
    }

    /** False too where it ends while it is asked. */
    private boolean takesWrites(String site) {
        try {
            return answers(site) && !isFollowing(site);
        } catch (IllegalStateException ended) {
            if (answers(site)) {
                throw ended;
            }
            return false;
        }
    }

    boolean answers(String site) {
        if (!LabProcess.isAlive(settings, process(site))) {
            return false;
        }
        try (Connection connection = connect(site)) {
            return connection.isValid(1);
        } catch (SQLException away) {
            return false;
        }
    }

    boolean isFollowing(String site) {
        return "t".equals(value(site, "select pg_is_in_recovery()"));
    }

    /** At once, as if its host had lost its power. */
    void kill(String site) {
        LabProcess.kill(settings, process(site));
    }

    /** The one that follows takes writes from now on. Does nothing where one does already. */
    String promote() {
        return alone(this::promoteAlone);
    }

    private String promoteAlone() {
        Optional<String> primary = primary();
        if (primary.isPresent()) {
            return "The database of site %s takes writes already.".formatted(primary.get());
        }
        String follower = LabSettings.SITES.stream().filter(this::answers).findFirst()
                .orElseThrow(() -> new IllegalStateException("No database runs that could be promoted."));
        value(follower, "select pg_promote(true, 30)");
        return "The database of site %s takes writes now.".formatted(follower);
    }

    /**
     * What is down comes back: it follows the other one where that one takes writes, and otherwise starts as it was. One that
     * took
     * writes beside another one is set up anew. Does nothing where nothing is down.
     */
    String rejoin(String site) {
        return alone(() -> rejoinAlone(site));
    }

    private String rejoinAlone(String site) {
        String other = other(site);
        boolean otherWrites = answers(other) && !isFollowing(other);
        if (answers(site)) {
            if (!otherWrites || isFollowing(site)) {
                return "The database of site %s runs already.".formatted(site);
            }
            kill(site);
        }
        if (otherWrites) {
            follow(site);
            return "The database of site %s follows that of site %s.".formatted(site, other);
        }
        start(site);
        return "The database of site %s runs as before.".formatted(site);
    }

    /** Two that start or promote a database at the same time could make two of them take writes. */
    private <T> T alone(Supplier<T> act) {
        synchronized (LabDatabase.class) {
            try (FileChannel file = FileChannel.open(settings.folder().resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock lock = file.lock()) {
                if (!lock.isValid()) {
                    throw new IllegalStateException("The lock is gone.");
                }
                return act.get();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private void start(String site) {
        try {
            Files.deleteIfExists(settings.database(site).resolve("postmaster.pid"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        LabProcess.start(settings, process(site), line("postgres",
                List.of("-D", settings.database(site).toString(), "-p", String.valueOf(settings.databasePort(site)))));
        await(site);
    }

    private void await(String site) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(site)) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("The database of site %s did not start; see %s.".formatted(site,
                        settings.log(process(site))));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** A copy of the other one, taken while that runs. */
    private void follow(String site) {
        String primary = other(site);
        Path to = settings.database(site);
        delete(to);
        try (Connection connection = DriverManager.getConnection(settings.databaseUrl(primary).replace("socketTimeout=2",
                "socketTimeout=60")); Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('lab', true)");
            copy(settings.database(primary), to);
            try (ResultSet result = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                result.next();
                Files.writeString(to.resolve("backup_label"), result.getString(1));
            }
            Files.createFile(to.resolve("standby.signal"));
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("The database of site %s could not be copied.".formatted(primary), failed);
        }
        append(to.resolve("postgresql.auto.conf"), "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'\n"
                .formatted(settings.databasePort(primary)));
        start(site);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (NOT_COPIED.contains(file.getFileName().toString()) || file.toString().contains("pgsql_tmp")) {
                    continue;
                }
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (Files.exists(file)) {
                    Files.copy(file, target);
                }
            }
        }
        Files.createDirectories(to.resolve("pg_replslot"));
        if (!to.toFile().setReadable(false, false) || !to.toFile().setReadable(true, true)
                || !to.toFile().setWritable(false, false) || !to.toFile().setWritable(true, true)
                || !to.toFile().setExecutable(false, false) || !to.toFile().setExecutable(true, true)) {
            throw new IOException("The rights of " + to + " cannot be set");
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What starts one of PostgreSQL's programs. It refuses to run as root, so root leaves its name behind. */
    private List<String> line(String program, List<String> arguments) {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(List.of("/usr/bin/unshare", "-U"));
        }
        line.add(settings.binaries().resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        return line;
    }

    Connection connect(String site) throws SQLException {
        return DriverManager.getConnection(settings.databaseUrl(site));
    }

    private void execute(String site, String sql) {
        try (Connection connection = connect(site); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String value(String site, String sql) {
        try (Connection connection = DriverManager.getConnection(settings.databaseUrl(site).replace("socketTimeout=2",
                "socketTimeout=40"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        } catch (SQLException failed) {
            throw new IllegalStateException("The database of site %s: %s".formatted(site, failed.getMessage()), failed);
        }
    }

    private void run(List<String> line) {
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log("initdb").toFile())).start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("initdb failed; see " + settings.log("initdb"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
