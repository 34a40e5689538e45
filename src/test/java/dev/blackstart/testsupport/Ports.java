package dev.blackstart.testsupport;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that start later, or start again. */
public final class Ports {

    /** Below those that systems give to outgoing connections, which could take a port before its server does. */
    private static final int FIRST = 20_000;
    private static final int END = 32_000;

    private Ports() {
    }

    /** @return a port that nobody listens on now */
    public static int free() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // the next one
            }
        }
    }
}
