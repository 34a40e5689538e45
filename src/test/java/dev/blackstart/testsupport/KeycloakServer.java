package dev.blackstart.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

import io.quarkus.test.junit.TestProfile;

/**
 * The Keycloak of a JVM. It takes long to come up: it starts beside the first tests where a test class needs it, and ends with
 * the
 * JVM.
 */
public final class KeycloakServer implements TestExecutionListener {

    static final String ADMIN = "operator";
    static final String ADMIN_PASSWORD = Keycloak.PASSWORD;

    /** The server outlives the class loader of a test, so its port is kept here. */
    private static final String PORT = "test.keycloak";
    private static final Path FOLDER = Path.of("target/keycloak");

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        boolean needed = plan.getRoots().stream().flatMap(root -> plan.getDescendants(root).stream())
                .map(TestIdentifier::getSource).flatMap(source -> source.stream()).anyMatch(KeycloakServer::usesKeycloak);
        if (needed) {
            port();
        }
    }

    private static boolean usesKeycloak(TestSource source) {
        if (!(source instanceof ClassSource tested)) {
            return false;
        }
        TestProfile profile = tested.getJavaClass().getAnnotation(TestProfile.class);
        return profile != null && profile.value().getName().equals(Keycloak.class.getName());
    }

    /** Starts it if it does not run yet; it answers a while later. */
    static int port() {
        synchronized (System.class) {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, String.valueOf(start()));
            }
        }
        return Integer.getInteger(PORT);
    }

    private static int start() {
        try {
            Path home = home();
            Files.createDirectories(home.resolve("data/import"));
            Files.copy(Path.of("src/keycloak/blackstart-realm.json"), home.resolve("data/import/blackstart-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            int port = Ports.free();
            ProcessBuilder start = new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString(), "start-dev",
                    "--import-realm", "--db=dev-mem", "--http-host=127.0.0.1", "--http-port=" + port,
                    "--http-management-port=" + Ports.free()).redirectErrorStream(true)
                    .redirectOutput(Path.of("target/keycloak.log").toFile());
            start.environment().putAll(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD",
                    ADMIN_PASSWORD, "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m", "JAVA_OPTS_APPEND",
                    "-XX:TieredStopAtLevel=1"));
            Process process = start.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }));
            return port;
        } catch (IOException failed) {
            throw new UncheckedIOException("Keycloak did not start", failed);
        }
    }

    private static Path home() throws IOException {
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> found = Files.list(FOLDER)) {
                Path home = found.filter(path -> Files.exists(path.resolve("bin/kc.sh"))).findFirst().orElse(null);
                if (home != null) {
                    return home;
                }
            }
        }
        throw new IllegalStateException("There is no Keycloak in target/keycloak: run ./mvnw process-test-resources first");
    }
}
