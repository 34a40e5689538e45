package dev.blackstart.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import dev.blackstart.lab.Lab;
import io.restassured.RestAssured;

/** The lab on ports that the application of {@link AlertSources} knows before the lab is started. */
public final class LabOfTests {

    private static final Path FOLDER = Path.of("target", "lab-of-tests");

    /** The port outlives the class loader of a test. */
    private static final String PORT = "test.lab.port";
    private static final String USUAL_PORTS = "\\b1808(\\d)\\b";

    private LabOfTests() {
    }

    static Map<String, String> configuration() {
        return Lab.configuration(FOLDER, firstPort());
    }

    public static Lab start() throws IOException {
        return new Lab(FOLDER, firstPort(), "http://127.0.0.1:" + RestAssured.port);
    }

    /** A plan of the lab, with the ports of this one. */
    public static String withPorts(String plan) {
        int first = firstPort();
        return Pattern.compile(USUAL_PORTS).matcher(plan)
                .replaceAll(port -> String.valueOf(first + Integer.parseInt(port.group(1))));
    }

    private static int firstPort() {
        synchronized (System.class) {
            if (System.getProperty(PORT) == null) {
                try {
                    System.setProperty(PORT, String.valueOf(Ports.free(10)));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
        return Integer.getInteger(PORT);
    }
}
