package dev.blackstart.target.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.quarkus.logging.Log;

/**
 * A process and all that came of it. Descendants are known by a mark in their environment, which they keep when their parent
 * ends, when they change their group and session, and when the platform is started anew.
 */
final class ProcessTree {

    private static final Path PROCESSES = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A process that is just starting another program has no environment for a moment. */
    private static final int EMPTY_SCANS = 3;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private final String mark;

    /** @param mark variable and value, {@code NAME=value} */
    ProcessTree(String mark) {
        this.mark = mark;
    }

    /** Ends them all, at once and without asking, and the children of those, which may have put the mark away. */
    int end() {
        return end(true);
    }

    /** Ends those alone that are marked. */
    int endMarked() {
        return end(false);
    }

    /** @return how many were ended */
    private int end(boolean children) {
        Set<Long> ended = new HashSet<>();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        int empty = 0;
        while (empty < EMPTY_SCANS) {
            empty = endFound(ended, children) ? 0 : empty + 1;
            if (System.nanoTime() > giveUp) {
                Log.errorf("Not all processes with %s could be ended", mark);
                break;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return ended.size();
    }

    /** @param root whose descendants belong to it as well, marked or not */
    int end(ProcessHandle root) {
        Set<ProcessHandle> whole = new HashSet<>();
        whole.add(root);
        root.descendants().forEach(whole::add);
        whole.forEach(ProcessHandle::destroyForcibly);
        return whole.size() + end();
    }

    /**
     * Each is ended the moment it is found, lest it start others while its relatives are looked for. @return whether there were
     * any
     */
    private boolean endFound(Set<Long> ended, boolean children) {
        Map<Long, Long> parents = new HashMap<>();
        Set<Long> found = new HashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (children) {
                    parents.put(pid, parent(process));
                }
                if (isMarked(process) && end(pid)) {
                    found.add(pid);
                }
            }
        } catch (IOException unreadable) {
            Log.warn("The list of processes could not be read to its end", unreadable);
        }
        ended.addAll(found);
        parents.forEach((pid, parent) -> {
            if (!found.contains(pid) && found.contains(parent) && end(pid)) {
                ended.add(pid);
            }
        });
        return !found.isEmpty();
    }

    private static boolean end(long pid) {
        return pid != ProcessHandle.current().pid()
                && ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /** How many are alive and marked. */
    int size() {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return (int) processes.filter(one -> one.getFileName().toString().matches("\\d+")).filter(this::isMarked).count();
        } catch (IOException unreadable) {
            throw new IllegalStateException("The list of processes cannot be read", unreadable);
        }
    }

    private boolean isMarked(Path process) {
        try {
            String environment = new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
            return Stream.of(environment.split("\0")).anyMatch(mark::equals);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    /** The fourth word of its status, counted after the name, which may hold anything. */
    private static long parent(Path process) {
        try {
            String status = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            return Long.parseLong(status.substring(status.lastIndexOf(')') + 2).split(" ")[1]);
        } catch (IOException gone) {
            return 0;
        }
    }
}
