package dev.blackstart.target.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.logging.Log;

/**
 * A process and all that came of it. Descendants are known by a mark in their environment, which they keep when their parent
 * ends, when they change their group and session, and when the platform is started anew.
 */
final class ProcessTree {

    /** Rounds in which what forks faster than it is ended is looked for again. */
    private static final int ROUNDS = 200;
    private static final Path PROCESSES = Path.of("/proc");

    private final String mark;

    /** @param mark variable and value, {@code NAME=value} */
    ProcessTree(String mark) {
        this.mark = mark;
    }

    /** Ends them all, at once and without asking. @return how many were ended */
    int end() {
        return end(Set.of());
    }

    /** @param root whose descendants belong to it as well, marked or not */
    int end(ProcessHandle root) {
        Set<ProcessHandle> whole = root.descendants().collect(Collectors.toCollection(HashSet::new));
        whole.add(root);
        return end(whole);
    }

    private int end(Set<ProcessHandle> known) {
        int ended = 0;
        Set<ProcessHandle> alive = new HashSet<>(known);
        alive.addAll(marked());
        for (int round = 0; round < ROUNDS && !alive.isEmpty(); round++) {
            Set<ProcessHandle> children = alive.stream().flatMap(ProcessHandle::descendants).collect(Collectors.toSet());
            children.addAll(alive);
            ended += (int) children.stream().filter(ProcessHandle::destroyForcibly).count();
            alive = marked();
        }
        if (!alive.isEmpty()) {
            Log.errorf("%d processes with %s could not be ended", alive.size(), mark);
        }
        return ended;
    }

    /** Alive and marked. */
    Set<ProcessHandle> marked() {
        if (!Files.isDirectory(PROCESSES)) {
            return Set.of();
        }
        Set<ProcessHandle> found = new HashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (isMarked(process)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString())).filter(ProcessHandle::isAlive)
                            .filter(one -> one.pid() != ProcessHandle.current().pid()).ifPresent(found::add);
                }
            }
        } catch (IOException unreadable) {
            Log.warn("The list of processes could not be read to its end", unreadable);
        }
        return found;
    }

    private boolean isMarked(Path process) {
        try {
            String environment = new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
            return Stream.of(environment.split("\0")).anyMatch(mark::equals);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }
}
