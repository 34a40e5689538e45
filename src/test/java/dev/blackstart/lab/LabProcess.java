package dev.blackstart.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postgresql.Driver;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Programs of the lab that go on when whoever started them ends. */
final class LabProcess {

    /** What the programs are made of. */
    private static final List<Class<?>> PARTS = List.of(Lab.class, Driver.class, ObjectMapper.class, JsonFactory.class,
            JsonProperty.class);

    private LabProcess() {
    }

    static List<String> java(Class<?> program, String... arguments) {
        Set<String> classpath = new LinkedHashSet<>();
        for (Class<?> part : PARTS) {
            CodeSource source = part.getProtectionDomain().getCodeSource();
            classpath.add(Path.of(java.net.URI.create(source.getLocation().toString())).toString());
        }
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp", String.join(File.pathSeparator, classpath),
                program.getName()));
        line.addAll(List.of(arguments));
        return line;
    }

    /** Its environment is empty but for this: what marks the one who started it does not mark it. */
    static long start(LabSettings settings, String name, List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log(name).toFile()));
        builder.environment().clear();
        builder.environment().putAll(Map.of("LANG", "C.UTF-8", "PATH", "/usr/local/bin:/usr/bin:/bin"));
        try {
            long pid = builder.start().pid();
            Files.writeString(settings.pid(name), String.valueOf(pid));
            return pid;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static boolean isAlive(LabSettings settings, String name) {
        return find(settings, name).isPresent();
    }

    /** With all it has started, at once. */
    static void kill(LabSettings settings, String name) {
        find(settings, name).ifPresent(process -> {
            List<ProcessHandle> descendants = process.descendants().toList();
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
            process.onExit().join();
        });
    }

    private static Optional<ProcessHandle> find(LabSettings settings, String name) {
        Path file = settings.pid(name);
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                            .filter(process -> process.isAlive() && process.info().command().isPresent())
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
