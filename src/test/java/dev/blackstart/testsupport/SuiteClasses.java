package dev.blackstart.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectPackages;

/**
 * The suites run at the same time, each in a process of its own. While JUnit looks for tests, Quarkus builds the application
 * for
 * each test profile and writes an index of the test classes to a file that all processes share: they do so one after the other.
 * JUnit leaves out a class that it cannot load, so what was found is compared with the class files.
 */
public class SuiteClasses implements LauncherDiscoveryListener, TestExecutionListener {

    private static final Path LOCK = Path.of("target/test-discovery.lock");
    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Set<String> FOUND = new TreeSet<>();

    private FileChannel lock;

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        try {
            lock = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void launcherDiscoveryFinished(LauncherDiscoveryRequest request) {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        plan.getRoots().stream().flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(found -> found.getSource().stream()).filter(ClassSource.class::isInstance)
                .forEach(source -> FOUND.add(((ClassSource) source).getClassName()));
    }

    /** @throws IllegalStateException where a class of this suite would not run */
    public static void mustAllRun(Class<?> suite) {
        Set<String> missing = classesOf(suite);
        missing.removeAll(FOUND);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("JUnit could not load these classes, see the log: " + missing);
        }
    }

    private static Set<String> classesOf(Class<?> suite) {
        Set<String> selected = Set.of(suite.getAnnotation(SelectPackages.class).value());
        ExcludePackages left = suite.getAnnotation(ExcludePackages.class);
        Set<String> excluded = left == null ? Set.of() : Set.of(left.value());
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString()).filter(file -> file.endsWith("Test.class"))
                    .map(file -> file.replace('/', '.').replaceAll("\\.class$", ""))
                    .filter(name -> isIn(selected, name) && !isIn(excluded, name)).filter(SuiteClasses::hasTests)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isIn(Set<String> packages, String name) {
        return packages.stream().anyMatch(one -> name.startsWith(one + "."));
    }

    private static boolean hasTests(String name) {
        try {
            return !Modifier.isAbstract(Class.forName(name, false, ClassLoader.getSystemClassLoader()).getModifiers());
        } catch (ClassNotFoundException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
